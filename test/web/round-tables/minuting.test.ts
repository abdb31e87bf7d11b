import './minuting/same.ts'
import './minuting/table.ts'
