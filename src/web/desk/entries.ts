import { z } from 'zod'
import type { Standing } from '../../domain/concern.ts'
import { readWhen, sayWhen, type Day } from '../../domain/day.ts'
import type { Decision, Refusal } from '../../domain/decision.ts'
import { GROUNDS } from '../../domain/depth.ts'
import {
  approve, CHANGES, draftOf, emptyPartnership, happenedOn, hasMovedOn, isApproved, isPublished, namedIn, nameOf, overrule, parseSteps, publish, publishedStanding,
  STRENGTHS, withdraw, WITHDRAWAL_GROUNDS, toldState, type EntryWords, type Telling, type Words
} from '../../domain/entry.ts'
import { may } from '../../domain/may.ts'
import type { RoundTable } from '../../domain/round-table.ts'
import type { Store } from '../../store/store.ts'
import { refused, saved, show } from '../answer.ts'
import { notAllowed, notFound } from '../errors.ts'
import { maybeId, needed, parse, when, words } from '../forms.ts'
import { to } from '../to.ts'
import { view, type EntryLine, type PublicPreview } from '../views.ts'
import type { Desk, Visit } from './door.ts'
import { idIn, linesOf, namesOf } from './names.ts'

const BeginForm = z.strictObject({ kind: z.enum(['entry', 'round-table', 'year', 'partnership']), concernId: maybeId(), roundTableId: maybeId(), year: words(4) })
const change = { changeKind: z.enum(['', ...CHANGES]).default(''), changeWords: words(500), changeGround: z.enum(['', ...GROUNDS]).default(''), basedOn: z.string().transform(Number) }
const EntryForm = (today: Day, actionIds: number[]) => z.strictObject({
  said: words(500), did: words(1500), origin: words(120), on: when(today, 'behind'), strength: z.enum(['', ...STRENGTHS]).default(''), worked: words(400), trail: words(3000),
  ...Object.fromEntries(actionIds.map((id) => [`action-${id}`, words(300)])), ...change
})
const PageForm = z.strictObject({ place: words(200), priorities: words(3000), agreed: words(3000), ...change })
const YearForm = z.strictObject(change)
const PartnershipForm = z.strictObject({
  name: needed('Write the name that residents know', 100), lede: words(400), organisations: words(400), communities: words(400), phone: words(40), email: words(200), address: words(300), hours: words(200),
  about: words(2000), complain: words(600), ...change
})
const OverruleForm = z.strictObject({ key: words(20), found: words(4000), reason: words(500) })
const ApprovalForm = z.strictObject({ draftId: z.string().transform(Number) })
const WithdrawalForm = z.strictObject({ ground: z.enum(['', ...WITHDRAWAL_GROUNDS]).default('') })
const CommentForm = z.strictObject({ text: needed('Write what should change, or that it is right', 1000) })
const EmptyForm = z.strictObject({})

