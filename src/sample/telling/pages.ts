import { typedFor } from '../../domain/publishing/from-evidence.ts'
import type { Words } from '../../domain/publishing/words.ts'
import { publishWords, save, type Press } from './press.ts'

/** Pages of round tables, of a year, of the partnership, and of what is evidence. */
export const pagesOf = (press: Press) => ({
  table: (slug: string, told: { priorities?: string[]; agreed?: string[] } = {}): void => {
    const table = press.store.roundTables.find(slug)!
    const words = {
      ...press.store.sources.pageFacts(table.id),
      priorities: told.priorities ?? [],
      agreed: told.agreed ?? [],
    }
    publishWords(
      press,
      save(press, { kind: 'round-table', roundTableId: table.id }, words, []),
      undefined,
    )
  },
  year: (year: string): void => {
    publishWords(
      press,
      save(press, { kind: 'year', year }, press.store.sources.yearFacts(year), []),
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
    const first = press.store.sources.evidence.first(of)!
    const all: Record<string, string> = { ...typedFor(first.words, first.coversIds), ...typed }
    const { words, coversIds } = press.store.sources.evidence.write(
      of,
      (field) => instead[all[field] ?? ''] ?? all[field] ?? '',
    )!
    publishWords(press, save(press, { kind, ...of }, words, coversIds), safe)
  },
  partnership: (words: Omit<Extract<Words, { kind: 'partnership' }>, 'kind' | 'change'>): void => {
    publishWords(
      press,
      save(
        press,
        { kind: 'partnership' },
        { kind: 'partnership', change: { kind: 'first', words: '' }, ...words },
        [],
      ),
      'Names of public bodies, written out',
    )
  },
})
