import './shares/parts.ts'
import './shares/lead.ts'
import './shares/new-lead.ts'
