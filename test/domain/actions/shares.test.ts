import './shares/parts.ts'
import './shares/lead.ts'
