import './schema/tables.ts'
import './schema/rows.ts'
