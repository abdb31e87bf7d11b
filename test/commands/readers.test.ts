import './readers/workers.ts'
