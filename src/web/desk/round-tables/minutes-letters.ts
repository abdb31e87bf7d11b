import { z } from 'zod'
import { accept, refuse, type Decision } from '../../../domain/decision.ts'
import { READER_DEPTHS } from '../../../domain/round-tables/minutes.ts'
import { isFinished, stateOf, type RoundTable } from '../../../domain/round-tables/round-table.ts'
import { sameWords } from '../../../domain/same-words.ts'
import { recipientsOf } from '../../../work/letters/round-tables/minutes.ts'
import { byPolicy, NothingTyped, type Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { email, maybeId, needed, someIds } from '../../forms.ts'
import { to } from '../../to.ts'
import type { Drawn } from '../../views/view.ts'
import { idIn } from '../names.ts'
import { change, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { findTable } from './find-round-table.ts'
import { minutesPage } from './minutes-page.ts'
import { plannedPage } from './planning/planned-page.ts'

const ReaderForm = z.strictObject({
  role: needed('Say who they are, by role', 120),
  email: email(),
  depth: z.enum(READER_DEPTHS, 'Choose how much they may read'),
  organisationId: maybeId(),
})
const LettersForm = z.strictObject({ personIds: someIds(), readerIds: someIds() })

/** Before a table has met they are its guests, who are asked to it; then those who read its minutes. */
const isAhead = (table: RoundTable): boolean => stateOf(table) === 'planned'

const readersOf = (table: RoundTable): string =>
  isAhead(table) ? `${to('/desk/round-tables', table.slug)}#guests` : lettersOf(table)

const readersAgain = (visit: Visit, table: RoundTable, failed: Failed): Drawn =>
  isAhead(table) ? plannedPage(visit, table, failed) : minutesPage(visit, table, failed)

const addReader = change('/desk/round-tables/:slug/readers', 'write', {
  name: 'reader',
  find: (visit: Visit) => findTable(visit),
  allow: byPolicy,
  form: ReaderForm,
  decide: ({ store }, { id }, form) => {
    const there = store.letters.readers(id).find((each) => sameWords(each.email, form.email))
    const { organisationId } = form
    if (organisationId !== null && !store.organisations.find(organisationId))
      return refuse('organisationId', 'Choose from the list')
    return there && there.depth !== form.depth
      ? refuse('email', 'They may read these minutes already. Take them off first, then add them')
      : accept({ form, isThere: there !== undefined })
  },
  record: ({ store, by }, { id }, { form, isThere }) => {
    if (!isThere) store.letters.recordReader({ roundTableId: id, ...form }, by)
  },
  answer: (_visit, table) => readersOf(table),
  again: readersAgain,
})

const endReader = change('/desk/round-tables/:slug/readers/:id/ending', 'write', {
  name: 'reader',
  find: (visit: Visit) => {
    const table = findTable(visit)
    const reader = visit.store.letters.findReader(idIn(visit.params.id))
    if (!reader || reader.roundTableId !== table.id) throw notFound()
    return { table, reader }
  },
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit, { reader }) => accept(reader),
  record: ({ store, by }, _found, { id }) => store.letters.endReader(id, by),
  answer: (_visit, { table }) => readersOf(table),
  again: (visit, { table }, failed) => readersAgain(visit, table, failed),
})

/**
 * Writes a letter down for each person who was ticked; the postman takes them when that is on
 * disk.
 */
const sendLetters = change('/desk/round-tables/:slug/letters', 'write', {
  name: 'letters',
  find: (visit: Visit) => findTable(visit),
  allow: byPolicy,
  form: LettersForm,
  decide: (visit, table, ticked) => mayAllHave(visit, table, ticked),
  record: ({ store, by }, { id: roundTableId }, { personIds, readerIds }) => {
    for (const personId of personIds)
      store.letters.record({ roundTableId, personId, readerId: null }, by)
    for (const readerId of readerIds)
      store.letters.record({ roundTableId, personId: null, readerId }, by)
  },
  answer: ({ desk }, table) => {
    desk.postLetters()
    return lettersOf(table)
  },
  again: minutesPage,
})

type Ticked = z.infer<typeof LettersForm>

/** Finished minutes go to those who may have them, and to at least one. */
const mayAllHave = (
  { store, today }: Visit,
  table: RoundTable,
  ticked: Ticked,
): Decision<Ticked> => {
  if (!isFinished(table)) return refuse('letters', 'Finish the round table first')
  if (ticked.personIds.length + ticked.readerIds.length === 0)
    return refuse('letters', 'Choose who is sent them')
  const recipients = recipientsOf(store, table, today)
  const areAll =
    ticked.personIds.every((id) => recipients.some((each) => each.personId === id)) &&
    ticked.readerIds.every((id) => recipients.some((each) => each.readerId === id))
  return areAll ? accept(ticked) : refuse('letters', 'Choose from the list')
}

const lettersOf = ({ slug }: RoundTable): string => `${to('/desk/round-tables', slug)}#letters`

/** Minutes sent as letters: to people of the table, and to readers who have no account. */
export const minutesLettersRoutes: readonly Route[] = [addReader, endReader, sendLetters]
