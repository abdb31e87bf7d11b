import { whoIsNotHere } from '../../privacy.ts'
import type { Desk, Visit } from '../../visit.ts'
import { choicesOf, namesOf } from '../../../../work/names.ts'
import { z } from 'zod'
import { isConflict, type Decision, type Refusal } from '../../../../domain/decision.ts'
import { DEPTHS, GROUNDS, privacyRefusals } from '../../../../domain/depth.ts'
import { sayWhen } from '../../../../domain/day.ts'
import { may } from '../../../../domain/may.ts'
import {
  beginPhase,
  endPhase,
  handOver,
  rewriteProgramme,
  programmeTermsOf,
  writeProgramme,
  type Programme,
  type ProgrammeWritten,
} from '../../../../domain/evidence/programme.ts'
import { planUnrecorded } from '../../../../domain/evidence/unrecorded-session.ts'
import { refused, saved, show } from '../../../answer.ts'
import { notAllowed, notFound } from '../../../errors.ts'
import { maybeId, maybeNumber, parse, someIds, ticked, when, words } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import { idIn, look } from '../../names.ts'
import {
  findProgramme,
  findProgrammeToChange,
  programmePage,
  refusedProgramme,
} from './programme-page.ts'
import { holdEvidence } from '../../../../work/hold-in-private.ts'

const privacy = {
  depth: z.enum(DEPTHS).default('table'),
  ground: z.enum(['', ...GROUNDS]).default(''),
  list: someIds(),
}
const written = (today: string) => ({
  name: words(120),
  aim: words(600),
  startsOn: when(today, 'behind'),
  length: words(60),
  agreement: words(1000),
  support: words(400),
  partnerIds: someIds(),
})
const PhaseForm = (today: string) =>
  z.strictObject({ name: words(80), startsOn: when(today, 'behind'), pairings: maybeNumber(9999) })
const HandoverForm = z.strictObject({
  organisationId: maybeId(),
  fromRole: words(80),
  toRole: words(80),
})
const SessionForm = (today: string) => z.strictObject({ heldOn: when(today, 'behind') })
const AlumnusForm = z.strictObject({ agreed: ticked() })
const EmptyForm = z.strictObject({})

/**
 * Programmes: what a mentoring scheme is for, its phases and its sessions that are not recorded,
 * and who carries on.
 */
