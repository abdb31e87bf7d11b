import './tell-us/told.ts'
import './tell-us/refused.ts'
import './tell-us/code.ts'
import './tell-us/again.ts'
