import './round-table/life.ts'
import './round-table/minutes.ts'