/** Entries and everything else that is told: written from the record, checked, approved by another person, published, corrected, withdrawn. */
export const entriesRoom = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/entries', 'read', (visit) => show(visit.reply, indexPage(visit)))

  desk.change('/desk/entries', 'draft', (visit) => {
    const form = parse(BeginForm, visit.body)
    if (!form.accepted) return refused(visit.request, visit.reply, form.refusals, () => indexPage(visit, { form: 'begin', errors: form.refusals, body: {} }))
    const { kind, concernId, roundTableId, year } = form.value
    const subject = { kind, concernId: kind === 'entry' ? concernId : null, roundTableId: kind === 'round-table' ? roundTableId : null, year: kind === 'year' ? year : null }
    const there = store.tellings.findFor(subject)
    if (there) return saved(visit.request, visit.reply, to('/desk/entries', there.id))
    const first = firstWords(store, subject, visit)
    const id = store.tellings.record(subject, first.words, first.coversIds, visit.by)
    return saved(visit.request, visit.reply, to('/desk/entries', id))
  })

  desk.get('/desk/entries/:id', 'matter', (visit) => show(visit.reply, showPage(visit, find(visit))))

  desk.change('/desk/entries/:id/drafts', 'draft', (visit) => {
    const telling = find(visit)
    const read = readWords(store, telling, visit)
    if (!read.accepted) return again(visit, telling, 'words', read)
    const latest = draftOf(telling)!
    if (read.value.basedOn !== latest.id) {
      return refused(visit.request, visit.reply, [{ field: 'conflict', reason: '' }], () => view('errors/conflict', {
        frame: desk.frame(visit, 'Two people changed this', 'entries'), reason: 'Someone else changed these words while you were writing. Nothing of yours is saved yet.',
        theirs: plainOf(latest.words), yours: plainOf(read.value.words), back: to('/desk/entries', telling.id)
      }))
    }
    store.tellings.recordDraft(telling.id, read.value.words, read.value.coversIds, visit.by)
    return saved(visit.request, visit.reply, `${to('/desk/entries', telling.id)}#checks`)
  })

  desk.change('/desk/entries/:id/overrulings', 'draft', (visit) => {
    const telling = find(visit)
    const form = parse(OverruleForm, visit.body)
    const decision = form.accepted ? overrule(store.sources.checks(telling), form.value.key, form.value.found, form.value.reason) : form
    if (!decision.accepted) return again(visit, telling, 'overrule', decision)
    store.tellings.recordOverruling(telling.id, decision.value, visit.by)
    return saved(visit.request, visit.reply, `${to('/desk/entries', telling.id)}#checks`)
  })

  desk.change('/desk/entries/:id/approval', 'matter', (visit) => {
    const telling = find(visit)
    const alone = isAlone(store)
    if (!may.approve(visit.who, draftOf(telling)!.writerId, alone)) throw notAllowed()
    const form = parse(ApprovalForm, visit.body)
    const decision = form.accepted ? approve(telling, form.value.draftId, store.sources.checks(telling)) : form
    if (!decision.accepted) return again(visit, telling, 'approval', decision)
    store.tellings.recordApproval(telling.id, decision.value.id, visit.who.personId === decision.value.writerId, visit.by)
    return saved(visit.request, visit.reply, `${to('/desk/entries', telling.id)}#publish`)
  })

  desk.change('/desk/entries/:id/publication', 'publish', (visit) => {
    const telling = find(visit)
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? publish(telling, store.sources.checks(telling)) : form
    if (!decision.accepted) return again(visit, telling, 'publication', decision)
    store.together(() => {
      store.tellings.recordPublication(telling, decision.value, visit.by)
      if (telling.concernId !== null) withdrawToldTwice(store, telling.concernId, visit.by)
    })
    return saved(visit.request, visit.reply, to('/desk/entries', telling.id))
  })

  desk.change('/desk/entries/:id/withdrawal', 'publish', (visit) => {
    const telling = find(visit)
    const form = parse(WithdrawalForm, visit.body)
    const decision = form.accepted ? withdraw(telling, form.value.ground) : form
    if (!decision.accepted) return again(visit, telling, 'withdrawal', decision)
    store.tellings.recordWithdrawal(telling, decision.value, visit.by)
    return saved(visit.request, visit.reply, to('/desk/entries', telling.id))
  })

  desk.change('/desk/entries/:id/comments', 'comment', (visit) => {
    const telling = find(visit)
    const form = parse(CommentForm, visit.body)
    if (!form.accepted) return again(visit, telling, 'comment', form)
    store.tellings.recordComment(telling.id, draftOf(telling)!.id, visit.who.organisationId, form.value.text, visit.by)
    return saved(visit.request, visit.reply, to('/desk/entries', telling.id))
  })

  /** A telling whose concern is held in private is not there for anyone off its list, and never in a list (R11). */
  const find = (visit: Visit): Telling => {
    const telling = store.tellings.find(idIn(visit.params.id))
    if (!telling || (telling.concernId !== null && !store.concerns.find(telling.concernId, visit.who))) throw notFound()
    return telling
  }

  const indexPage = (visit: Visit, failed?: Parameters<Desk['frame']>[3]) => {
    const told = store.tellings.list()
    const years = new Set([...store.concerns.listUnfiltered().map((each) => each.createdAt.slice(0, 4)), ...store.actions.listUnfiltered().map((each) => each.agreedAt.slice(0, 4))])
    return view('desk/entries/index', {
      frame: desk.frame(visit, 'Public entries', 'entries', failed), lines: entryLines(store).reverse(),
      toDraft: linesOf(store, store.concerns.list(visit.who), visit.who, visit.today).filter(({ concern, telling }) => concern.depth !== 'named' && concern.mergedIntoId === null && !telling),
      untoldTables: store.tables.list().filter((table) => !told.some((each) => each.roundTableId === table.id)),
      closedYears: [...years].filter((year) => year < visit.today.slice(0, 4) && !told.some((each) => each.year === year)).sort(),
      partnership: told.some((each) => each.kind === 'partnership'), mayDraft: may.draft(visit.who)
    })
  }

  const again = (visit: Visit, telling: Telling, form: string, decision: Decision<unknown>) => {
    const errors: Refusal[] = decision.accepted ? [] : decision.refusals
    return refused(visit.request, visit.reply, errors, () => showPage(visit, telling, { form, errors, body: visit.body }))
  }

  const showPage = (visit: Visit, telling: Telling, failed?: Parameters<Desk['frame']>[3]) => {
    const draft = draftOf(telling)!
    const concern = telling.concernId === null ? undefined : store.concerns.find(telling.concernId, visit.who)
    const all = concern ? store.sources.actionsOf(concern.id) : []
    const table = telling.roundTableId === null ? undefined : store.tables.findById(telling.roundTableId)
    const organisations = store.organisations.list()
    const named = namedIn(draft.words)
    const name = nameOf(telling, concern, table)
    return view('desk/entries/show', {
      frame: desk.frame(visit, name, 'entries', failed), names: namesOf(store), telling, name, words: draft.words, draftId: draft.id, checks: store.sources.checks(telling),
      approved: isApproved(telling), published: isPublished(telling),
      source: { concern, actions: all.filter((action) => action.depth !== 'named'), blocked: all.filter((action) => action.depth === 'named').length, table },
      steps: draft.words.kind === 'entry' ? draft.words.trail.map((step) => `${sayWhen(step.on)}: ${step.words}`).join('\n') : '',
      happened: happenedOn(all), preview: previewOf(draft.words, visit.today), mayDraft: may.draft(visit.who), mayApprove: may.approve(visit.who, draft.writerId, isAlone(store)),
      isWriter: draft.writerId === visit.who.personId, alone: isAlone(store), mayComment: may.comment(visit.who), commentAs: visit.who.organisationId,
      named: organisations.filter((each) => named.includes(each.code)).map((each) => each.publicName), grounds: GROUNDS
    })
  }
}

