import './owners/updates.ts'
import './owners/record.ts'
