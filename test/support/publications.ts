import type { Words } from '../../src/domain/publishing/kinds/kinds.ts'
import type { TranslationWords } from '../../src/domain/publishing/kinds/translation.ts'
import type { TableWords } from '../../src/domain/publishing/kinds/round-table.ts'
import type { EntryWords } from '../../src/domain/publishing/kinds/entry.ts'
import { FIRST } from '../../src/domain/publishing/told.ts'
import { draftOf } from '../../src/domain/publishing/publication.ts'
import type { Store } from '../../src/store/store.ts'

const AT = '2022-01-20T10:00:00.000Z'
const by = (store: Store, at: string) => ({ personId: store.people.list()[0]!.id, at })

/** What stands in a copy where a test asks for nothing else. */
export const entryWords = (over: Partial<EntryWords> = {}): EntryWords => ({
  kind: 'entry',
  change: FIRST,
  said: 'The park is dark.',
  did: 'There are lights now.',
  standing: 'done',
  on: '2022-01-10',
  raisedOn: '2021-05',
  origin: 'Told to us',
  theme: null,
  area: null,
  who: [{ code: 'council', name: 'the council' }],
  worked: null,
  notYetClosed: false,
  actions: [],
  trail: [{ on: '2021-05', words: 'Told to us.' }],
  ...over,
})
export const tableWords = (over: Partial<TableWords> = {}): TableWords => ({
  kind: 'round-table',
  change: FIRST,
  heldOn: '2022-04-28',
  startsAt: '10.30',
  place: 'Church Street',
  state: 'planned',
  agreedOn: null,
  organisations: [],
  priorities: [],
  agreed: [],
  gaps: [],
  ...over,
})

/**
 * Publishes words as they stand, whatever a check would say of them: what the public side does with
 * them is what is asked.
 */
export const tell = (store: Store, words: Words, at = AT): { id: number; slug: string } => {
  const roundTableId =
    words.kind === 'round-table'
      ? (store.roundTables.list().find((table) => table.heldOn === words.heldOn)?.id ??
        planned(store, words))
      : null
  const id = store.publications.record(
    { kind: words.kind, concernId: null, roundTableId, year: null },
    words,
    [],
    by(store, at),
  )
  const publication = store.publications.find(id)!
  return {
    id,
    slug: store.publications.recordPublication(publication, draftOf(publication)!, by(store, at)),
  }
}

const planned = (store: Store, { heldOn, startsAt, place }: TableWords): number => {
  const slug = store.roundTables.recordPlan(
    { heldOn, startsAt, place, expectedIds: [store.organisations.list()[0]!.id] },
    by(store, AT),
  )
  return store.roundTables.find(slug)!.id
}

/** A later copy of the same. */
export const tellAgain = (store: Store, id: number, words: Words, at = AT): void => {
  store.publications.recordDraft(id, words, [], by(store, at))
  const publication = store.publications.find(id)!
  store.publications.recordPublication(publication, draftOf(publication)!, by(store, at))
}

export const translate = (
  store: Store,
  slug: string,
  language: string,
  tongue: Record<string, string>,
  { kind = 'entry' as 'entry' | 'round-table', checked = false } = {},
): void => {
  const words: TranslationWords = {
    kind: 'translation',
    change: FIRST,
    language,
    of: { kind, slug },
    checked,
    names: [],
    pieces: Object.entries(tongue).map(([english, text]) => ({ english, text })),
  }
  tell(store, words)
}

export const withdraw = (store: Store, id: number, at = AT): void =>
  store.publications.recordWithdrawal(store.publications.find(id)!, 'It was wrong.', by(store, at))
