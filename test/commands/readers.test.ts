import './readers/workers.ts'
import './readers/board.ts'
