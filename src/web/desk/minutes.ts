import { z } from 'zod'
import { inAgendaOrder, isOpen, termsOf } from '../../domain/action.ts'
import { addDays } from '../../domain/day.ts'
import type { Decision, Refusal } from '../../domain/decision.ts'
import { may } from '../../domain/may.ts'
import { itemsOf, MINUTES_DEPTHS, READER_DEPTHS, reviewsOf, type MinutesDepth } from '../../domain/minutes.ts'
import { ownSection, paperOf, type Called, type Paper } from '../../domain/paper.ts'
import { prioritiesAt } from '../../domain/priority.ts'
import { agreeMinutes, correct, isRepresented, missing, stateOf, titleOf, type RoundTable } from '../../domain/round-table.ts'
import type { Who } from '../../domain/person.ts'
import { isHeldOn } from '../../domain/seat.ts'
import { minutesLetter, type Letter } from '../../mail/letters.ts'
import type { LetterRow } from '../../store/letters.ts'
import type { Store } from '../../store/store.ts'
import { refused, saved, show } from '../answer.ts'
import { WORD, wordDocument } from '../document.ts'
import { notFound } from '../errors.ts'
import { email, needed, parse, someIds, words } from '../forms.ts'
import { say } from '../say.ts'
import { to } from '../to.ts'
import { view } from '../views.ts'
import type { Desk, Visit } from './door.ts'
import { idIn, namesOf } from './names.ts'

const CorrectionForm = z.strictObject({ text: words(2000), reason: words(500) })
const EmptyForm = z.strictObject({})
const ReaderForm = z.strictObject({ role: needed('Say who they are, by role', 120), email: email(), depth: z.enum(READER_DEPTHS, 'Choose how much they may read') })
const LettersForm = z.strictObject({ personIds: someIds(), readerIds: someIds() })

/** Minutes: read at three depths, taken away as a Word document, sent as letters, agreed by the table and corrected. */
export const minutesRoom = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/round-tables/:slug/minutes', 'read', (visit) => show(visit.reply, minutesPage(desk, visit, findBegun(visit))))

  desk.get('/desk/round-tables/:slug/minutes.docx', 'read', async (visit) => {
    const table = findBegun(visit)
    const paper = readPaper(desk, visit, table, depthOf(visit))
    return visit.reply.header('content-disposition', `attachment; filename="minutes-${table.slug}.docx"`).type(WORD).send(await wordDocument(paper))
  })

  desk.change('/desk/round-tables/:slug/agreement', 'write', (visit) => {
    const table = find(visit)
    const at = store.tables.list().find((each) => stateOf(each) === 'open')
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? agreeMinutes(table, at) : form
    if (!decision.accepted) return again(visit, table, 'agreement', decision)
    store.tables.recordAgreement(table.id, at!.id, visit.by)
    return saved(visit.request, visit.reply, to('/desk/round-tables', at!.slug))
  })

  desk.change('/desk/round-tables/:slug/corrections', 'write', (visit) => {
    const table = find(visit)
    const form = parse(CorrectionForm, visit.body)
    const decision = form.accepted ? correct(table, form.value.text, form.value.reason) : form
    if (!decision.accepted) return again(visit, table, 'correction', decision)
    store.tables.recordCorrection(table.id, decision.value, visit.by)
    return saved(visit.request, visit.reply, to('/desk/round-tables', table.slug))
  })

  desk.change('/desk/round-tables/:slug/readers', 'write', (visit) => {
    const table = find(visit)
    const form = parse(ReaderForm, visit.body)
    if (!form.accepted) return again(visit, table, 'reader', form)
    store.letters.recordReader({ roundTableId: table.id, ...form.value }, visit.by)
    return saved(visit.request, visit.reply, `${to('/desk/round-tables', table.slug)}#letters`)
  })

  desk.change('/desk/round-tables/:slug/readers/:id/ending', 'write', (visit) => {
    const table = find(visit)
    const reader = store.letters.findReader(idIn(visit.params.id))
    if (!reader || reader.roundTableId !== table.id) throw notFound()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, table, 'reader', form)
    store.letters.endReader(reader.id, visit.by)
    return saved(visit.request, visit.reply, `${to('/desk/round-tables', table.slug)}#letters`)
  })

  /** Writes a letter down for each person who was ticked; the postman takes them when that is on disk. */
  desk.change('/desk/round-tables/:slug/letters', 'write', (visit) => {
    const table = find(visit)
    const form = parse(LettersForm, visit.body)
    const may = recipientsOf(store, table, visit.today)
    const none = form.accepted && form.value.personIds.length + form.value.readerIds.length === 0
    const strangers = form.accepted && (form.value.personIds.some((id) => !may.some((each) => each.personId === id)) || form.value.readerIds.some((id) => !may.some((each) => each.readerId === id)))
    const errors = !form.accepted ? form.refusals : !isFinished(table) ? [{ field: 'letters', reason: 'Finish the round table first' }] : none ? [{ field: 'letters', reason: 'Choose who is sent them' }] : strangers ? [{ field: 'letters', reason: 'Choose from the list' }] : []
    if (!form.accepted || errors.length > 0) return again(visit, table, 'letters', { accepted: false, refusals: errors })
    store.together(() => {
      for (const personId of form.value.personIds) store.letters.record({ roundTableId: table.id, personId, readerId: null }, visit.by)
      for (const readerId of form.value.readerIds) store.letters.record({ roundTableId: table.id, personId: null, readerId }, visit.by)
    })
    desk.postLetters()
    return saved(visit.request, visit.reply, `${to('/desk/round-tables', table.slug)}#letters`)
  })

  const find = (visit: Visit): RoundTable => {
    const table = store.tables.find(visit.params.slug ?? '')
    if (!table) throw notFound()
    return table
  }
  const findBegun = (visit: Visit): RoundTable => {
    const table = find(visit)
    if (stateOf(table) === 'planned') throw notFound()
    return table
  }
  const again = (visit: Visit, table: RoundTable, form: string, decision: Decision<unknown>) => {
    const errors: Refusal[] = decision.accepted ? [] : decision.refusals
    return refused(visit.request, visit.reply, errors, () => minutesPage(desk, visit, table, { form, errors, body: visit.body }))
  }
}

