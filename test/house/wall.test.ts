import './wall/statements.ts'
import './wall/answers.ts'
import './wall/taken-down.ts'
import './wall/evidence.ts'
