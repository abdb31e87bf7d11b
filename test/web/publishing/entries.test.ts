import './entries/told.ts'
import './entries/checked.ts'
