import './plots/drawing.ts'
import './plots/page.ts'
