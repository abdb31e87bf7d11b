import './calendar/days.ts'
import './calendar/address.ts'
