import './reach/set-up.ts'
import './reach/faults.ts'
import './reach/desk.ts'
import './reach/phone.ts'
