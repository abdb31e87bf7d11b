import './languages/pages.ts'
import './languages/said.ts'
import './languages/hostile.ts'
