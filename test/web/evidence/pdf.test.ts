import './pdf/whole.ts'
import './pdf/hidden.ts'
import './pdf/told.ts'
import './pdf/hostile.ts'
