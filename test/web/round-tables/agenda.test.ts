import './agenda/itself.ts'
import './agenda/changed.ts'