export const programmesRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/programmes', 'read', (visit) =>
    show(
      visit.reply,
      view('desk/evidence/programmes/index', {
        frame: desk.frame(visit, 'Programmes', 'events'),
        names: namesOf(store),
        programmes: store.programmes.list(visit.who),
        mayWrite: may.write(visit.who),
      }),
    ),
  )

  desk.get('/desk/evidence/programmes/new', 'write', (visit) => show(visit.reply, newPage(visit)))

  desk.change('/desk/programmes', 'write', (visit) => {
    const form = parse(
      z.strictObject({ ...written(visit.today), held: ticked(), ...privacy }),
      visit.body,
    )
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () => newPage(visit, form.refusals))
    const { depth, ground, list, held: _held, ...terms } = form.value
    const refusals = privacyOf({ depth, ground, list })
    const decision = refusals.length
      ? { accepted: false as const, refusals }
      : writeProgramme(terms)
    if (!decision.accepted)
      return refused(visit.request, visit.reply, decision.refusals, () =>
        newPage(visit, decision.refusals),
      )
    const id = store.programmes.record(
      decision.value,
      {
        depth,
        ground: depth === 'named' ? ground || null : null,
        list: depth === 'named' ? list : [],
      },
      visit.by,
    )
    return saved(
      visit.request,
      visit.reply,
      depth === 'named' && !list.includes(visit.who.personId)
        ? '/desk/programmes'
        : to('/desk/programmes', id),
    )
  })

  desk.get('/desk/programmes/:id', 'matter', (visit) => {
    const programme = findProgramme(store, visit)
    look(store, visit.by, 'programme', programme)
    return show(visit.reply, programmePage(desk, visit, programme))
  })

  desk.change('/desk/programmes/:id/terms', 'matter', (visit) => {
    const programme = findProgrammeToChange(store, visit)
    const form = parse(
      z.strictObject({ ...written(visit.today), basedOn: z.string().transform(Number) }),
      visit.body,
    )
    if (!form.accepted) return again(visit, programme, 'terms', form.refusals)
    const { basedOn, ...terms } = form.value
    const decision = rewriteProgramme(programme, terms, basedOn)
    if (isConflict(decision)) {
      look(store, visit.by, 'programme', programme)
      return refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () =>
        view('errors/conflict', {
          frame: desk.frame(visit, 'Two people changed this', 'events'),
          reason:
            'Someone else changed this while you were writing. Nothing of yours is saved yet.',
          theirs: plainOf(programmeTermsOf(programme)),
          yours: plainOf(terms),
          back: to('/desk/programmes', programme.id),
        }),
      )
    }
    if (!decision.accepted) return again(visit, programme, 'terms', decision.refusals)
    store.programmes.recordTerms(programme.id, decision.value, visit.by)
    return back(visit, programme)
  })

  change('depth', (visit, programme) => {
    const form = parse(z.strictObject(privacy), visit.body)
    if (!form.accepted) return form
    const refusals = privacyOf(form.value)
    if (refusals.length) return { accepted: false, refusals }
    const { depth, ground, list } = form.value
    holdEvidence(
      store,
      'programmes',
      programme.id,
      { depth, ground: ground || null, list },
      visit.by,
    )
    return undefined
  })

  change('phases', (visit, programme) => {
    const form = parse(PhaseForm(visit.today), visit.body)
    if (!form.accepted) return form
    const { name, startsOn, pairings } = form.value
    // The same form again is saved already.
    if (
      programme.phases.some(
        (each) => each.name === name && each.startsOn === startsOn && each.pairings === pairings,
      )
    )
      return undefined
    const decision = beginPhase(programme, form.value)
    if (!decision.accepted) return decision
    store.programmes.recordPhase(programme.id, decision.value, visit.by)
    return undefined
  })

  change('phases/:phaseId/ending', (visit, programme) => {
    const phase = phaseOf(visit, programme)
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? endPhase(phase) : form
    if (!decision.accepted) return decision
    store.programmes.endPhase(programme.id, phase.id, visit.by)
    return undefined
  })

  change('phases/:phaseId/handovers', (visit, programme) => {
    const phase = phaseOf(visit, programme)
    const form = parse(HandoverForm, visit.body)
    const decision = form.accepted ? handOver(form.value) : form
    if (!decision.accepted) return decision
    const handover = decision.value as Parameters<typeof store.programmes.recordHandover>[2]
    const named = (['fromRole', 'toRole'] as const).flatMap((field): Refusal[] =>
      store.sources
        .leadsTo(`${handover[field]}.`)
        .slice(0, 1)
        .map((found) => ({
          field,
          reason: `“${found}” looks like a name or a place. Use the role, such as “an inspector”`,
        })),
    )
    if (named.length) return { accepted: false, refusals: named }
    if (
      !phase.handovers.some(
        (each) =>
          each.organisationId === handover.organisationId &&
          each.fromRole === handover.fromRole &&
          each.toRole === handover.toRole,
      )
    )
      store.programmes.recordHandover(programme.id, phase.id, handover, visit.by)
    return undefined
  })

  change('phases/:phaseId/handovers/:handoverId/ending', (visit, programme) => {
    const handover = phaseOf(visit, programme).handovers.find(
      (each) => each.id === idIn(visit.params.handoverId),
    )
    if (!handover) throw notFound()
    return ended(visit, () => store.programmes.endHandover(programme.id, handover.id, visit.by))
  })

  /**
   * R16: a session of the group has a date and, afterwards, a head count. There is nowhere for what
   * was said.
   */
  change('sessions', (visit, programme) => {
    const form = parse(SessionForm(visit.today), visit.body)
    // It is counted in a list that everyone here reads, so a private programme has no part in it.
    if (form.accepted && programme.depth === 'named')
      return {
        accepted: false,
        refusals: [
          {
            field: 'heldOn',
            reason: 'This programme is held in private, so its sessions are not listed here',
          },
        ],
      }
    const decision = form.accepted
      ? planUnrecorded({ heldOn: form.value.heldOn, name: programmeTermsOf(programme).name })
      : form
    if (!decision.accepted) return decision
    const session = decision.value as { heldOn: string; name: string }
    store.unrecordedSessions.record({ ...session, programmeId: programme.id }, visit.by)
    return undefined
  })

  /**
   * Whoever took part says for themselves whether the others may see their name, and takes it back
   * as easily.
   */
  desk.change('/desk/programmes/:id/alumni', 'matter', (visit) => {
    const programme = findProgramme(store, visit)
    if (!may.own(visit.who)) throw notAllowed()
    const form = parse(AlumnusForm, visit.body)
    if (!form.accepted) return again(visit, programme, 'alumni', form.refusals)
    if (programme.alumniIds.includes(visit.who.personId) !== form.value.agreed)
      store.programmes.recordAlumnus(programme.id, form.value.agreed, visit.by)
    return back(visit, programme)
  })

  function change(
    noun: string,
    write: (visit: Visit, programme: Programme) => Decision<unknown> | undefined,
  ): void {
    desk.change(`/desk/programmes/:id/${noun}`, 'matter', (visit) => {
      const programme = findProgrammeToChange(store, visit)
      const decision = write(visit, programme)
      if (decision && !decision.accepted)
        return again(visit, programme, formOf(noun, visit), decision.refusals)
      return back(visit, programme)
    })
  }
  /** The form on the page that an address belongs to. */
  const formOf = (noun: string, visit: Visit): string =>
    visit.params.phaseId ? `handover-${visit.params.phaseId}` : noun.split('/')[0]!
  const ended = (visit: Visit, end: () => void): Decision<unknown> | undefined => {
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return form
    end()
    return undefined
  }
  const phaseOf = (visit: Visit, programme: Programme) => {
    const phase = programme.phases.find((each) => each.id === idIn(visit.params.phaseId))
    if (!phase) throw notFound()
    return phase
  }
  const privacyOf = (form: {
    depth: Programme['depth']
    ground: string
    list: number[]
  }): Refusal[] => [
    ...privacyRefusals({ ...form, ground: form.ground || null }).filter((each): each is Refusal =>
      Boolean(each),
    ),
    ...whoIsNotHere(store, form.list),
  ]
  const plainOf = ({
    name,
    aim,
    startsOn,
    length,
    agreement,
    support,
    partnerIds,
  }: ProgrammeWritten): string =>
    [
      name,
      aim,
      startsOn && sayWhen(startsOn),
      length,
      agreement,
      support,
      partnerIds.map(namesOf(store).organisation).join(', '),
    ]
      .filter(Boolean)
      .join('\n')
  const back = (visit: Visit, programme: Programme) =>
    saved(
      visit.request,
      visit.reply,
      store.programmes.find(programme.id, visit.who)
        ? to('/desk/programmes', programme.id)
        : '/desk/programmes',
    )
  const again = (visit: Visit, programme: Programme, form: string, errors: Refusal[]) =>
    refusedProgramme(desk, visit, programme, form, errors)
  const newPage = (visit: Visit, errors: Refusal[] = []) =>
    view('desk/evidence/programmes/new', {
      frame: desk.frame(visit, 'Write down a programme', 'events', {
        form: 'terms',
        errors,
        body: visit.body,
      }),
      choices: choicesOf(store),
    })
}
