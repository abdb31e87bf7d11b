import { timeOf } from '../../../../domain/day.ts'
import { accept } from '../../../../domain/decision.ts'
import type { RoundTable } from '../../../../domain/round-tables/round-table.ts'
import { refused, saved, show } from '../../../answer.ts'
import { lineOf } from '../../../../work/put-right/line-of.ts'
import { readOver } from '../../../../work/put-right/rewrite-line.ts'
import { byPolicy } from '../../../change.ts'
import { parse } from '../../../forms.ts'
import { to } from '../../../to.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { change, type Handler } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { boxAgain, BoxForm, isAnother, TO_ITS_WRITER, type BoxTyped } from './box-form.ts'
import { findOpen } from '../find-round-table.ts'
import { boxReading, placeOf } from './quick-box.ts'

/** The box may have been sent while this was on its way: then nothing of it is unsent. */
const keepBox = (
  { store, who, by }: Visit,
  table: RoundTable,
  { text, key, instead, basedOn, where }: BoxTyped,
): void => {
  if (where === 'box' && store.typedLines.sent(key).length === 0)
    store.typedLines.keep(
      who.personId,
      placeOf(table),
      'quick',
      { text, key, ...(instead && { instead, basedOn }) },
      by.at,
    )
}

const readingPart = (visit: Visit, table: RoundTable, box: BoxTyped): Drawn => {
  const { text, last, instead, where } = box
  const line = instead === '' ? undefined : lineOf(visit.store, visit, table, instead)
  if (where === 'place')
    return view('desk/round-tables/document/_reads', {
      reads: line ? readOver(visit.store, visit, table, line, text) : [],
      id: `line-${instead}-reads`,
    })
  const { text: end = '' } = visit.body as { text?: unknown }
  const typed = { text, end: String(end) }
  const quick = boxReading(visit.store, visit, table, last, typed, timeOf(visit.by.at))
  const reads = line ? readOver(visit.store, visit, table, line, text) : quick.reads
  return view('desk/round-tables/minuting/_reading', { quick: { ...quick, reads } })
}

/** What is in the box, kept as it is typed (R25), and how it will be read. */
export const readBox = change('/desk/round-tables/:slug/reading', 'write', {
  name: 'quick',
  find: (visit) => findOpen(visit),
  allow: byPolicy,
  form: BoxForm,
  decide: (visit, _table, box) => accept(isAnother(visit, box.who) ? null : box),
  record: (visit, table, box) => {
    if (box) keepBox(visit, table, box)
    return box
  },
  answer: (visit, table, box) =>
    box
      ? {
          to: to('/desk/round-tables', table.slug),
          part: () => readingPart(visit, table, box),
        }
      : TO_ITS_WRITER,
  again: boxAgain,
})

/** ... and the same as a whole page, without a line of script (R20, R23). */
export const previewBox: Handler = (visit) => {
  const { store, request, reply, body } = visit
  const table = findOpen(visit)
  const form = parse(BoxForm, body)
  const errors = form.accepted ? [] : form.refusals
  const page = (): Drawn => boxAgain(visit, table, { form: 'quick', errors, body })
  if (!form.accepted) return refused(request, reply, errors, page)
  if (isAnother(visit, form.value.who)) return saved(request, reply, TO_ITS_WRITER)
  store.together(() => keepBox(visit, table, form.value))
  return show(reply, page())
}
