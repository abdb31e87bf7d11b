import type { QuoteWords } from '../../../domain/publishing/kinds/quote.ts'
import { FIRST } from '../../../domain/publishing/told.ts'
import { WITHDRAWAL_GROUNDS } from '../../../domain/publishing/approval.ts'
import { whoIsNotHere } from '../privacy.ts'
import type { Desk, Visit } from '../visit.ts'
import { choicesOf, namesOf, titleOfConcern } from '../../../work/names.ts'
import { z } from 'zod'
import { may } from '../../../domain/may.ts'
import { takeQuote, withdrawQuote } from '../../../domain/evidence/quote.ts'
import { refused, saved, show } from '../../answer.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { maybeId, parse, when, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { idIn, look } from '../names.ts'

const QuoteForm = (today: string) =>
  z.strictObject({
    words: words(400),
    role: words(80),
    askedById: maybeId(),
    use: words(200),
    until: when(today),
  })
const EmptyForm = z.strictObject({})

/**
 * What people said and agreed to be quoted with, for one concern: written with its consent, told
 * like an entry, gone in one step (R18).
 */
export const quotesRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/concerns/:id/quotes', 'matter', (visit) =>
    show(visit.reply, page(visit, findToChange(visit))),
  )

  desk.change('/desk/concerns/:id/quotes', 'matter', (visit) => {
    const concern = findToChange(visit)
    const form = parse(QuoteForm(visit.today), visit.body)
    const entry = store.publications.findFor({ kind: 'entry', concernId: concern.id })
    const absent =
      form.accepted && form.value.askedById !== null
        ? whoIsNotHere(store, [form.value.askedById]).map((each) => ({
            ...each,
            field: 'askedById',
          }))
        : []
    const decision = !form.accepted
      ? form
      : absent.length
        ? { accepted: false as const, refusals: absent }
        : concern.depth === 'named' || !entry?.slug || entry.withdrawal
          ? {
              accepted: false as const,
              refusals: [
                {
                  field: 'words',
                  reason: 'A quote stands beside the entry on the board. Publish the entry first',
                },
              ],
            }
          : takeQuote(form.value, visit.today)
    if (!decision.accepted)
      return refused(visit.request, visit.reply, decision.refusals, () =>
        page(visit, concern, { form: 'quote', errors: decision.refusals, body: visit.body }),
      )
    const quote = decision.value as Parameters<typeof store.quotes.record>[1]
    const id = store.together(() => {
      const quoteId = store.quotes.record(concern.id, quote, visit.by)
      const told: QuoteWords = {
        kind: 'quote',
        change: FIRST,
        words: quote.words,
        role: quote.role,
        entry: entry!.slug!,
        until: quote.until,
      }
      return store.publications.record(
        { kind: 'quote', concernId: concern.id, roundTableId: null, quoteId, year: null },
        told,
        [],
        visit.by,
      )
    })
    return saved(visit.request, visit.reply, to('/desk/entries', id))
  })

  /**
   * Gone from the page, the feeds, the poster and the Board in one step, and its words from the
   * desk as well.
   */
  desk.change('/desk/quotes/:id/withdrawal', 'matter', (visit) => {
    const quote = store.quotes.find(idIn(visit.params.id))
    const concern = quote && store.concerns.find(quote.concernId, visit.who)
    if (!quote || !concern) throw notFound()
    if (!may.change(visit.who, concern)) throw notAllowed()
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? withdrawQuote(quote) : form
    if (!decision.accepted)
      return refused(visit.request, visit.reply, decision.refusals, () =>
        page(visit, concern, { form: 'quote', errors: decision.refusals, body: {} }),
      )
    store.together(() => {
      store.publications.forgetQuote(quote.id, WITHDRAWAL_GROUNDS[0], visit.by)
      store.quotes.recordWithdrawal(quote.id, visit.by)
    })
    return saved(visit.request, visit.reply, to('/desk/concerns', concern.id, 'quotes'))
  })

  const findToChange = (visit: Visit) => {
    const concern = store.concerns.find(idIn(visit.params.id), visit.who)
    if (!concern) throw notFound()
    if (!may.change(visit.who, concern)) throw notAllowed()
    return concern
  }
  const page = (
    visit: Visit,
    concern: ReturnType<typeof findToChange>,
    failed?: Parameters<Desk['frame']>[3],
  ) => {
    look(store, visit.by, 'concern', concern)
    const told = store.publications
      .list()
      .filter((each) => each.kind === 'quote' && each.concernId === concern.id)
    return view('desk/evidence/quotes/index', {
      frame: desk.frame(visit, 'What people said', 'concerns', failed),
      names: namesOf(store),
      choices: choicesOf(store),
      concern: { id: concern.id, text: titleOfConcern(concern) },
      quotes: store.quotes.ofConcern(concern.id).map((quote) => {
        const publication = told.find((each) => each.quoteId === quote.id)
        return {
          quote,
          publicationId: publication?.id ?? null,
          isPublic:
            publication !== undefined && publication.releases.length > 0 && !publication.withdrawal,
        }
      }),
      mayWrite:
        concern.depth !== 'named' &&
        Boolean(store.publications.findFor({ kind: 'entry', concernId: concern.id })?.slug),
    })
  }
}
