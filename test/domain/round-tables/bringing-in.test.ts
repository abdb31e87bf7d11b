import './bringing-in/rows.ts'
import './bringing-in/cells.ts'
import './bringing-in/heads.ts'
import './bringing-in/marks.ts'
