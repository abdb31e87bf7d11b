import './event/written.ts'
import './event/tally.ts'
