import './entries/told.ts'
import './entries/checked.ts'
import './entries/every-field.ts'
import './entries/table-page.ts'
