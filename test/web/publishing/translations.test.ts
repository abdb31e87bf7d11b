import './translations/checked.ts'
import './translations/stopped.ts'
import './translations/english.ts'
import './translations/together.ts'
