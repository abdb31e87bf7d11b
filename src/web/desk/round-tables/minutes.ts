import type { Desk, Visit } from '../visit.ts'
import { z } from 'zod'
import type { Decision, Refusal } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import {
  MINUTES_DEPTHS,
  READER_DEPTHS,
  type MinutesDepth,
} from '../../../domain/round-tables/minutes.ts'
import {
  agreeMinutes,
  correct,
  isFinished,
  stateOf,
  titleOf,
  type RoundTable,
} from '../../../domain/round-tables/round-table.ts'
import { refused, saved, show } from '../../answer.ts'
import { WORD, wordDocument } from '../../files/word-document.ts'
import { notFound } from '../../errors.ts'
import { email, needed, parse, someIds, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { findTable } from './find-round-table.ts'
import { recipientsOf } from '../../../work/letters/minutes.ts'
import { readPaper } from '../../../work/papers/minutes.ts'
import { idIn } from '../names.ts'

const CorrectionForm = z.strictObject({ text: words(2000), reason: words(500) })
const EmptyForm = z.strictObject({})
const ReaderForm = z.strictObject({
  role: needed('Say who they are, by role', 120),
  email: email(),
  depth: z.enum(READER_DEPTHS, 'Choose how much they may read'),
})
const LettersForm = z.strictObject({ personIds: someIds(), readerIds: someIds() })

/**
 * Minutes: read at three depths, taken away as a Word document, sent as letters, agreed by the
 * table and corrected.
 */
export const minutesRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/round-tables/:slug/minutes', 'read', (visit) =>
    show(visit.reply, minutesPage(desk, visit, findBegun(visit))),
  )

  desk.get('/desk/round-tables/:slug/minutes.docx', 'read', async (visit) => {
    const table = findBegun(visit)
    const { paper } = readPaper(desk.store, visit, table, depthOf(visit))
    return visit.reply
      .header('content-disposition', `attachment; filename="minutes-${table.slug}.docx"`)
      .type(WORD)
      .send(await wordDocument(paper))
  })

  desk.change('/desk/round-tables/:slug/agreement', 'write', (visit) => {
    const table = findTable(store, visit)
    const at = store.roundTables.list().find((each) => stateOf(each) === 'open')
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? agreeMinutes(table, at) : form
    if (!decision.accepted) return again(visit, table, 'agreement', decision)
    store.roundTables.recordAgreement(table.id, at!.id, visit.by)
    return saved(visit.request, visit.reply, to('/desk/round-tables', at!.slug))
  })

  desk.change('/desk/round-tables/:slug/corrections', 'write', (visit) => {
    const table = findTable(store, visit)
    const form = parse(CorrectionForm, visit.body)
    const decision = form.accepted ? correct(table, form.value.text, form.value.reason) : form
    if (!decision.accepted) return again(visit, table, 'correction', decision)
    store.roundTables.recordCorrection(table.id, decision.value, visit.by)
    return saved(visit.request, visit.reply, to('/desk/round-tables', table.slug))
  })

  desk.change('/desk/round-tables/:slug/readers', 'write', (visit) => {
    const table = findTable(store, visit)
    const form = parse(ReaderForm, visit.body)
    if (!form.accepted) return again(visit, table, 'reader', form)
    store.letters.recordReader({ roundTableId: table.id, ...form.value }, visit.by)
    return saved(visit.request, visit.reply, `${to('/desk/round-tables', table.slug)}#letters`)
  })

  desk.change('/desk/round-tables/:slug/readers/:id/ending', 'write', (visit) => {
    const table = findTable(store, visit)
    const reader = store.letters.findReader(idIn(visit.params.id))
    if (!reader || reader.roundTableId !== table.id) throw notFound()
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, table, 'reader', form)
    store.letters.endReader(reader.id, visit.by)
    return saved(visit.request, visit.reply, `${to('/desk/round-tables', table.slug)}#letters`)
  })

  /**
   * Writes a letter down for each person who was ticked; the postman takes them when that is on
   * disk.
   */
  desk.change('/desk/round-tables/:slug/letters', 'write', (visit) => {
    const table = findTable(store, visit)
    const form = parse(LettersForm, visit.body)
    const may = recipientsOf(store, table, visit.today)
    const none = form.accepted && form.value.personIds.length + form.value.readerIds.length === 0
    const strangers =
      form.accepted &&
      (form.value.personIds.some((id) => !may.some((each) => each.personId === id)) ||
        form.value.readerIds.some((id) => !may.some((each) => each.readerId === id)))
    const errors = !form.accepted
      ? form.refusals
      : !isFinished(table)
        ? [{ field: 'letters', reason: 'Finish the round table first' }]
        : none
          ? [{ field: 'letters', reason: 'Choose who is sent them' }]
          : strangers
            ? [{ field: 'letters', reason: 'Choose from the list' }]
            : []
    if (!form.accepted || errors.length > 0)
      return again(visit, table, 'letters', { accepted: false, refusals: errors })
    store.together(() => {
      for (const personId of form.value.personIds)
        store.letters.record({ roundTableId: table.id, personId, readerId: null }, visit.by)
      for (const readerId of form.value.readerIds)
        store.letters.record({ roundTableId: table.id, personId: null, readerId }, visit.by)
    })
    desk.postLetters()
    return saved(visit.request, visit.reply, `${to('/desk/round-tables', table.slug)}#letters`)
  })

  const findBegun = (visit: Visit): RoundTable => {
    const table = findTable(store, visit)
    if (stateOf(table) === 'planned') throw notFound()
    return table
  }
  const again = (visit: Visit, table: RoundTable, form: string, decision: Decision<unknown>) => {
    const errors: Refusal[] = decision.accepted ? [] : decision.refusals
    return refused(visit.request, visit.reply, errors, () =>
      minutesPage(desk, visit, table, { form, errors, body: visit.body }),
    )
  }
}

const depthOf = (visit: Visit): MinutesDepth =>
  MINUTES_DEPTHS.find((each) => each === visit.query.depth) ?? 'table'

export const minutesPage = (
  desk: Desk,
  visit: Visit,
  table: RoundTable,
  failed?: Parameters<Desk['frame']>[3],
) => {
  const { store } = desk
  const depth = depthOf(visit)
  const letters = store.letters.ofTable(table.id)
  const writes = may.write(visit.who)
  return view('desk/round-tables/minutes', {
    frame: desk.frame(visit, `Minutes, ${titleOf(table)}`, 'round-tables', failed),
    table,
    depth,
    ...readPaper(desk.store, visit, table, depth),
    mayWrite: writes,
    agreeAt: store.roundTables
      .list()
      .find((each) => stateOf(each) === 'open' && each.id !== table.id),
    publication: store.publications.findFor({ kind: 'round-table', roundTableId: table.id }),
    recipients:
      writes && isFinished(table)
        ? recipientsOf(store, table, visit.today).map((each) => ({
            ...each,
            letter:
              letters.findLast(
                (letter) => letter.personId === each.personId && letter.readerId === each.readerId,
              ) ?? null,
          }))
        : [],
    guests: table.attendance
      .filter((each) => each.guestRole !== null)
      .map((each) => each.guestRole!),
  })
}
