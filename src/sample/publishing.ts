import type { TableWords } from '../domain/publishing/kinds/round-table.ts'
import { textsToTranslate } from '../domain/publishing/translations.ts'
import type { Words } from '../domain/publishing/kinds/kinds.ts'
import type { Original, Strength } from '../domain/publishing/told.ts'
import { overrule } from '../domain/publishing/checks.ts'
import { approve, publish } from '../domain/publishing/approval.ts'
import type { When } from '../domain/day.ts'
import { coversOf, factsOf, originOf } from '../domain/publishing/kinds/entry.ts'
import { kindOf } from '../domain/publishing/kinds/kinds.ts'
import { draftOf } from '../domain/publishing/publication.ts'
import { takeQuote } from '../domain/evidence/quote.ts'
import type { Store } from '../store/store.ts'
import { must } from './must.ts'
import type { Sample } from './partnership.ts'

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

/**
 * The way to the public, as the sample goes it: written by the coordinator, approved by the
 * manager, published.
 */
export const tellerOf = (store: Store, sample: Sample, at: () => string) => {
  const coordinator = () => ({ personId: sample.people.coordinator, at: at() })
  const manager = () => ({ personId: sample.people.manager, at: at() })
  const checks = (id: number) => store.sources.checks(store.publications.find(id)!)

  /**
   * Saves the words as a draft, overrules what the reason covers, and goes as far as the story
   * says.
   */
  const publishWords = (id: number, reason: string | undefined, stop?: Told['stop']): void => {
    const find = () => store.publications.find(id)!
    for (const each of checks(id).filter((one) => one.verdict === 'look')) {
      if (!reason) throw new Error(`the sample's words need a reason: ${each.reason}`)
      store.publications.recordOverruling(
        id,
        must(overrule(checks(id), each.key, each.found, reason)),
        coordinator(),
      )
    }
    if (stop === 'draft') return
    store.publications.recordApproval(
      id,
      must(approve(find(), draftOf(find())!.id, checks(id))).id,
      false,
      manager(),
    )
    if (stop === 'approved') return
    store.publications.recordPublication(find(), must(publish(find(), checks(id))), coordinator())
  }
  const save = (
    subject: Parameters<typeof store.publications.findFor>[0],
    words: Words,
    coversIds: number[],
  ): number => {
    const there = store.publications.findFor(subject)
    if (!there)
      return store.publications.record(
        subject,
        store.sources.withCounts(words),
        coversIds,
        coordinator(),
      )
    return store.publications.recordDraft(
      there.id,
      { ...store.sources.withCounts(words), change: { kind: 'news', words: '' } },
      coversIds,
      coordinator(),
    )
  }
  return {
    entry: (concernId: number, told: Told): void => {
      const source = store.sources.source()
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
        save({ kind: 'entry', concernId }, words, coversOf(concernId, source)),
        told.safe,
        told.stop,
      )
    },
    table: (slug: string, told: { priorities?: string[]; agreed?: string[] } = {}): void => {
      const table = store.roundTables.find(slug)!
      const subject = { kind: 'round-table' as const, roundTableId: table.id }
      const words = {
        ...(store.sources.begin(subject, at())!.words as TableWords),
        priorities: told.priorities ?? [],
        agreed: told.agreed ?? [],
      }
      publishWords(save(subject, words, []), undefined)
    },
    year: (year: string): void => {
      const subject = { kind: 'year' as const, year }
      publishWords(save(subject, store.sources.begin(subject, at())!.words, []), undefined)
    },
    /**
     * A machine's draft of something told, pasted in and approved: all of it, or nothing where a
     * piece is missing.
     */
    translation: (
      of: Original,
      language: string,
      tongue: Record<string, string>,
      checked = false,
    ): void => {
      const texts = textsToTranslate(store.published.board(), of)
      if (texts.length === 0 || texts.some((text) => tongue[text] === undefined)) return
      const publication = store.publications
        .list()
        .find((each) => each.kind === of.kind && each.slug === of.slug)!
      const words: Words = {
        kind: 'translation',
        change: { kind: 'first', words: '' },
        language,
        of,
        checked,
        names: [],
        pieces: texts.map((english) => ({ english, text: tongue[english]! })),
      }
      const id = store.publications.record(
        {
          kind: 'translation',
          concernId: publication.concernId,
          roundTableId: publication.roundTableId,
          year: null,
        },
        words,
        [],
        coordinator(),
      )
      publishWords(id, 'The same numbers as in the English')
    },
    /** A quote with its consent, beside the entry of a concern. */
    quote: (
      concernId: number,
      quote: { words: string; role: string; use: string; until: string },
    ): void => {
      const entry = store.publications.findFor({ kind: 'entry', concernId })!.slug!
      const id = store.quotes.record(
        concernId,
        must(takeQuote({ ...quote, askedById: sample.people.coordinator }, at().slice(0, 10))),
        coordinator(),
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
        store.publications.record(
          { kind: 'quote', concernId, roundTableId: null, quoteId: id, year: null },
          words,
          [],
          coordinator(),
        ),
        undefined,
      )
    },
    /**
     * The page of an event, a leaflet or a programme: what is not typed here is taken from the
     * record, where that may be drafted from.
     */
    evidence: (
      kind: 'event' | 'leaflet' | 'programme',
      id: number,
      typed: Record<string, string>,
      safe?: string,
      instead: Record<string, string> = {},
    ): void => {
      const of = {
        eventId: kind === 'event' ? id : null,
        leafletId: kind === 'leaflet' ? id : null,
        programmeId: kind === 'programme' ? id : null,
      }
      const subject = { kind, ...of }
      const first = store.sources.begin(subject, at())!
      const all: Record<string, string> = {
        ...kindOf(first.words).typed(first.words, first.coversIds),
        ...typed,
      }
      const { words, coversIds } = must(
        store.sources.write(
          subject,
          (field) => instead[all[field] ?? ''] ?? all[field] ?? '',
          at(),
        )!,
      )
      publishWords(save({ kind, ...of }, words, coversIds), safe)
    },
    partnership: (
      words: Omit<Extract<Words, { kind: 'partnership' }>, 'kind' | 'change'>,
    ): void => {
      publishWords(
        save(
          { kind: 'partnership' },
          { kind: 'partnership', change: { kind: 'first', words: '' }, ...words },
          [],
        ),
        'Names of public bodies, written out',
      )
    },
  }
}
