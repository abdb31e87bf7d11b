import './verdicts/taps.ts'
import './verdicts/words.ts'
import './verdicts/questions.ts'
