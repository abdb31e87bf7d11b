import './languages/pages.ts'
import './languages/said.ts'
import './languages/hostile.ts'
import './languages/sides.ts'
