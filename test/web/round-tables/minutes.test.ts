import './minutes/depths.ts'
import './minutes/later.ts'
import './minutes/word.ts'
