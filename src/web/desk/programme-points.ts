import { z } from 'zod'
import { agree } from '../../domain/action.ts'
import { raise } from '../../domain/concern.ts'
import type { Decision } from '../../domain/decision.ts'
import { addPoint, POINT_KINDS, sayWhatBecame, seeOutcome, takeOut, termsOf, type Point, type Programme } from '../../domain/programme.ts'
import { STRENGTHS } from '../../domain/told.ts'
import { saved } from '../answer.ts'
import { notFound } from '../errors.ts'
import { maybeId, parse, TAMPERED, when, words } from '../forms.ts'
import { to } from '../to.ts'
import type { Desk, Visit } from './door.ts'
import { idIn } from './names.ts'
import { findProgrammeToChange, refusedProgramme } from './programme-page.ts'
import { withdrawWhatTells } from './take-down.ts'

const PointForm = z.strictObject({ kind: z.enum(POINT_KINDS), theme: words(80), text: words(600) })
const SightForm = z.strictObject({ strength: z.enum(['', ...STRENGTHS]).default(''), words: words(400) })
const StepForm = z.strictObject({ words: words(400), concernId: maybeId(), actionId: maybeId() })
const ActionForm = (today: string) => z.strictObject({ leadId: maybeId(), by: when(today) })
const EmptyForm = z.strictObject({})

