import './bringing/list.ts'
import './bringing/private.ts'
import './bringing/cells.ts'
import './bringing/rows.ts'
