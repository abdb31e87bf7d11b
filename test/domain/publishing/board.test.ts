import './board/counts.ts'
import './board/may.ts'
