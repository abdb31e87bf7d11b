import type { Desk, Visit } from '../visit.ts'
import { z } from 'zod'
import { isConflict, type Decision } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import {
  countOf,
  countUnrecorded,
  planUnrecorded,
} from '../../../domain/evidence/unrecorded-session.ts'
import { refused, saved, show } from '../../answer.ts'
import { notFound } from '../../errors.ts'
import { parse, ticked, when, words } from '../../forms.ts'
import { view } from '../../views/desk.ts'
import { idIn } from '../names.ts'

const PlanForm = (today: string) => z.strictObject({ heldOn: when(today), name: words(60) })
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
 * R16: sessions that are not recorded. They are planned and counted, and there is nowhere to type
 * what was said.
 */
export const unrecordedSessionsRoutes = (desk: Desk): void => {
  const { store } = desk
  desk.get('/desk/sessions', 'read', (visit) => show(visit.reply, page(visit)))

  desk.change('/desk/sessions', 'write', (visit) => {
    const form = parse(PlanForm(visit.today), visit.body)
    const decision = form.accepted ? planUnrecorded(form.value) : form
    if (!decision.accepted) return again(visit, 'plan', decision)
    store.unrecordedSessions.record(decision.value as { heldOn: string; name: string }, visit.by)
    return saved(visit.request, visit.reply, '/desk/sessions')
  })

  desk.change('/desk/sessions/:id/count', 'write', (visit) => {
    const session = sessionsFor(visit).find((each) => each.id === idIn(visit.params.id))
    if (!session) throw notFound()
    const form = parse(CountForm, visit.body)
    // The same form again is saved already.
    if (form.accepted && session.headCount !== null && countOf(form.value) === countOf(session))
      return saved(visit.request, visit.reply, '/desk/sessions')
    const decision = form.accepted
      ? countUnrecorded(session, form.value, visit.today, form.value.was)
      : form
    if (form.accepted && isConflict(decision)) {
      return refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () =>
        view('errors/conflict', {
          frame: desk.frame(visit, 'Two people changed this', 'round-tables'),
          reason:
            'Someone else counted this while you were writing. Nothing of yours is saved yet.',
          theirs: countOf(session),
          yours: countOf(form.value),
          back: '/desk/sessions',
        }),
      )
    }
    if (!decision.accepted) return again(visit, `count-${session.id}`, decision)
    store.unrecordedSessions.recordCount(
      session.id,
      decision.value as { headCount: number; shared: string | null },
      visit.by,
    )
    return saved(visit.request, visit.reply, '/desk/sessions')
  })

  /**
   * Without those of a programme that is held in private: they stand on its own page alone, after
   * the look is written (R9, R11).
   */
  const sessionsFor = (visit: Visit) => {
    const known = new Set(
      store.programmes
        .list(visit.who)
        .filter((each) => each.depth !== 'named')
        .map((each) => each.id),
    )
    return store.unrecordedSessions
      .list()
      .filter((each) => each.programmeId === null || known.has(each.programmeId))
  }
  const again = (visit: Visit, form: string, decision: Decision<unknown>) => {
    const errors = decision.accepted ? [] : decision.refusals
    return refused(visit.request, visit.reply, errors, () =>
      page(visit, { form, errors, body: visit.body }),
    )
  }
  const page = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) =>
    view('desk/evidence/unrecorded-sessions/index', {
      frame: desk.frame(visit, 'Sessions that are not recorded', 'round-tables', failed),
      sessions: sessionsFor(visit),
      mayWrite: may.write(visit.who),
    })
}
