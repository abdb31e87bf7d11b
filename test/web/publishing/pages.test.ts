import './pages/kept.ts'
import './pages/drawn.ts'
import './pages/aims.ts'
import './pages/marks.ts'
