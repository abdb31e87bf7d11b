import './pdf/whole.ts'
import './pdf/person.ts'
