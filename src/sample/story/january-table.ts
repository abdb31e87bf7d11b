import type { Sample } from '../partnership.ts'
import { DAYS, sample as marked } from '../made-up.ts'
import type { Verbs } from '../verbs.ts'
import type { July } from './july-table.ts'
import { OCTOBER } from './pages.ts'

/** The round table of January 2022, which is open as the sample begins. */
export const thirdRoundTable = (
  { seats, organisations, people }: Sample,
  { on, plan, open, attend, agreeMinutes, bring, agree, report, close, park, tell }: Verbs,
  { actions, concerns }: July,
): void => {
  on('2022-01-10T09:00:00.000Z')
  const slug = plan(DAYS.winterTable, '10.30')
  const next = plan(DAYS.springTable, '10.30')
  tell.table(next)
  park(next, marked('Summer events in the park'), people.sergeant)
  on('2022-01-27T10:30:00.000Z')
  open(slug)
  attend(slug, { [seats.coordinator]: 'present', [seats.youth]: 'present' })
  agreeMinutes('2021-q4')
  report(actions.stalls, 'done', marked('The table heard how the stall went.'), { on: DAYS.stall })
  close(actions.stalls)
  tell.table('2021-q4', OCTOBER)
  bring(concerns.stops)
  bring(concerns.asb)
  agree(marked('Walk through the communal areas with residents and say what can be done.'), {
    lead: organisations.council,
    seat: seats.youth,
    by: DAYS.springTable,
    concerns: [concerns.asb],
  })
}
