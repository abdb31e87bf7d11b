import { z } from 'zod'
import type { Day } from '../../../../domain/day.ts'
import { accept, type Decision, type Refusal } from '../../../../domain/decision.ts'
import {
  beginPhase,
  endPhase,
  handOver,
  type Handover,
  type Phase,
  type Programme,
} from '../../../../domain/evidence/programme.ts'
import type { Store } from '../../../../store/store.ts'
import { NothingTyped, type Failed } from '../../../change.ts'
import { maybeId, maybeNumber, when, words } from '../../../forms.ts'
import type { Drawn } from '../../../views/view.ts'
import { change, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { partCalled, takenOut, withPart } from '../matters.ts'
import { ofProgramme } from './programme-page.ts'

const phaseForm = (today: Day) =>
  z.strictObject({ name: words(80), startsOn: when(today, 'behind'), pairings: maybeNumber(9999) })
const HandoverForm = z.strictObject({
  organisationId: maybeId(),
  fromRole: words(80),
  toRole: words(80),
})

/** What is refused of a phase stands beside the form that hands it over. */
const again = (visit: Visit, { matter }: { matter: Programme }, failed: Failed): Drawn =>
  ofProgramme.again(visit, matter, { ...failed, form: `handover-${visit.params.phaseId}` })

const phaseOf = ({ phases }: Programme, { params }: Visit): Phase =>
  partCalled(phases, params.phaseId)

const ofPhase = { ...withPart(ofProgramme, phaseOf), again }

const ofHandover = {
  ...withPart(ofProgramme, (programme, visit) =>
    partCalled(phaseOf(programme, visit).handovers, visit.params.handoverId),
  ),
  again,
}

const addPhase = change('/desk/programmes/:id/phases', 'matter', {
  ...ofProgramme,
  name: 'phases',
  keepsWords: true,
  form: ({ today }) => phaseForm(today),
  decide: (_visit, programme, form): Decision<Omit<Phase, 'id' | 'handovers'> | null> =>
    // The same form again is saved already.
    programme.phases.some((each) => isSamePhase(each, form))
      ? accept(null)
      : beginPhase(programme, form),
  record: ({ store, by }, { id }, phase) => {
    if (phase) store.programmes.recordPhase(id, phase, by)
  },
})

const isSamePhase = (
  { name, startsOn, pairings }: Phase,
  typed: Omit<Phase, 'id' | 'handovers'>,
): boolean => name === typed.name && startsOn === typed.startsOn && pairings === typed.pairings

const takeOutPhase = change('/desk/programmes/:id/phases/:phaseId/ending', 'matter', {
  ...ofPhase,
  name: 'phases',
  form: NothingTyped,
  decide: (_visit, { part }) => endPhase(part),
  record: ({ store, by }, { matter }, phase) => store.programmes.endPhase(matter.id, phase.id, by),
})

const addHandover = change('/desk/programmes/:id/phases/:phaseId/handovers', 'matter', {
  ...ofPhase,
  name: 'handover',
  form: HandoverForm,
  decide: ({ store }, _found, form) => {
    const decision = handOver(form)
    if (!decision.accepted) return decision
    const refusals = namedIn(store, decision.value)
    return refusals.length ? { accepted: false, refusals } : decision
  },
  record: ({ store, by }, { matter, part }, handover) => {
    if (!part.handovers.some((each) => isSameHandover(each, handover)))
      store.programmes.recordHandover(matter.id, part.id, handover, by)
  },
})

type Handed = Omit<Handover, 'id' | 'at'>

/** Whoever hands on and whoever carries on are said by role, and never by name. */
const namedIn = (store: Store, handover: Handed): Refusal[] =>
  (['fromRole', 'toRole'] as const).flatMap((field) =>
    store.sources
      .leadsTo(`${handover[field]}.`)
      .slice(0, 1)
      .map((found) => ({
        field,
        reason: `“${found}” looks like a name or a place. Use the role, such as “an inspector”`,
      })),
  )

const isSameHandover = ({ organisationId, fromRole, toRole }: Handover, handed: Handed): boolean =>
  organisationId === handed.organisationId &&
  fromRole === handed.fromRole &&
  toRole === handed.toRole

const ENDS_HANDOVER = '/desk/programmes/:id/phases/:phaseId/handovers/:handoverId/ending'
const endHandover = change(ENDS_HANDOVER, 'matter', {
  ...ofHandover,
  ...takenOut,
  name: 'handover',
  record: ({ store, by }, { matter, part }) => store.programmes.endHandover(matter.id, part.id, by),
})

/** The phases of a programme, and who carries on after each: by role, and never by name. */
export const phasesRoutes: readonly Route[] = [addPhase, takeOutPhase, addHandover, endHandover]
