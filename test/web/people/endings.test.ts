import './endings/seats.ts'
import './endings/organisations.ts'
import './endings/names.ts'
import './endings/people.ts'
