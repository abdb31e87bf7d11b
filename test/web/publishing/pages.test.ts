import './pages/kept.ts'
import './pages/drawn.ts'
