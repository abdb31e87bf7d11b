import './held/matters.ts'
import './held/words.ts'
