import './briefing/times.ts'
import './briefing/told.ts'
import './briefing/numbers.ts'
