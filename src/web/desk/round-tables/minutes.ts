import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { accept } from '../../../domain/decision.ts'
import {
  agreeMinutes,
  correct,
  stateOf,
  takeAgreementBack,
  type Correction,
  type RoundTable,
} from '../../../domain/round-tables/round-table.ts'
import { hasWrittenSince } from '../../../work/written-since.ts'
import { readPaper } from '../../../work/papers/minutes.ts'
import { byPolicy, NothingTyped } from '../../change.ts'
import { WORD, wordDocument } from '../../files/word-document.ts'
import { words } from '../../forms.ts'
import { to } from '../../to.ts'
import { change, get, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { findBegun, findTable } from './find-round-table.ts'
import { depthIn, minutesPage } from './minutes-page.ts'

const CorrectionForm = z.strictObject({ text: words(2000), reason: words(500) })

const wordFile = async (visit: Visit): Promise<FastifyReply> => {
  const table = findBegun(visit)
  const { paper } = readPaper(visit.store, visit, table, depthIn(visit))
  return visit.reply
    .header('content-disposition', `attachment; filename="minutes-${table.slug}.docx"`)
    .type(WORD)
    .send(await wordDocument(paper, visit.store.sample.is()))
}

/** The table that is open now agrees the minutes of an earlier one. */
const agreeHere = change('/desk/round-tables/:slug/agreement', 'write', {
  name: 'agreement',
  find: (visit: Visit) => ({ table: findTable(visit), at: openNow(visit) }),
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit, { table, at }) => {
    const decision = agreeMinutes(table, at)
    return decision.accepted ? accept(at!) : decision
  },
  record: ({ store, by }, { table }, at) => {
    store.roundTables.recordAgreement(table.id, at.id, by)
    return at.slug
  },
  answer: (_visit, _found, slug) => to('/desk/round-tables', slug),
  again: (visit, { table }, failed) => minutesPage(visit, table, failed),
})

/** ... and takes that back until the next line is written. */
const disagree = change('/desk/round-tables/:slug/agreement/withdrawal', 'write', {
  name: 'agreement',
  find: (visit: Visit) => {
    const table = findTable(visit)
    return { table, at: visit.store.roundTables.list().find(isWhereAgreed(table)) }
  },
  allow: byPolicy,
  form: NothingTyped,
  decide: ({ store }, { table, at }) =>
    takeAgreementBack(table, at, !at || hasWrittenSince(store, at.id, table.agreedAt!)),
  record: ({ store, by }, { table }, at) => {
    store.roundTables.recordAgreementTakenBack(table.id, by)
    return at.slug
  },
  answer: (_visit, _found, slug) => to('/desk/round-tables', slug),
  again: (visit, { table }, failed) => minutesPage(visit, table, failed),
})

const isWhereAgreed =
  ({ agreedAtTableId }: RoundTable) =>
  (each: RoundTable): boolean =>
    each.id === agreedAtTableId

const openNow = ({ store }: Visit): RoundTable | undefined =>
  store.roundTables.list().find((each) => stateOf(each) === 'open')

const correctMinutes = change('/desk/round-tables/:slug/corrections', 'write', {
  name: 'correction',
  keepsWords: true,
  find: (visit: Visit) => findTable(visit),
  allow: byPolicy,
  form: CorrectionForm,
  decide: (_visit, table, { text, reason }) => correct(table, text, reason),
  record: ({ store, by }, { id, corrections }, correction) => {
    // The same words for the same reason stand there already.
    if (!corrections.some((each) => isSame(each, correction)))
      store.roundTables.recordCorrection(id, correction, by)
  },
  answer: (_visit, { slug }) => to('/desk/round-tables', slug),
  again: minutesPage,
})

type Said = Pick<Correction, 'text' | 'reason'>
const isSame = (one: Said, other: Said): boolean =>
  one.text === other.text && one.reason === other.reason

/**
 * Minutes: read at three depths, taken away as a Word document, agreed by the table and corrected.
 */
export const minutesRoutes: readonly Route[] = [
  page('/desk/round-tables/:slug/minutes', 'read', (visit) => minutesPage(visit, findBegun(visit))),
  get('/desk/round-tables/:slug/minutes.docx', 'read', wordFile),
  agreeHere,
  disagree,
  correctMinutes,
]