/** R13: a partnership with one coordinator may switch the second person off, with a reason that the journal keeps. */
export const isAlone = (store: Store): boolean => store.labels.setting('alone') === 'yes'

/** Everything told or about to be, with where it is on its way. Nothing of a named matter. */
export const entryLines = (store: Store): EntryLine[] => {
  const tables = store.tables.list()
  const named = new Set(store.concerns.listUnfiltered().filter((each) => each.depth === 'named').map((each) => each.id))
  return store.tellings.list().filter((telling) => telling.concernId === null || !named.has(telling.concernId)).map((telling) => {
    const now = store.sources.standingOf(telling)
    const table = tables.find((each) => each.id === telling.roundTableId)
    const [concern] = telling.concernId === null ? [] : store.concerns.listUnfiltered([telling.concernId])
    return { telling, name: nameOf(telling, concern, table), standing: now, published: publishedStanding(telling), stage: stageOf(telling, now, table) }
  })
}

const stageOf = (telling: Telling, now: Standing | null, table: RoundTable | undefined): string => {
  if (telling.withdrawal) return 'Withdrawn'
  if (!isPublished(telling)) return isApproved(telling) ? 'Ready to publish' : 'Draft'
  const words = draftOf(telling)!.words
  const past = words.kind === 'round-table' && table !== undefined && words.state !== toldState(table)
  return past || (now !== null && hasMovedOn(telling, now)) ? 'Moved on since' : 'Public'
}

/** What has been told of a matter that is now held in private is taken down at once (R11, R15). */
export const withdrawWhatTells = (store: Store, matter: { concernId?: number; actionId?: number }, by: Visit['by']): void => {
  for (const telling of store.tellings.list().filter((each) => each.publications.length > 0 && !each.withdrawal)) {
    const tells = telling.concernId === matter.concernId || (matter.actionId !== undefined && telling.drafts.some((draft) => draft.coversIds.includes(matter.actionId!)))
    if (tells && telling.concernId !== null) store.tellings.recordWithdrawal(telling, WITHDRAWAL_GROUNDS[0], by)
  }
}

/** Each concern counts once: what was told of a concern joined to another goes when the other is told. */
export const withdrawToldTwice = (store: Store, intoId: number, by: Visit['by']): void => {
  const isTold = (telling: Telling) => telling.publications.length > 0 && !telling.withdrawal
  const told = store.tellings.list().filter(isTold)
  if (!told.some((telling) => telling.concernId === intoId)) return
  const [into] = store.concerns.listUnfiltered([intoId])
  for (const telling of told.filter((each) => each.concernId !== null && into!.mergedIds.includes(each.concernId))) store.tellings.recordWithdrawal(telling, WITHDRAWAL_GROUNDS[2], by)
}

