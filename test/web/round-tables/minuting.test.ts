import './minuting/as-last-time.ts'
import './minuting/same.ts'
import './minuting/table.ts'
import './minuting/who-came.ts'
