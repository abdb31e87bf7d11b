import {
  understood,
  withDoubles,
  type ReviewRow,
} from '../../../../work/bringing-in/brought-rows.ts'
import type { Visit } from '../../visit.ts'
import type { Review } from './review-page.ts'
import { fieldsIn, putRight, toldBefore, toldNow, type Rows } from './rows-form.ts'
import { NOTHING_TOLD, readSource, sourceFrom, type Source } from './source.ts'

/** The rows as they were sent, with what was read beside them, and which are on the record by now. */
export const sentReview = (visit: Visit, form: Rows): Review => {
  const source = sourceFrom(form.source)
  const told = toldBefore(form)
  const { rows, table } = readRows(visit, source, told)
  const sent = fieldsIn(form).map((fields, i): ReviewRow => {
    const read = rows[i]
    return {
      ...fields,
      number: i + 1,
      double: null,
      typed: read?.typed ?? { number: '', who: '', status: '', aside: '' },
      // What was left out is said again; what was asked is answered by what stands there now.
      remarks: read?.remarks ?? [],
      asked: {
        who: fields.leadId === null ? (read?.asked.who ?? []) : [],
        status: fields.status === '' ? (read?.asked.status ?? null) : null,
      },
    }
  })
  return {
    rows: withDoubles(visit.store, visit, sent),
    source,
    table,
    meanings: told.meanings,
    notes: [],
    tableId: form.tableId,
  }
}

/** The same source with other columns, or other meanings of its words; what was put right stays. */
export const readAgain = (visit: Visit, form: Rows): Review => {
  const source = sourceFrom(form.source)
  const told = toldNow(form)
  const before = readRows(visit, source, toldBefore(form)).rows
  const { rows, table } = readRows(visit, source, told)
  const sent = fieldsIn(form)
  if (rows.length === 0) return sentReview(visit, form)
  return {
    rows: withDoubles(
      visit.store,
      visit,
      rows.map((row, i) => (sent[i] ? putRight(before[i], sent[i], row) : row)),
    ),
    source,
    table,
    meanings: told.meanings,
    notes: [],
    tableId: form.tableId,
  }
}

const readRows = (visit: Visit, source: Source | null, told = NOTHING_TOLD) => {
  if (!source) return { rows: [] as ReviewRow[], table: null }
  const { rows, table } = readSource(source, told)
  return { rows: understood(visit.store, visit, rows), table }
}
