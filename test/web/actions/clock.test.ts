import './clock/thousand-days.ts'
import './clock/turns.ts'
