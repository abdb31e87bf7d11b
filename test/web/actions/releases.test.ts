import './releases/told.ts'
import './releases/seats.ts'
import './releases/privately.ts'
