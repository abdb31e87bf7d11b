import type { Day } from '../../day.ts'
import { COMINGS, SAY_COMES, SAY_COMING, type Coming } from './answers.ts'
import { planMark, type PlanVerb } from './plan.ts'
import { EVERY_MONTHS, sayEvery, sayRhythm, sayWeek, sayWeekday, weekdayOf } from './series.ts'

const SAY_VERB: Record<PlanVerb, string> = {
  changed: 'Changed:',
  moved: 'Moved',
  cancelled: 'Cancelled',
  reinstated: 'It meets after all',
}

/** What templates say of plans, series and answers. */
export const sayPlanning = {
  everyMonths: EVERY_MONTHS,
  every: sayEvery,
  week: sayWeek,
  dayName: sayWeekday,
  weekday: (day: Day) => sayWeekday(weekdayOf(day)),
  rhythm: sayRhythm,
  comings: COMINGS,
  coming: (coming: Coming) => SAY_COMING[coming],
  comes: (coming: Coming) => SAY_COMES[coming],
  planMark,
  planVerb: (verb: PlanVerb) => SAY_VERB[verb],
}
