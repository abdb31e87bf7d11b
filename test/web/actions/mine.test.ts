import './mine/seen.ts'
import './mine/said.ts'
import './mine/conflicts.ts'
import './mine/refused.ts'
