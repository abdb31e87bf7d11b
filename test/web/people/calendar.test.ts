import './calendar/days.ts'
import './calendar/address.ts'
import './calendar/words.ts'
