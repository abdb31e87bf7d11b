import './arriving/asked-first.ts'
import './arriving/slowly.ts'
import './arriving/turn.ts'
