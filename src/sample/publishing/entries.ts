import { coversOf, factsOf, originOf } from '../../domain/publishing/kinds/entry/facts.ts'
import type { Words } from '../../domain/publishing/kinds/kinds.ts'
import type { Strength } from '../../domain/publishing/told.ts'
import type { When } from '../../domain/day.ts'
import { takeQuote } from '../../domain/evidence/quote.ts'
import { must } from '../must.ts'
import { publishWords, save, type Press } from './press.ts'

/** What is told of a concern: how far it is known to have worked, and the steps to it. */
export interface Told {
  said: string
  did: string
  on?: When
  worked?: [Strength, string]
  origin?: string
  trail: [When, string][]
  actions?: Record<number, string>
  safe?: string
  stop?: 'draft' | 'approved'
}

/** Entries of the board, and quotes beside them. */
export const entriesOf = (press: Press) => ({
  entry: (concernId: number, told: Told): void => {
    const source = press.store.sources.source()
    const concern = source.concern(concernId)!
    const facts = factsOf(
      concern,
      told.origin ?? originOf(concern, source.roundTable(concern.roundTableId)),
      source,
      (id) => told.actions?.[id] ?? '',
    )
    const words: Words = {
      kind: 'entry',
      change: { kind: 'first', words: '' },
      said: told.said,
      did: told.did,
      ...facts,
      on: told.on ?? null,
      worked: told.worked ? { strength: told.worked[0], words: told.worked[1] } : null,
      trail: told.trail.map(([on, step]) => ({ on, words: step })),
    }
    publishWords(
      press,
      save(press, { kind: 'entry', concernId }, words, coversOf(concernId, source)),
      told.safe,
      told.stop,
    )
  },
  /** A quote with its consent, beside the entry of a concern. */
  quote: (
    concernId: number,
    quote: { words: string; role: string; use: string; until: string },
  ): void => {
    const entry = press.store.publications.findFor({ kind: 'entry', concernId })!.slug!
    const id = press.store.quotes.record(
      concernId,
      must(takeQuote({ ...quote, askedById: press.coordinator().personId }, press.today())),
      press.coordinator(),
    )
    const words: Words = {
      kind: 'quote',
      change: { kind: 'first', words: '' },
      words: quote.words,
      role: quote.role,
      entry,
      until: quote.until,
    }
    publishWords(
      press,
      press.store.publications.record(
        { kind: 'quote', concernId, roundTableId: null, quoteId: id, year: null },
        words,
        [],
        press.coordinator(),
      ),
      undefined,
    )
  },
})
