import type { Desk, Visit } from '../visit.ts'
import { choicesOf, namesOf, titleOfConcern } from '../../../work/names.ts'
import { z } from 'zod'
import { agree, KINDS } from '../../../domain/actions/action.ts'
import {
  merge,
  ORIGINS,
  privacyRefusals,
  raise,
  reword,
  split,
  standing,
  wordingOf,
  type Concern,
  type OriginKind,
} from '../../../domain/concerns/concern.ts'
import { DEPTHS, GROUNDS } from '../../../domain/depth.ts'
import type { Day } from '../../../domain/day.ts'
import { isConflict, type Refusal } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import { hasHappened, stateOf } from '../../../domain/round-tables/round-table.ts'
import { refused, saved, show } from '../../answer.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { maybeId, parse, someIds, ticked, when, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import {
  tellWhereItIsTold,
  withdrawToldTwice,
  withdrawWhatTells,
} from '../../../work/hold-in-private.ts'
import { mayOpen } from '../publishing/find-publication.ts'
import { idIn, linesOf, look, whoIsNotHere } from '../names.ts'

const privacy = {
  depth: z.enum(DEPTHS, 'Choose who may know').default('table'),
  ground: z.enum(['', ...GROUNDS]).default(''),
  list: someIds(),
}
export const concernForm = (today: Day, origin: OriginKind = 'other') =>
  z.strictObject({
    text: words(),
    raisedOn: when(today, 'behind'),
    originKind: z.enum(ORIGINS, 'Choose how it reached us').default(origin),
    originNote: words(200),
    themeId: maybeId(),
    areaId: maybeId(),
    held: ticked(),
    ...privacy,
  })
const WordingForm = z.strictObject({
  text: words(),
  themeId: maybeId(),
  areaId: maybeId(),
  basedOn: z.string().transform(Number),
  reason: words(300),
})
const DepthForm = z.strictObject(privacy)
const MergeForm = z.strictObject({ into: maybeId() })
const TextForm = z.strictObject({ text: words() })
const PriorityForm = z.strictObject({ agreed: z.enum(['yes', 'no']), tableId: maybeId() })
export const agreeForm = (today: Day) =>
  z.strictObject({
    text: words(500),
    kind: z.enum(KINDS, 'Choose what kind it is').default('one-off'),
    leadId: maybeId(),
    seatId: maybeId(),
    helperIds: someIds(),
    by: when(today),
    held: ticked(),
    ground: z.enum(['', ...GROUNDS]).default(''),
  })

/**
 * Concerns: written down any day, reworded, joined, split, and held in private where they must be.
 */
