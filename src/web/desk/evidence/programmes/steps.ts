import { agree, type AgreedAction, type AgreedTerms } from '../../../../domain/actions/agreement.ts'
import { z } from 'zod'
import { raise, type Raised } from '../../../../domain/concerns/concern.ts'
import type { Day } from '../../../../domain/day.ts'
import { accept, refuse, type Decision } from '../../../../domain/decision.ts'
import {
  sayWhatBecame,
  type Point,
  type Programme,
  type StepOn,
} from '../../../../domain/evidence/programme.ts'
import { stepOn, type Privacy } from '../../../../work/hold-in-private.ts'
import { NothingTyped } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { maybeId, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { besideField, MadeAlready, partCalled } from '../matters.ts'
import { due } from '../../due.ts'
import { ofPoint } from './points.ts'

const StepForm = z.strictObject({ words: words(400), concernId: maybeId(), actionId: maybeId() })
const actionForm = (visit: Visit) => z.strictObject({ leadId: maybeId(), by: due(visit) })
type ActionForm = z.infer<ReturnType<typeof actionForm>>
type Step = Pick<StepOn, 'concernId' | 'actionId' | 'words'>

/**
 * What every step of an opportunity has in common. R9: what a point became may be held in private,
 * so what is said of it is said there.
 */
const ofOpportunity: typeof ofPoint = {
  ...ofPoint,
  find: (visit) => {
    const found = ofPoint.find(visit)
    if (found.part.kind !== 'opportunity' || found.part.isHeld) throw notFound()
    return found
  },
}

/** What became of an opportunity: a matter that is here already, or words. */
const addStep = change('/desk/programmes/:id/points/:pointId/steps', 'matter', {
  ...ofOpportunity,
  name: 'point',
  keepsWords: true,
  form: StepForm,
  decide: (visit, { part }, form): Decision<Step | null> => {
    const step = { ...form, words: form.words || null }
    const isLinked = form.concernId !== null || form.actionId !== null
    const decision = isLinked ? linkTo(visit, step) : inWords(part, form.words)
    if (!decision.accepted) return decision
    // The same form again is saved already.
    return part.steps.some((each) => isSameStep(each, decision.value)) ? accept(null) : decision
  },
  record: ({ store, by }, { matter, part }, step) => {
    if (!step) return
    if (step.concernId === null && step.actionId === null)
      store.programmes.recordStep(matter.id, part.id, { words: step.words }, by)
    else stepOn(store, matter.id, part.id, step, by)
  },
})

const inWords = (point: Point, said: string): Decision<Step> => {
  const decision = sayWhatBecame(point, said)
  return decision.accepted
    ? accept({ concernId: null, actionId: null, words: decision.value })
    : decision
}

/**
 * Both are for this person to know, or neither is linked: what is not theirs to see is as if it
 * were not there.
 */
const linkTo = ({ store, who }: Visit, step: Step): Decision<Step> => {
  const { concernId, actionId } = step
  const isThere = (matter: { takenOutAt: string | null } | undefined): boolean =>
    matter !== undefined && matter.takenOutAt === null
  const missing = [
    ...(concernId === null || isThere(store.concerns.find(concernId, who)) ? [] : ['concernId']),
    ...(actionId === null || isThere(store.actions.find(actionId, who)) ? [] : ['actionId']),
  ]
  if (missing.length) {
    const refusals = missing.map((field) => ({ field, reason: 'Choose from the list' }))
    return { accepted: false, refusals }
  }
  return concernId !== null && actionId !== null
    ? refuse('actionId', 'Choose a concern or an action, and then the other')
    : accept(step)
}

/** A matter is linked once, whatever is said of it; words by themselves are said once. */
const isSameStep = (each: Step, { concernId, actionId, words: said }: Step): boolean => {
  if (concernId !== null) return each.concernId === concernId
  if (actionId !== null) return each.actionId === actionId
  return each.concernId === null && each.actionId === null && each.words === said
}

const endStep = change('/desk/programmes/:id/points/:pointId/steps/:stepId/ending', 'matter', {
  ...ofPoint,
  find: (visit) => {
    const found = ofPoint.find(visit)
    return { ...found, step: partCalled(found.part.steps, visit.params.stepId) }
  },
  name: 'point',
  form: NothingTyped,
  // R9: who may read it hangs on the matter it became, so the two stay together.
  decide: (_visit, { part, step }) =>
    part.isHeld
      ? refuse('words', 'This has become a matter held in private, so it stays')
      : accept(step),
  record: ({ store, by }, { matter }, step) => store.programmes.endStep(matter.id, step.id, by),
})

/**
 * In one step: the opportunity as a concern, raised by the programme. However often the button is
 * pressed, it becomes one.
 */
const makeConcern = change('/desk/programmes/:id/points/:pointId/concerns', 'matter', {
  ...ofOpportunity,
  name: 'point',
  form: (_visit, { part }): z.ZodType<object | null> =>
    concernOf(part) === undefined ? NothingTyped : MadeAlready,
  decide: ({ today }, { matter, part }, form): Decision<Raised | null> =>
    form === null ? accept(null) : besideField('words', raise(saidIn(matter, part, today), today)),
  record: ({ store, by }, { matter, part }, raised) => {
    if (raised === null) return concernOf(part)!
    const concernId = store.concerns.record(raised, { roundTableId: null, splitFromId: null }, by)
    store.programmes.recordStep(matter.id, part.id, { concernId }, by)
    return concernId
  },
  answer: (_visit, _found, id) => to('/desk/concerns', id),
})

/** What an opportunity has become already. */
const concernOf = ({ steps }: Point): number | undefined =>
  steps.find((each) => each.concernId !== null)?.concernId ?? undefined
const actionOf = ({ steps }: Point): number | undefined =>
  steps.find((each) => each.actionId !== null)?.actionId ?? undefined

const saidIn = (programme: Programme, { text }: Point, today: Day): Raised => ({
  text,
  raisedOn: today,
  originKind: 'programme',
  originNote: null,
  themeId: null,
  areaId: null,
  ...privacyOf(programme),
})

/** What comes of a programme that is held in private is held by the same people (R9). */
const privacyOf = ({ depth, ground, list }: Programme): Privacy =>
  depth === 'named' ? { depth, ground, list } : { depth: 'table', ground: null, list }

/**
 * ... or as an action. Between tables nobody sits there to agree, so another organisation's waits
 * until its seat accepts (R6).
 */
const makeAction = change('/desk/programmes/:id/points/:pointId/actions', 'matter', {
  ...ofOpportunity,
  name: 'point',
  form: (visit, { part }): z.ZodType<ActionForm | null> =>
    actionOf(part) === undefined ? actionForm(visit) : MadeAlready,
  decide: ({ who }, { part }, form): Decision<AgreedAction | null> => {
    if (form === null) return accept(null)
    const { leadId, by } = form
    const terms: AgreedTerms = {
      text: part.text,
      kind: 'one-off',
      leadId,
      seatId: null,
      helperIds: [],
      by,
    }
    return agree(terms, (id) => id === who.organisationId)
  },
  record: ({ store, by }, { matter, part }, agreed) => {
    if (agreed === null) return actionOf(part)!
    const concernIds = part.steps.flatMap((each) => each.concernId ?? [])
    const around = { roundTableId: null, concernIds, ...privacyOf(matter) }
    const actionId = store.actions.record(agreed, around, by)
    store.programmes.recordStep(matter.id, part.id, { actionId }, by)
    return actionId
  },
  answer: (_visit, _found, id) => to('/desk/actions', id),
})

/** Opportunities taken forward: each becomes a concern or an action in one step, or is told. */
export const stepsRoutes: readonly Route[] = [addStep, endStep, makeConcern, makeAction]
