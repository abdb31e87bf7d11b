import './public-evidence/read.ts'
import './public-evidence/taken-down.ts'
