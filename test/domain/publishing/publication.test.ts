import './publication/words.ts'
import './publication/checks.ts'