/** Why a letter waits, where it is not the post. */
const OPENED_AGAIN = 'opened again'

const isFinished = (table: RoundTable): boolean => ['draft', 'agreed'].includes(stateOf(table))

const depthOf = (visit: Visit): MinutesDepth => MINUTES_DEPTHS.find((each) => each === visit.query.depth) ?? 'table'

export const minutesPage = (desk: Desk, visit: Visit, table: RoundTable, failed?: Parameters<Desk['frame']>[3]) => {
  const { store } = desk
  const depth = depthOf(visit)
  const letters = store.letters.ofTable(table.id)
  const writes = may.write(visit.who)
  return view('desk/round-tables/minutes', {
    frame: desk.frame(visit, `Minutes, ${titleOf(table)}`, 'round-tables', failed), table, depth, paper: readPaper(desk, visit, table, depth), mayWrite: writes,
    hasNamed: namedFor(store, table, visit.who).length > 0, agreeAt: store.tables.list().find((each) => stateOf(each) === 'open' && each.id !== table.id),
    telling: store.tellings.findFor({ kind: 'round-table', roundTableId: table.id }),
    recipients: writes && isFinished(table) ? recipientsOf(store, table, visit.today).map((each) => ({ ...each, letter: letters.findLast((letter) => letter.personId === each.personId && letter.readerId === each.readerId) ?? null })) : [],
    guests: table.attendance.filter((each) => each.guestRole !== null).map((each) => each.guestRole!)
  })
}

/** The paper for a reader. At the deepest depth each matter it opens is a look, written before anything is drawn (R11). */
const readPaper = ({ store }: Desk, visit: Visit, table: RoundTable, depth: MinutesDepth): Paper => {
  if (depth === 'named') for (const { noun, id } of namedFor(store, table, visit.who)) store.journal.recordLook(visit.by, noun, id)
  return paperFor(store, table, depth, visit.who)
}

const recordsOf = (store: Store, table: RoundTable) => {
  const ids = store.tables.concernIds(table.id)
  const concerns = store.concerns.listUnfiltered(ids)
  return { here: ids.map((id) => concerns.find((each) => each.id === id)!), actions: store.actions.listUnfiltered() }
}

/** The named matters of a table whose list this person is on. */
const namedFor = (store: Store, table: RoundTable, who: Who): { noun: 'concern' | 'action'; id: number }[] => {
  const { here, actions } = recordsOf(store, table)
  const hangsHere = actions.filter((each) => each.roundTableId === table.id || each.updates.some((update) => update.roundTableId === table.id) || each.closings.some((closing) => closing.roundTableId === table.id))
  const opens = (matter: { depth: string; list: number[] }) => matter.depth === 'named' && matter.list.includes(who.personId)
  return [...here.filter(opens).map(({ id }) => ({ noun: 'concern' as const, id })), ...hangsHere.filter(opens).map(({ id }) => ({ noun: 'action' as const, id }))]
}

