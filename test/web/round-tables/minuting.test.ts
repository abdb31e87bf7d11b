import './minuting/same.ts'
import './minuting/table.ts'
import './minuting/who-came.ts'