/** What a programme wants, what it learned, and its opportunities: each becomes a concern or an action in one step. */
export const programmePointsRoom = (desk: Desk): void => {
  const { store } = desk

  change('points', (visit, programme) => {
    const form = parse(PointForm, visit.body)
    const decision = form.accepted ? addPoint(programme, form.value) : form
    if (!decision.accepted) return decision
    store.programmes.recordPoint(programme.id, decision.value as Pick<Point, 'kind' | 'theme' | 'text'>, visit.by)
    return undefined
  }, (visit) => `points-${String((visit.body as { kind?: unknown } | undefined)?.kind ?? '')}`)

  ofPoint('ending', (visit, programme, point) => {
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? takeOut(point) : form
    if (!decision.accepted) return decision
    store.programmes.endPoint(programme.id, point.id, visit.by)
    return undefined
  })

  ofPoint('sights', (visit, programme, point) => {
    const form = parse(SightForm, visit.body)
    const decision = form.accepted ? seeOutcome(point, form.value) : form
    if (!decision.accepted) return decision
    store.programmes.recordSight(programme.id, point.id, decision.value as Parameters<typeof store.programmes.recordSight>[2], visit.by)
    return undefined
  })

  /** What became of an opportunity: a matter that is here already, or words. */
  ofPoint('steps', (visit, programme, point) => {
    const form = parse(StepForm, visit.body)
    if (!form.accepted) return form
    const { concernId, actionId } = form.value
    const isThere = (concernId !== null && store.concerns.find(concernId, visit.who)) || (actionId !== null && store.actions.find(actionId, visit.who))
    if ((concernId !== null || actionId !== null) && !isThere) return { accepted: false, refusals: [{ field: concernId !== null ? 'concernId' : 'actionId', reason: 'Choose from the list' }] }
    if (concernId === null && actionId === null) {
      const decision = sayWhatBecame(point, form.value.words)
      if (!decision.accepted) return decision
      store.programmes.recordStep(programme.id, point.id, { words: decision.value }, visit.by)
      return undefined
    }
    if (point.kind !== 'opportunity') return { accepted: false, refusals: [{ field: 'words', reason: 'Only an opportunity is taken forward' }] }
    if (point.steps.some((each) => (concernId !== null && each.concernId === concernId) || (actionId !== null && each.actionId === actionId))) return undefined
    store.together(() => {
      store.programmes.recordStep(programme.id, point.id, { ...(concernId !== null && { concernId }), ...(actionId !== null && { actionId }), words: form.value.words || null }, visit.by)
      // R11: what was told of it may hang on a matter held in private from now on.
      withdrawWhatTells(store, { concernIds: [], actionIds: [] }, visit.by)
    })
    return undefined
  })

  ofPoint('steps/:stepId/ending', (visit, programme, point) => {
    const step = point.steps.find((each) => each.id === idIn(visit.params.stepId))
    if (!step) throw notFound()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return form
    // R9: who may read it hangs on the matter it became, so the two stay together.
    if (point.isHeld) return { accepted: false, refusals: [{ field: 'words', reason: 'This has become a matter held in private, so it stays' }] }
    store.programmes.endStep(programme.id, step.id, visit.by)
    return undefined
  })

  /** In one step: the opportunity as a concern, raised by the programme. However often the button is pressed, it becomes one. */
  desk.change('/desk/programmes/:id/points/:pointId/concerns', 'matter', (visit) => {
    const { programme, point } = opportunity(visit)
    const there = point.steps.find((each) => each.concernId !== null)
    if (there) return saved(visit.request, visit.reply, to('/desk/concerns', there.concernId!))
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? raise({
      text: point.text, raisedOn: visit.today, originKind: 'programme', originNote: termsOf(programme).name, themeId: null, areaId: null, depth: programme.depth === 'named' ? 'named' : 'table', ground: programme.ground, list: programme.list
    }, visit.today) : form
    if (!decision.accepted) return again(visit, programme, point, decision.refusals.map(({ field, reason }) => ({ field: field === TAMPERED ? field : 'words', reason })))
    const id = store.together(() => {
      const made = store.concerns.record(decision.value as Parameters<typeof store.concerns.record>[0], { roundTableId: null, splitFromId: null }, visit.by)
      store.programmes.recordStep(programme.id, point.id, { concernId: made }, visit.by)
      return made
    })
    return saved(visit.request, visit.reply, to('/desk/concerns', id))
  })

  /** ... or as an action. Between tables nobody sits there to agree, so another organisation's waits until its seat accepts (R6). */
  desk.change('/desk/programmes/:id/points/:pointId/actions', 'matter', (visit) => {
    const { programme, point } = opportunity(visit)
    const there = point.steps.find((each) => each.actionId !== null)
    if (there) return saved(visit.request, visit.reply, to('/desk/actions', there.actionId!))
    const form = parse(ActionForm(visit.today), visit.body)
    const concernIds = point.steps.flatMap((each) => each.concernId ?? [])
    const decision = form.accepted ? agree({ text: point.text, kind: 'one-off', leadId: form.value.leadId, seatId: null, helperIds: [], by: form.value.by }, (id) => id === visit.who.organisationId) : form
    if (!decision.accepted) return again(visit, programme, point, decision.refusals)
    const held = programme.depth === 'named'
    const id = store.together(() => {
      const made = store.actions.record(decision.value as Parameters<typeof store.actions.record>[0], { roundTableId: null, concernIds, depth: held ? 'named' : 'table', ground: held ? programme.ground : null, list: programme.list }, visit.by)
      store.programmes.recordStep(programme.id, point.id, { actionId: made }, visit.by)
      return made
    })
    return saved(visit.request, visit.reply, to('/desk/actions', id))
  })

  function change (noun: string, write: (visit: Visit, programme: Programme) => Decision<unknown> | undefined, formOf: (visit: Visit) => string): void {
    desk.change(`/desk/programmes/:id/${noun}`, 'matter', (visit) => {
      const programme = findProgrammeToChange(store, visit)
      const decision = write(visit, programme)
      if (decision && !decision.accepted) return refusedProgramme(desk, visit, programme, formOf(visit), decision.refusals)
      return saved(visit.request, visit.reply, to('/desk/programmes', programme.id))
    })
  }
  function ofPoint (noun: string, write: (visit: Visit, programme: Programme, point: Point) => Decision<unknown> | undefined): void {
    change(`points/:pointId/${noun}`, (visit, programme) => write(visit, programme, pointOf(visit, programme)), (visit) => `point-${visit.params.pointId}`)
  }
  const pointOf = (visit: Visit, programme: Programme): Point => {
    const point = programme.points.find((each) => each.id === idIn(visit.params.pointId))
    if (!point) throw notFound()
    return point
  }
  const opportunity = (visit: Visit): { programme: Programme; point: Point } => {
    const programme = findProgrammeToChange(store, visit)
    const point = pointOf(visit, programme)
    if (point.kind !== 'opportunity' || point.isHeld) throw notFound()
    return { programme, point }
  }
  const again = (visit: Visit, programme: Programme, point: Point, errors: Parameters<typeof refusedProgramme>[4]) => refusedProgramme(desk, visit, programme, `point-${point.id}`, errors)
}
