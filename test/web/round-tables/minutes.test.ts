import './minutes/depths.ts'
import './minutes/later.ts'
import './minutes/names.ts'
import './minutes/word.ts'
