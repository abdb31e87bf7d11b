import type { Words } from '../../domain/publishing/kinds/kinds.ts'
import { kindOf } from '../../domain/publishing/kinds/kinds.ts'
import type { TableWords } from '../../domain/publishing/kinds/round-table.ts'
import { must } from '../must.ts'
import { publishWords, save, type Press } from './press.ts'

/** Pages of round tables, of a year, of the partnership, and of what is evidence. */
export const pagesOf = (press: Press) => ({
  table: (slug: string, told: { priorities?: string[]; agreed?: string[] } = {}): void => {
    const { id } = press.store.roundTables.find(slug)!
    const subject = { kind: 'round-table' as const, roundTableId: id }
    const begun = press.store.sources.begin(subject, press.today())!.words as TableWords
    const words = { ...begun, priorities: told.priorities ?? [], agreed: told.agreed ?? [] }
    publishWords(press, save(press, subject, words, []), undefined)
  },
  year: (year: string): void => {
    const subject = { kind: 'year' as const, year }
    const { words } = press.store.sources.begin(subject, press.today())!
    publishWords(press, save(press, subject, words, []), undefined)
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
    const first = press.store.sources.begin(subject, press.today())!
    const all: Record<string, string> = {
      ...kindOf(first.words).typed(first.words, first.coversIds),
      ...typed,
    }
    const { words, coversIds } = must(
      press.store.sources.write(
        subject,
        (field) => instead[all[field] ?? ''] ?? all[field] ?? '',
        press.today(),
      )!,
    )
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
