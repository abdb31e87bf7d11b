import './report/said.ts'
import './report/kept.ts'
import './report/measured.ts'
