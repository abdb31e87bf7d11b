import './planning/answers.ts'
import './planning/plan.ts'
import './planning/series.ts'