export const concernsRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/concerns', 'read', (visit) => {
    const q = [...(visit.query.q ?? '')].slice(0, 100).join('')
    const lines = linesOf(
      store,
      store.concerns.list(visit.who).filter((each) => each.mergedIntoId === null),
      visit.who,
      visit.today,
    )
      .filter((line) => line.text.toLowerCase().includes(q.toLowerCase()))
      .toReversed()
    return show(
      visit.reply,
      view('desk/concerns/index', {
        frame: desk.frame(visit, 'Concerns', 'concerns'),
        names: namesOf(store),
        lines,
        mayWrite: may.write(visit.who),
        q,
      }),
    )
  })

  desk.get('/desk/concerns/new', 'write', (visit) => show(visit.reply, newPage(visit)))

  desk.change('/desk/concerns', 'write', (visit) => {
    const form = parse(concernForm(visit.today), visit.body)
    if (!form.accepted)
      return refused(visit.request, visit.reply, form.refusals, () => newPage(visit, form.refusals))
    const absent = whoIsNotHere(store, form.value.list)
    if (absent.length)
      return refused(visit.request, visit.reply, absent, () => newPage(visit, absent))
    const { ground, originNote, raisedOn, held: _held, ...said } = form.value
    const decision = raise(
      {
        ...said,
        raisedOn: raisedOn ?? visit.today,
        originNote: originNote || null,
        ground: ground || null,
      },
      visit.today,
    )
    if (!decision.accepted)
      return refused(visit.request, visit.reply, decision.refusals, () =>
        newPage(visit, decision.refusals),
      )
    const id = store.concerns.record(
      decision.value,
      { roundTableId: null, splitFromId: null },
      visit.by,
    )
    return saved(
      visit.request,
      visit.reply,
      decision.value.depth === 'named' && !decision.value.list.includes(visit.who.personId)
        ? '/desk/concerns'
        : to('/desk/concerns', id),
    )
  })

  desk.get('/desk/concerns/:id', 'matter', (visit) => {
    const concern = find(visit)
    lookAt(visit, concern)
    return show(visit.reply, showPage(visit, concern))
  })

  desk.change('/desk/concerns/:id/wordings', 'matter', (visit) => {
    const concern = findToChange(visit)
    const form = parse(WordingForm, visit.body)
    if (!form.accepted) return again(visit, concern, 'wording', form.refusals)
    const decision = reword(concern, form.value.text, form.value.basedOn)
    if (isConflict(decision)) {
      look(store, visit.by, 'concern', concern)
      return refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () =>
        view('errors/conflict', {
          frame: desk.frame(visit, 'Two people changed this', 'concerns'),
          reason:
            'Someone else changed these words while you were writing. Nothing of yours is saved yet.',
          theirs: wordingOf(concern).text,
          yours: form.value.text,
          back: to('/desk/concerns', concern.id),
        }),
      )
    }
    if (!decision.accepted) return again(visit, concern, 'wording', decision.refusals)
    store.concerns.recordWording(
      concern.id,
      {
        text: decision.value,
        themeId: form.value.themeId,
        areaId: form.value.areaId,
        reason: form.value.reason || null,
      },
      visit.by,
    )
    return saved(visit.request, visit.reply, to('/desk/concerns', concern.id))
  })

  desk.change('/desk/concerns/:id/depth', 'matter', (visit) => {
    const concern = findToChange(visit)
    const form = parse(DepthForm, visit.body)
    const matter = form.accepted ? { ...form.value, ground: form.value.ground || null } : undefined
    const errors = form.accepted
      ? [
          ...privacyRefusals(matter!).filter((each): each is Refusal => Boolean(each)),
          ...whoIsNotHere(store, form.value.list),
        ]
      : form.refusals
    if (!matter || errors.length > 0) return again(visit, concern, 'depth', errors)
    store.together(() => {
      const trail = trailOf(concern)
      for (const id of trail) store.concerns.recordDepth(id, matter, visit.by)
      const actionIds = trail.flatMap((id) =>
        store.sources.actionsOf(id).map((action) => action.id),
      )
      if (matter.depth === 'named')
        withdrawWhatTells(store, { concernIds: trail, actionIds }, visit.by)
    })
    return saved(
      visit.request,
      visit.reply,
      matter.depth === 'named' && !matter.list.includes(visit.who.personId)
        ? '/desk/concerns'
        : to('/desk/concerns', concern.id),
    )
  })

  desk.change('/desk/concerns/:id/priorities', 'matter', (visit) => {
    const concern = findToChange(visit)
    const form = parse(PriorityForm, visit.body)
    if (!form.accepted) return again(visit, concern, 'priority', form.refusals)
    store.concerns.recordPriority(
      concern.id,
      form.value.agreed === 'yes',
      form.value.tableId,
      visit.by,
    )
    return saved(visit.request, visit.reply, to('/desk/concerns', concern.id))
  })

  desk.change('/desk/concerns/:id/merging', 'matter', (visit) => {
    const concern = findToChange(visit)
    const form = parse(MergeForm, visit.body)
    const into =
      form.accepted && form.value.into !== null
        ? store.concerns.find(form.value.into, visit.who)
        : undefined
    if (!form.accepted || !into)
      return again(
        visit,
        concern,
        'merging',
        form.accepted
          ? [{ field: 'into', reason: 'Choose the concern it belongs with' }]
          : form.refusals,
      )
    const decision = merge(concern, into)
    if (!decision.accepted) return again(visit, concern, 'merging', decision.refusals)
    store.together(() => {
      store.concerns.recordMerge(concern.id, into.id, visit.by)
      withdrawToldTwice(store, into.id, visit.by)
      tellWhereItIsTold(store, into.id, visit.by)
    })
    return saved(visit.request, visit.reply, to('/desk/concerns', into.id))
  })

  desk.change('/desk/concerns/:id/splitting', 'matter', (visit) => {
    const concern = findToChange(visit)
    const form = parse(TextForm, visit.body)
    const decision = form.accepted ? split(concern, form.value.text) : form
    if (!decision.accepted) return again(visit, concern, 'splitting', decision.refusals)
    const id = store.concerns.record(
      decision.value,
      { roundTableId: concern.roundTableId, splitFromId: concern.id },
      visit.by,
    )
    return saved(visit.request, visit.reply, to('/desk/concerns', id))
  })

  desk.change('/desk/concerns/:id/actions', 'matter', (visit) => {
    const concern = findToChange(visit)
    const form = parse(agreeForm(visit.today), visit.body)
    // Between tables nobody sits there to agree, so another organisation's action waits until its
    // seat accepts (R6).
    const decision = form.accepted
      ? agree(form.value, (id) => id === visit.who.organisationId)
      : form
    if (!form.accepted || !decision.accepted)
      return again(visit, concern, 'agree', decision.accepted ? [] : decision.refusals)
    // Under a named concern an action is held by the concern's own list, so that whoever may know
    // the one may know the other.
    const held = form.value.held && concern.depth !== 'named'
    const { ground } = form.value
    if (held && !ground)
      return again(visit, concern, 'agree', [
        { field: 'ground', reason: 'Choose the ground. It is all that others will read' },
      ])
    store.actions.record(
      decision.value,
      {
        roundTableId: null,
        concernIds: [concern.id],
        depth: held ? 'named' : 'table',
        ground: held ? ground : null,
        list: [visit.who.personId],
      },
      visit.by,
    )
    return saved(visit.request, visit.reply, to('/desk/concerns', concern.id))
  })

  /**
   * A concern, all that was joined to it, and what it was joined to: they are one matter, held at
   * one depth (R9).
   */
  const trailOf = (concern: Concern): number[] => {
    let [root] = [concern]
    while (root.mergedIntoId !== null) root = store.concerns.listUnfiltered([root.mergedIntoId])[0]!
    return [root.id, ...root.mergedIds]
  }
  const find = (visit: Visit): Concern => {
    const concern = store.concerns.find(idIn(visit.params.id), visit.who)
    if (!concern) throw notFound()
    return concern
  }
  /**
   * The page of a named concern shows its actions in words too, so each of those is a look as well
   * (R11).
   */
  const lookAt = (visit: Visit, concern: Concern): void => {
    look(store, visit.by, 'concern', concern)
    if (concern.depth === 'named')
      for (const action of actionsUnder(visit, concern)) look(store, visit.by, 'action', action)
  }
  const actionsUnder = (visit: Visit, concern: Concern) =>
    [concern.id, ...concern.mergedIds].flatMap((id) => store.actions.ofConcern(id, visit.who))
  const findToChange = (visit: Visit): Concern => {
    const concern = find(visit)
    if (!may.change(visit.who, concern)) throw notAllowed()
    return concern
  }
  const newPage = (visit: Visit, errors: Refusal[] = []) =>
    view('desk/concerns/new', {
      frame: desk.frame(visit, 'Write down a concern', 'concerns', {
        form: 'raise',
        errors,
        body: errors.length ? visit.body : {},
      }),
      choices: choicesOf(store),
    })
  const again = (visit: Visit, concern: Concern, form: string, errors: Refusal[]) => {
    lookAt(visit, concern)
    return refused(visit.request, visit.reply, errors, () =>
      showPage(visit, concern, { form, errors, body: visit.body }),
    )
  }
  const showPage = (
    visit: Visit,
    concern: Concern,
    failed?: { form: string; errors: Refusal[]; body: unknown },
  ) => {
    const actions = actionsUnder(visit, concern)
    const all = store.concerns.list(visit.who)
    const entry = store.publications.findFor({ kind: 'entry', concernId: concern.id })
    return view('desk/concerns/show', {
      frame: desk.frame(visit, titleOfConcern(concern), 'concerns', failed),
      names: namesOf(store),
      choices: choicesOf(store),
      concern,
      standing: standing(actions),
      actions,
      notes: store.notes.ofConcern(concern.id),
      events: store.events.list(visit.who).filter((event) => event.concernIds.includes(concern.id)),
      programmes: store.programmes
        .list(visit.who)
        .filter((programme) =>
          programme.points.some((point) =>
            point.steps.some((step) => step.concernId === concern.id),
          ),
        ),
      leaflets: [],
      publication: concern.depth === 'named' ? undefined : entry,
      mayOpen: entry !== undefined && mayOpen(store, visit, entry),
      into: all.find((each) => each.id === concern.mergedIntoId),
      merged: all.filter((each) => concern.mergedIds.includes(each.id)),
      splits: all.filter(
        (each) => concern.splitIds.includes(each.id) || each.id === concern.splitFromId,
      ),
      others: all
        .filter((each) => each.id !== concern.id && each.mergedIntoId === null)
        .map((each) => ({ id: each.id, text: titleOfConcern(each) })),
      mayWrite: may.change(visit.who, concern),
      open: store.roundTables.list().find((each) => stateOf(each) === 'open'),
      tables: store.roundTables.list().filter(hasHappened),
    })
  }
}
