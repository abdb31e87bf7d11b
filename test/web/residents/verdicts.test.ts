import './verdicts/taps.ts'
import './verdicts/words.ts'
