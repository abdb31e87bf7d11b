import './evidence/words.ts'
import './evidence/facts.ts'
