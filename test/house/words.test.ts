import './words/pages.ts'
import './words/reading.ts'
import './words/languages.ts'
