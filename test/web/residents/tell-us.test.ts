import './tell-us/told.ts'
import './tell-us/refused.ts'
