import './report/saved.ts'
import './report/safe.ts'
import './report/answers.ts'
import './report/ends.ts'
