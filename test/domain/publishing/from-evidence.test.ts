import './from-evidence/words.ts'
import './from-evidence/facts.ts'
