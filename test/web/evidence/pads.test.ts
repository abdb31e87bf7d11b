import './pads/taps.ts'
import './pads/numbers.ts'