interface Subject { kind: Words['kind']; concernId: number | null; roundTableId: number | null; year: string | null }

const firstWords = (store: Store, subject: Subject, visit: Visit): { words: Words; coversIds: number[] } => {
  if (subject.kind === 'entry') {
    const concern = subject.concernId === null ? undefined : store.concerns.find(subject.concernId, visit.who)
    if (!concern || concern.depth === 'named') throw notFound()
    return { words: store.sources.firstEntry(concern.id), coversIds: store.sources.coversOf(concern.id) }
  }
  if (subject.kind === 'round-table') {
    const table = subject.roundTableId === null ? undefined : store.tables.findById(subject.roundTableId)
    if (!table) throw notFound()
    return { words: store.sources.pageFacts(table.id), coversIds: [] }
  }
  if (subject.kind === 'year') {
    if (!/^\d{4}$/.test(subject.year ?? '') || subject.year! >= visit.today.slice(0, 4)) throw notFound()
    return { words: store.sources.yearFacts(subject.year!), coversIds: [] }
  }
  return { words: emptyPartnership, coversIds: [] }
}

/** Reads the form that belongs to this kind of telling, and fills in what nobody types. */
const readWords = (store: Store, telling: Telling, visit: Visit): Decision<{ words: Words; coversIds: number[]; basedOn: number }> => {
  const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)
  const changeOf = (form: { changeKind: string; changeWords: string; changeGround: string }): Words['change'] =>
    form.changeKind === '' ? { kind: 'first', words: '' } : { kind: form.changeKind as 'news', words: form.changeKind === 'privacy' ? form.changeGround || GROUNDS[1] : form.changeWords }
  const ready = (words: Words, basedOn: number, coversIds: number[] = []) => ({ accepted: true as const, value: { words, coversIds, basedOn } })
  switch (telling.kind) {
    case 'entry': {
      const ids = store.sources.coversOf(telling.concernId!)
      const form = parse(EntryForm(visit.today, ids), visit.body)
      if (!form.accepted) return form
      const fields = form.value as typeof form.value & Record<string, string>
      const steps = parseSteps(fields.trail, (typed) => readWhen(typed, visit.today, 'behind') ?? undefined)
      if (!steps.accepted) return steps
      const facts = store.sources.entryFacts(telling.concernId!, fields.origin, (id) => fields[`action-${id}`] ?? '')
      const entry: EntryWords = {
        kind: 'entry', change: changeOf(form.value), said: fields.said, did: fields.did, ...facts, on: form.value.on,
        worked: form.value.strength === '' ? null : { strength: form.value.strength, words: fields.worked }, trail: steps.value
      }
      return ready(entry, form.value.basedOn, ids)
    }
    case 'round-table': {
      const form = parse(PageForm, visit.body)
      if (!form.accepted) return form
      const { place, priorities, agreed } = form.value
      return ready({ ...store.sources.pageFacts(telling.roundTableId!), change: changeOf(form.value), place: place || null, priorities: lines(priorities), agreed: lines(agreed) }, form.value.basedOn)
    }
    case 'year': {
      const form = parse(YearForm, visit.body)
      return form.accepted ? ready({ ...store.sources.yearFacts(telling.year!), change: changeOf(form.value) }, form.value.basedOn) : form
    }
    case 'partnership': {
      const form = parse(PartnershipForm, visit.body)
      if (!form.accepted) return form
      const { changeKind, changeWords, changeGround, basedOn, ...rest } = form.value
      return ready({ kind: 'partnership', change: changeOf({ changeKind, changeWords, changeGround }), ...rest }, basedOn)
    }
  }
}

const previewOf = (words: Words, today: Day): PublicPreview => {
  const copy = { slug: 'preview', version: 1, publishedOn: today, change: words.change, earlier: [] }
  return words.kind === 'entry' ? { kind: 'entry', entry: { ...copy, words } } : words.kind === 'round-table' ? { kind: 'round-table', table: { ...copy, words } } : { kind: 'other' }
}

/** The free words of a telling, one under another, for two people to compare. */
const plainOf = (words: Words): string => {
  if (words.kind === 'entry') return [words.said, words.did, words.worked?.words ?? '', ...words.actions.map((action) => action.words), ...words.trail.map((step) => `${sayWhen(step.on)}: ${step.words}`)].filter(Boolean).join('\n')
  if (words.kind === 'round-table') return [...words.priorities, ...words.agreed].join('\n')
  return words.kind === 'partnership' ? [words.name, words.lede, words.about, words.phone, words.email, words.address, words.hours].filter(Boolean).join('\n') : words.year
}
