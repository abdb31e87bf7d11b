import type { z } from 'zod'
import { accept, conflict, refuse, type Decision } from '../../../../domain/decision.ts'
import { stateOf, titleOf, type RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { isAnotherBox } from '../../../../store/round-tables/typed-lines.ts'
import { lineOf, type WrittenLine } from '../../../../work/put-right/line-of.ts'
import { recordRewritten } from '../../../../work/put-right/record-rewritten.ts'
import { rewriteLine, type Rewritten } from '../../../../work/put-right/rewrite-line.ts'
import { writeLines } from '../../../../work/minute-lines/write-lines.ts'
import { saved, show, wantsPart } from '../../../answer.ts'
import { byPolicy } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { to } from '../../../to.ts'
import type { Drawn } from '../../../views/view.ts'
import { change, conflictPage, get, post, type Handler, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import {
  boxAgain,
  BoxForm,
  isAnother,
  TO_ITS_WRITER,
  TooLate,
  typedBox,
  type BoxTyped,
} from './box-form.ts'
import { previewBox, readBox } from './box-reading.ts'
import { findOpen, findTable } from '../find-round-table.ts'
import { minutePage } from '../minuting/minuting-page.ts'
import { newsPart } from './news.ts'
import { lastConcern, placeOf } from './quick-box.ts'
import { keepUnsent } from './unsent.ts'

const LINES = '/desk/round-tables/:slug/lines'

/** A box that is written down, and what it puts in the place of the line that it was typed over. */
interface Sent {
  box: BoxTyped
  instead: { written: WrittenLine; rewritten: Rewritten } | null
}

/** Words that come too late are shown again. Where there are none, the address is simply closed. */
const findForBox = (visit: Visit): RoundTable => {
  const table = findTable(visit)
  return typedBox(visit.body).text ? table : findOpen(visit)
}

const isLate = (table: RoundTable): boolean => stateOf(table) !== 'open'

const decideBox = (
  visit: Visit,
  table: RoundTable,
  box: BoxTyped | null,
): Decision<Sent | null> => {
  if (box === null) return conflict('')
  const { text, key, instead, basedOn, who } = box
  if (isAnother(visit, who)) return accept(null)
  const { store } = visit
  const before = store.typedLines.sent(key)
  const sent = { roundTableId: table.id, typed: text, personId: visit.who.personId }
  if (text && isAnotherBox(before, sent))
    return conflict(
      'This box was sent already with other words. These are not written down yet. Send them again',
    )
  if (instead === '' || before.length > 0) return accept({ box, instead: null })
  const written = lineOf(store, visit, table, instead)
  if (!written) return conflict(`Someone else took this line out. You wrote “${text}”`)
  if (basedOn !== '' && written.basedOn !== basedOn)
    return conflict(
      `Someone else changed this line. It now says “${written.text ?? ''}”. ` +
        `You wrote “${text}”. Save again to keep yours`,
    )
  if (!text) return refuse('text', 'Write the line, or take it out')
  const rewritten = rewriteLine(store, visit, table, written, text)
  return rewritten.accepted
    ? accept({ box, instead: { written, rewritten: rewritten.value } })
    : rewritten
}

/** @returns the concern that stands last now. */
const recordBox = (
  visit: Visit,
  table: RoundTable,
  { box: { text, key, last, instead: place }, instead }: Sent,
): number | null => {
  const { store, who, by } = visit
  const lastConcernId = lastConcern(store, visit, table, last)?.id ?? null
  const became = instead
    ? [
        recordRewritten(
          store,
          visit,
          { table, key, written: instead.written, typed: text },
          instead.rewritten,
        ),
      ]
    : writeLines(store, visit, { table, key, lastConcernId }, text)
  if (place === '' || isKeptBox(visit, table, key))
    store.typedLines.drop(who.personId, placeOf(table), 'quick')
  // The same box may have been kept when a session ran out, for the desk to send.
  for (const form of store.people.keptForms(who.personId))
    if (form.fields.key === key) store.people.dropKeptForm(form.id, who.personId, by)
  if (instead) return lastConcernId
  const end = became.findLast(({ noun }) => noun === 'concern' || noun === 'turn')
  return end ? (end.noun === 'concern' ? end.id : null) : lastConcernId
}

/** A line may be typed better in the box, or where it stands: the box is emptied of its own. */
const isKeptBox = ({ store, who }: Visit, table: RoundTable, key: string): boolean =>
  store.typedLines.kept(who.personId, placeOf(table)).quick?.key === key

/**
 * Someone finished the minutes while this was typed: nothing is written, and nothing of it is lost.
 */
const tooLate = (visit: Visit, table: RoundTable): Drawn =>
  conflictPage(visit, 'round-tables', {
    title: 'These minutes are finished',
    reason:
      'Someone finished these minutes while you were typing. Copy your words, and write them as a correction.',
    theirs: `The minutes of the ${titleOf(table)} are finished.`,
    yours: typedBox(visit.body).text,
    back: to('/desk/round-tables', table.slug),
  })

const writeBox = change(LINES, 'write', {
  name: 'quick',
  find: findForBox,
  allow: byPolicy,
  form: (_visit, table): z.ZodType<BoxTyped | null> => (isLate(table) ? TooLate : BoxForm),
  decide: decideBox,
  record: (visit, table, sent) =>
    sent && { seen: sent.box.seen, last: recordBox(visit, table, sent) },
  answer: (visit, table, done) =>
    done === null
      ? TO_ITS_WRITER
      : {
          to: `${to('/desk/round-tables', table.slug, { last: done.last ?? undefined })}#quick-text`,
          part: () => newsPart(visit, table, done.seen, done.last),
        },
  again: (visit, table, failed) =>
    isLate(table) ? tooLate(visit, table) : boxAgain(visit, table, failed),
})

/** The step before is a button of the same form: it shows how each line is read, and changes nothing. */
const sendBox: Handler = (visit) => {
  const { step } = (visit.body ?? {}) as { step?: unknown }
  const isPreview = step === 'preview' && !isLate(findForBox(visit))
  return isPreview ? previewBox(visit) : writeBox.handler(visit)
}

/** What others wrote on the same table, for a page that asks by itself. */
const showNews: Handler = (visit) => {
  const { store, request, reply, query } = visit
  const table = findTable(visit)
  if (isLate(table)) throw notFound()
  if (!wantsPart(request)) return show(reply, minutePage(visit, table))
  const seen = /^\d{1,12}$/.test(query.seen ?? '') ? Number(query.seen) : 0
  const last = /^\d+$/.test(query.last ?? '') ? Number(query.last) : null
  return store.journal.since(seen).length === 0
    ? reply.code(204).send()
    : saved(request, reply, '', () => newsPart(visit, table, seen, last))
}

/**
 * The quick line: one box that takes what is said, keeps it as it is typed, and shows what others
 * wrote.
 */
export const linesRoutes: readonly Route[] = [
  readBox,
  post(LINES, 'write', sendBox, { keepsWords: true }),
  { ...get('/desk/round-tables/:slug/news', 'write', showNews), asksByItself: true },
  keepUnsent,
]
