import { z } from 'zod'
import type { Day } from '../../../domain/day.ts'
import { accept, type Decision } from '../../../domain/decision.ts'
import {
  countOf,
  countUnrecorded,
  planUnrecorded,
  type UnrecordedSession,
} from '../../../domain/evidence/unrecorded-session.ts'
import { may } from '../../../domain/may.ts'
import { byPolicy, nothing, type Failed } from '../../change.ts'
import { ticked, when, words } from '../../forms.ts'
import { view } from '../../views/desk.ts'
import type { Drawn } from '../../views/view.ts'
import { change, conflictPage, frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { partCalled } from './matters.ts'

const SESSIONS = '/desk/sessions'

const planForm = (today: Day) => z.strictObject({ heldOn: when(today), name: words(60) })
const CountForm = z.strictObject({
  headCount: z
    .string()
    .default('')
    .transform((text) => (text.trim() === '' ? null : Number(text)))
    .pipe(
      z
        .number('Write a number')
        .int('Write a whole number')
        .min(0, 'Write a number')
        .max(9999, 'This number is too large')
        .nullable(),
    ),
  shared: words(500),
  agreed: ticked(),
  was: words(600),
})

/**
 * Without those of a programme that is held in private: they stand on its own page alone, after
 * the look is written (R9, R11).
 */
const sessionsFor = ({ store, who }: Visit): UnrecordedSession[] => {
  const programmes = store.programmes.list(who).filter((each) => each.depth !== 'named')
  const known = new Set(programmes.map((each) => each.id))
  return store.unrecordedSessions
    .list()
    .filter((each) => each.programmeId === null || known.has(each.programmeId))
}

const listPage = (visit: Visit, failed?: Failed): Drawn =>
  view('desk/evidence/unrecorded-sessions/index', {
    frame: frameOf(visit, 'Sessions that are not recorded', 'round-tables', failed),
    sessions: sessionsFor(visit),
    mayWrite: may.write(visit.who),
  })

const planSession = change(SESSIONS, 'write', {
  name: 'plan',
  find: nothing,
  allow: byPolicy,
  form: ({ today }) => planForm(today),
  decide: (_visit, _, form) => planUnrecorded(form),
  record: ({ store, by }, _, planned) => store.unrecordedSessions.record(planned, by),
  answer: () => SESSIONS,
  again: (visit, _, failed) => listPage(visit, failed),
})

type Counted = { headCount: number; shared: string | null }

const countSession = change('/desk/sessions/:id/count', 'write', {
  name: 'count',
  find: (visit) => partCalled(sessionsFor(visit), visit.params.id),
  allow: byPolicy,
  form: CountForm,
  decide: ({ today }, session, form): Decision<Counted | null> =>
    // The same form again is saved already.
    session.headCount !== null && countOf(form) === countOf(session)
      ? accept(null)
      : countUnrecorded(session, form, today, form.was),
  record: ({ store, by }, { id }, counted) => {
    if (counted) store.unrecordedSessions.recordCount(id, counted, by)
  },
  answer: () => SESSIONS,
  again: (visit, { id }, failed) => listPage(visit, { ...failed, form: `count-${id}` }),
  conflict: (visit, session, form) =>
    conflictPage(visit, 'round-tables', {
      reason: 'Someone else counted this while you were writing. Nothing of yours is saved yet.',
      theirs: countOf(session),
      yours: countOf(form),
      back: SESSIONS,
    }),
})

/**
 * R16: sessions that are not recorded. They are planned and counted, and there is nowhere to type
 * what was said.
 */
export const unrecordedSessionsRoutes: readonly Route[] = [
  page(SESSIONS, 'read', (visit) => listPage(visit)),
  planSession,
  countSession,
]
