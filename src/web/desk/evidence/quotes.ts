import type { QuoteWords } from '../../../domain/publishing/kinds/quote.ts'
import { FIRST } from '../../../domain/publishing/told.ts'
import { WITHDRAWAL_GROUNDS } from '../../../domain/publishing/approval.ts'
import { z } from 'zod'
import type { Concern } from '../../../domain/concerns/concern.ts'
import type { Day } from '../../../domain/day.ts'
import { refuse, type Refusal } from '../../../domain/decision.ts'
import { takeQuote, withdrawQuote, type Quote } from '../../../domain/evidence/quote.ts'
import type { Store } from '../../../store/store.ts'
import { choicesOf, namesOf, titleOfConcern } from '../../../work/names.ts'
import { isTold } from '../../../work/publishing/take-down.ts'
import { NothingTyped, type Failed } from '../../change.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { maybeId, when, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import type { EvidenceViews } from '../../views/desk/evidence.ts'
import type { Drawn } from '../../views/view.ts'
import { findConcern } from '../concerns/concern-page.ts'
import { idIn, look } from '../names.ts'
import { whoIsNotHere } from '../privacy.ts'
import { change, frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { mayChange } from './matters.ts'

const quoteForm = (today: Day) =>
  z.strictObject({
    words: words(400),
    role: words(80),
    askedById: maybeId(),
    use: words(200),
    until: when(today),
  })

const quotesPage = (visit: Visit, concern: Concern, failed?: Failed): Drawn => {
  const { store, by } = visit
  look(store, by, 'concern', concern)
  return view('desk/evidence/quotes/index', {
    frame: frameOf(visit, 'What people said', 'concerns', failed),
    names: namesOf(store),
    choices: choicesOf(store),
    concern: { id: concern.id, text: titleOfConcern(concern) },
    quotes: quotesOf(store, concern),
    mayWrite: concern.depth !== 'named' && Boolean(entryOf(store, concern)?.slug),
  })
}

type QuoteLine = EvidenceViews['desk/evidence/quotes/index']['quotes'][number]

const quotesOf = (store: Store, { id }: Concern): QuoteLine[] => {
  const told = store.publications.ofConcerns([id]).filter((each) => each.kind === 'quote')
  return store.quotes.ofConcern(id).map((quote) => {
    const publication = told.find((each) => each.quoteId === quote.id)
    const isPublic = publication !== undefined && isTold(publication)
    return { quote, publicationId: publication?.id ?? null, isPublic }
  })
}

const entryOf = (store: Store, { id }: Concern) =>
  store.publications.findFor({ kind: 'entry', concernId: id })

const showPage = (visit: Visit): Drawn => {
  const concern = findConcern(visit)
  if (!mayChange(visit, concern)) throw notAllowed()
  return quotesPage(visit, concern)
}

const addQuote = change('/desk/concerns/:id/quotes', 'matter', {
  name: 'quote',
  keepsWords: true,
  find: findConcern,
  allow: mayChange,
  form: ({ today }) => quoteForm(today),
  decide: ({ store, today }, concern, form) => {
    const absent = askedByNobodyHere(store, form.askedById)
    if (absent.length) return { accepted: false, refusals: absent }
    const entry = entryOf(store, concern)
    return concern.depth === 'named' || !entry?.slug || entry.withdrawal
      ? refuse('words', 'A quote stands beside the entry on the board. Publish the entry first')
      : takeQuote(form, today)
  },
  record: ({ store, by }, concern, taken) => {
    const quoteId = store.quotes.record(concern.id, taken, by)
    const { words: said, role, until } = taken
    const entry = entryOf(store, concern)!.slug!
    const told: QuoteWords = { kind: 'quote', change: FIRST, words: said, role, entry, until }
    return store.publications.record(
      { kind: 'quote', concernId: concern.id, roundTableId: null, quoteId, year: null },
      told,
      [],
      by,
    )
  },
  answer: (_visit, _concern, id) => to('/desk/entries', id),
  again: quotesPage,
})

const askedByNobodyHere = (store: Store, askedById: number | null): Refusal[] =>
  askedById === null
    ? []
    : whoIsNotHere(store, [askedById]).map(({ reason }) => ({ field: 'askedById', reason }))

const findQuote = ({ store, params, who }: Visit): { quote: Quote; concern: Concern } => {
  const quote = store.quotes.find(idIn(params.id))
  const concern = quote && store.concerns.find(quote.concernId, who)
  if (!quote || !concern) throw notFound()
  return { quote, concern }
}

/**
 * Gone from the page, the feeds, the poster and the Board in one step, and its words from the desk
 * as well.
 */
const withdraw = change('/desk/quotes/:id/withdrawal', 'matter', {
  name: 'quote',
  find: findQuote,
  allow: (visit, { concern }) => mayChange(visit, concern),
  form: NothingTyped,
  decide: (_visit, { quote }) => withdrawQuote(quote),
  record: ({ store, by }, { quote }) => {
    store.publications.forget('quoteId', quote.id, WITHDRAWAL_GROUNDS[0], by)
    store.quotes.recordWithdrawal(quote.id, by)
  },
  answer: (_visit, { concern }) => to('/desk/concerns', concern.id, 'quotes'),
  again: (visit, { concern }, failed) => quotesPage(visit, concern, { ...failed, body: {} }),
})

/**
 * What people said and agreed to be quoted with, for one concern: written with its consent, told
 * like an entry, gone in one step (R18).
 */
export const quotesRoutes: readonly Route[] = [
  page('/desk/concerns/:id/quotes', 'matter', showPage),
  addQuote,
  withdraw,
]