/** The minutes as they are at one depth; for a person, with the matters whose list they are on. */
const paperFor = (store: Store, table: RoundTable, depth: MinutesDepth, who: Who | null): Paper => {
  const { here, actions } = recordsOf(store, table)
  const mayRead = (matter: { depth: 'public' | 'table' | 'named'; list: number[] }) => who !== null && may.see(who, matter)
  const organisations = store.organisations.list()
  const tables = store.tables.list()
  const notes = store.notes.ofTable(table.id)
  return paperOf({
    table, depth, items: itemsOf(table, here, actions, notes, depth, mayRead), reviews: reviewsOf(table, actions, depth, mayRead), notes,
    priorities: prioritiesAt(table, store.concerns.listUnfiltered()), missing: missing(table, organisations),
    runs: organisations.filter((each) => table.expectedIds.includes(each.id)).map((each) => run(each.id, each.publicName, table, tables)),
    agreedHere: tables.filter((each) => each.agreedAtTableId === table.id), agreedAt: tables.find((each) => each.id === table.agreedAtTableId), next: tables.filter((each) => each.heldOn > table.heldOn && (each.plannedAt ?? '') <= (table.finishedAt ?? '9999')).at(-1)
  }, calledIn(store))
}

const calledIn = (store: Store): Called => {
  const names = namesOf(store)
  return { organisation: names.organisation, seat: names.seat, status: say.statusOf }
}

/** R6: "the police present at 9 of the last 10". */
const run = (organisationId: number, name: string, table: RoundTable, tables: RoundTable[]): string => {
  const held = tables.filter((each) => each.openedAt && each.heldOn <= table.heldOn && each.expectedIds.includes(organisationId)).slice(0, 10)
  return `${name} present at ${held.filter((each) => isRepresented(each, organisationId)).length} of the last ${held.length}`
}

export interface Recipient { personId: number | null; readerId: number | null; name: string; email: string; depth: 'public' | 'table' }

/** Everyone who came or sent apologies, by the seat they hold now; and those who were added without an account. */
const recipientsOf = (store: Store, table: RoundTable, today: string): Recipient[] => {
  const seats = store.organisations.seats()
  const seated = table.attendance.filter((each) => each.seatId !== null && each.presence !== 'absent').flatMap((each) => seats.find((seat) => seat.id === each.seatId)?.holders.filter((holding) => isHeldOn(holding, today)).map((holding) => holding.personId) ?? [])
  const people = [...new Set(seated)].map((id) => store.people.find(id)!).filter((person) => person.endedAt === null)
  return [
    ...people.map((person) => ({ personId: person.id, readerId: null, name: person.name, email: person.email, depth: 'table' as const })),
    ...store.letters.readers(table.id).map((reader) => ({ personId: null, readerId: reader.id, name: reader.role, email: reader.email, depth: reader.depth }))
  ]
}

/** What a letter says is read from the record when it goes, so that what is held in private since is held in the letter too. */
export const letterWriter = (store: Store, publicUrl: string, today: () => string) => (row: LetterRow): Letter | undefined => {
  const table = store.tables.findById(row.roundTableId)!
  // Minutes that were opened again go out when they are finished again.
  if (!isFinished(table)) throw Object.assign(new Error('open'), { code: OPENED_AGAIN })
  if (row.readerId !== null) {
    const reader = store.letters.findReader(row.readerId)
    return reader && reader.endedAt === null ? minutesLetter(reader.email, paperFor(store, table, reader.depth, null), null, publicUrl) : undefined
  }
  const person = store.people.find(row.personId!)
  const who = store.people.who(row.personId!, today())
  if (!person || !who) return undefined
  const mine = store.actions.list(who).filter((action) => action.depth !== 'named' && isOpen(action) && isTheirs(termsOf(action), who))
  return minutesLetter(person.email, paperFor(store, table, 'table', null), ownSection(inAgendaOrder(mine, today(), addDays(today(), 92)), calledIn(store)), publicUrl)
}

/** Theirs by the seat they hold; where no seat is agreed, their organisation's. */
const isTheirs = ({ seatId, leadId }: { seatId: number | null; leadId: number | null }, who: Who): boolean =>
  seatId !== null ? who.seatIds.includes(seatId) : leadId === who.organisationId
