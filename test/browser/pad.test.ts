import './pad/set-up.ts'
import './pad/taps.ts'
import './pad/screens.ts'
