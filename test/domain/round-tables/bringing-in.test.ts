import './bringing-in/rows.ts'
import './bringing-in/cells.ts'
