import { agree } from '../../../domain/actions/agreement.ts'
import type { Desk, Visit } from '../visit.ts'
import { z } from 'zod'
import { raise } from '../../../domain/concerns/concern.ts'
import { isConflict, type Decision } from '../../../domain/decision.ts'
import {
  addPoint,
  POINT_KINDS,
  sayWhatBecame,
  seeOutcome,
  sightOf,
  takeOut,
  type Point,
  type Programme,
  type Sight,
} from '../../../domain/evidence/programme.ts'
import { SAY_STRENGTH, STRENGTHS, type Strength } from '../../../domain/publishing/words.ts'
import { refused, saved } from '../../answer.ts'
import { notFound } from '../../errors.ts'
import { maybeId, parse, TAMPERED, when, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { idIn, look } from '../names.ts'
import { findProgrammeToChange, refusedProgramme } from './programme-page.ts'
import { stepOn } from '../../../work/hold-in-private.ts'

const PointForm = z.strictObject({ kind: z.enum(POINT_KINDS), theme: words(80), text: words(1500) })
const SightForm = z.strictObject({
  strength: z.enum(['', ...STRENGTHS]).default(''),
  words: words(400),
  basedOn: maybeId(),
})
const StepForm = z.strictObject({ words: words(400), concernId: maybeId(), actionId: maybeId() })
const ActionForm = (today: string) => z.strictObject({ leadId: maybeId(), by: when(today) })
const EmptyForm = z.strictObject({})

/**
 * What a programme wants, what it learned, and its opportunities: each becomes a concern or an
 * action in one step.
 */
export const programmePointsRoutes = (desk: Desk): void => {
  const { store } = desk

  /** The form stays open: most programmes want several things, and learned more than one. */
  desk.change('/desk/programmes/:id/points', 'matter', (visit) => {
    const programme = findProgrammeToChange(store, visit)
    const refusing = (errors: Parameters<typeof refusedProgramme>[4]) =>
      refusedProgramme(
        desk,
        visit,
        programme,
        `points-${String((visit.body as { kind?: unknown } | undefined)?.kind ?? '')}`,
        errors,
      )
    const form = parse(PointForm, visit.body)
    if (!form.accepted) return refusing(form.refusals)
    const { kind, theme, text } = form.value
    // The same form again is saved already.
    if (
      !programme.points.some(
        (each) =>
          each.kind === kind &&
          !each.isHeld &&
          each.text === text &&
          (each.theme ?? '') === (kind === 'learning' ? theme : ''),
      )
    ) {
      const decision = addPoint(programme, form.value)
      if (!decision.accepted) return refusing(decision.refusals)
      store.programmes.recordPoint(programme.id, decision.value, visit.by)
    }
    // No place in the address: a browser that is sent to one does not put the keyboard in the
    // field.
    return saved(visit.request, visit.reply, to('/desk/programmes', programme.id, { add: kind }))
  })

  ofPoint('ending', (visit, programme, point) => {
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? takeOut(point) : form
    if (!decision.accepted) return decision
    store.programmes.endPoint(programme.id, point.id, visit.by)
    return undefined
  })

  desk.change('/desk/programmes/:id/points/:pointId/sights', 'matter', (visit) => {
    const programme = findProgrammeToChange(store, visit)
    const point = pointOf(visit, programme)
    const form = parse(SightForm, visit.body)
    if (!form.accepted) return again(visit, programme, point, form.refusals)
    const last = sightOf(point)
    const isSaved = last?.strength === form.value.strength && last.words === form.value.words
    const decision = seeOutcome(point, form.value, isSaved ? last.id : form.value.basedOn)
    if (isConflict(decision)) {
      look(store, visit.by, 'programme', programme)
      return refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () =>
        view('errors/conflict', {
          frame: desk.frame(visit, 'Two people changed this', 'events'),
          reason:
            'Someone else said what is known of it while you were writing. Nothing of yours is saved yet.',
          theirs: last ? plainOf(last) : '',
          yours: plainOf(form.value),
          back: to('/desk/programmes', programme.id),
        }),
      )
    }
    if (!decision.accepted) return again(visit, programme, point, decision.refusals)
    if (!isSaved) store.programmes.recordSight(programme.id, point.id, decision.value, visit.by)
    return saved(visit.request, visit.reply, at(programme, point))
  })

  /** What became of an opportunity: a matter that is here already, or words. */
  ofPoint('steps', (visit, programme, point) => {
    // R9: what it became is private, so what is said of it is said there.
    if (point.kind !== 'opportunity' || point.isHeld) throw notFound()
    const form = parse(StepForm, visit.body)
    if (!form.accepted) return form
    const { concernId, actionId } = form.value
    if (concernId === null && actionId === null) {
      const decision = sayWhatBecame(point, form.value.words)
      if (!decision.accepted) return decision
      if (
        !point.steps.some(
          (each) =>
            each.concernId === null && each.actionId === null && each.words === decision.value,
        )
      )
        store.programmes.recordStep(programme.id, point.id, { words: decision.value }, visit.by)
      return undefined
    }
    // Both are for this person to know, or neither is linked: what is not theirs to see is as if it
    // were not there.
    const [concern, action] = [
      concernId === null ? undefined : store.concerns.find(concernId, visit.who),
      actionId === null ? undefined : store.actions.find(actionId, visit.who),
    ]
    const missing = [
      concernId !== null && (!concern || concern.takenOutAt !== null) && 'concernId',
      actionId !== null && (!action || action.takenOutAt !== null) && 'actionId',
    ].filter((each) => each !== false)
    if (missing.length)
      return {
        accepted: false,
        refusals: missing.map((field) => ({ field, reason: 'Choose from the list' })),
      }
    if (concernId !== null && actionId !== null)
      return {
        accepted: false,
        refusals: [
          { field: 'actionId', reason: 'Choose a concern or an action, and then the other' },
        ],
      }
    if (
      point.steps.some(
        (each) =>
          (concernId !== null && each.concernId === concernId) ||
          (actionId !== null && each.actionId === actionId),
      )
    )
      return undefined
    stepOn(
      store,
      programme.id,
      point.id,
      { concernId, actionId, words: form.value.words || null },
      visit.by,
    )
    return undefined
  })

  ofPoint('steps/:stepId/ending', (visit, programme, point) => {
    const step = point.steps.find((each) => each.id === idIn(visit.params.stepId))
    if (!step) throw notFound()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return form
    // R9: who may read it hangs on the matter it became, so the two stay together.
    if (point.isHeld)
      return {
        accepted: false,
        refusals: [
          { field: 'words', reason: 'This has become a matter held in private, so it stays' },
        ],
      }
    store.programmes.endStep(programme.id, step.id, visit.by)
    return undefined
  })

  /**
   * In one step: the opportunity as a concern, raised by the programme. However often the button is
   * pressed, it becomes one.
   */
  desk.change('/desk/programmes/:id/points/:pointId/concerns', 'matter', (visit) => {
    const { programme, point } = opportunity(visit)
    const there = point.steps.find((each) => each.concernId !== null)
    if (there) return saved(visit.request, visit.reply, to('/desk/concerns', there.concernId!))
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted
      ? raise(
          {
            text: point.text,
            raisedOn: visit.today,
            originKind: 'programme',
            originNote: null,
            themeId: null,
            areaId: null,
            depth: programme.depth === 'named' ? 'named' : 'table',
            ground: programme.ground,
            list: programme.list,
          },
          visit.today,
        )
      : form
    if (!decision.accepted)
      return again(
        visit,
        programme,
        point,
        decision.refusals.map(({ field, reason }) => ({
          field: field === TAMPERED ? field : 'words',
          reason,
        })),
      )
    const id = store.together(() => {
      const made = store.concerns.record(
        decision.value as Parameters<typeof store.concerns.record>[0],
        { roundTableId: null, splitFromId: null },
        visit.by,
      )
      store.programmes.recordStep(programme.id, point.id, { concernId: made }, visit.by)
      return made
    })
    return saved(visit.request, visit.reply, to('/desk/concerns', id))
  })

  /**
   * ... or as an action. Between tables nobody sits there to agree, so another organisation's waits
   * until its seat accepts (R6).
   */
  desk.change('/desk/programmes/:id/points/:pointId/actions', 'matter', (visit) => {
    const { programme, point } = opportunity(visit)
    const there = point.steps.find((each) => each.actionId !== null)
    if (there) return saved(visit.request, visit.reply, to('/desk/actions', there.actionId!))
    const form = parse(ActionForm(visit.today), visit.body)
    const concernIds = point.steps.flatMap((each) => each.concernId ?? [])
    const decision = form.accepted
      ? agree(
          {
            text: point.text,
            kind: 'one-off',
            leadId: form.value.leadId,
            seatId: null,
            helperIds: [],
            by: form.value.by,
          },
          (id) => id === visit.who.organisationId,
        )
      : form
    if (!decision.accepted) return again(visit, programme, point, decision.refusals)
    const held = programme.depth === 'named'
    const id = store.together(() => {
      const made = store.actions.record(
        decision.value as Parameters<typeof store.actions.record>[0],
        {
          roundTableId: null,
          concernIds,
          depth: held ? 'named' : 'table',
          ground: held ? programme.ground : null,
          list: programme.list,
        },
        visit.by,
      )
      store.programmes.recordStep(programme.id, point.id, { actionId: made }, visit.by)
      return made
    })
    return saved(visit.request, visit.reply, to('/desk/actions', id))
  })

  function ofPoint(
    noun: string,
    write: (visit: Visit, programme: Programme, point: Point) => Decision<unknown> | undefined,
  ): void {
    desk.change(`/desk/programmes/:id/points/:pointId/${noun}`, 'matter', (visit) => {
      const programme = findProgrammeToChange(store, visit)
      const point = pointOf(visit, programme)
      const decision = write(visit, programme, point)
      if (decision && !decision.accepted) return again(visit, programme, point, decision.refusals)
      return saved(visit.request, visit.reply, at(programme, point))
    })
  }
  /** Where it stands on the page. */
  const at = (programme: Programme, point: Point): string =>
    `${to('/desk/programmes', programme.id)}#point-${point.id}`
  const plainOf = ({
    strength,
    words: known,
  }: Pick<Sight, 'words'> & { strength: Strength | '' }): string =>
    [strength && `${SAY_STRENGTH[strength]}.`, known].filter(Boolean).join(' ')
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
  const again = (
    visit: Visit,
    programme: Programme,
    point: Point,
    errors: Parameters<typeof refusedProgramme>[4],
  ) => refusedProgramme(desk, visit, programme, `point-${point.id}`, errors)
}
