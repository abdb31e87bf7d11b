import type { ICalCalendar } from 'ical-generator'

/**
 * A calendar as its readers take it. One with nothing in it yet holds the rules of our own clock: a
 * calendar of no component is none (RFC 5545, 3.6), and programs refuse it.
 */
export const calendarFile = (made: ICalCalendar): string => {
  const whole = `${made.toString()}\r\n`
  return made.events().length > 0
    ? whole
    : whole.replace('END:VCALENDAR', () => [...LONDON, 'END:VCALENDAR'].join('\r\n'))
}

/** When the clocks change in London (R26). */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T010000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]
