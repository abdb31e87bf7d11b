import './read-date/said.ts'
import './read-date/doubts.ts'
import './read-date/any-day.ts'
import './read-date/more-shapes.ts'
