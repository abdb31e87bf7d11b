import { check } from '../../../../src/domain/publishing/checks.ts'
import type { EntryWords } from '../../../../src/domain/publishing/kinds/entry.ts'
import type { Draft, Publication } from '../../../../src/domain/publishing/publication.ts'
import type { Knowledge } from '../../../../src/domain/publishing/wording/alert.ts'
import { AT } from '../../make.ts'

export const label = (id: number) => ({ code: `org-${id}`, name: `organisation ${id}` })
const knowledge: Knowledge = { names: [], known: [], guarded: ['Lantern Lane'], private: [] }
export const words = (over: Partial<EntryWords> = {}): EntryWords => ({
  kind: 'entry',
  change: { kind: 'first', words: '' },
  said: 'We are stopped for no reason.',
  did: 'The police held a stall.',
  standing: 'done',
  on: '2021-11',
  raisedOn: '2021-07',
  origin: 'July 2021 round table',
  theme: null,
  area: null,
  who: [label(1)],
  worked: { strength: 'early', words: '' },
  notYetClosed: false,
  actions: [],
  trail: [{ on: '2021-07', words: 'Raised.' }],
  ...over,
})
export const draft = (id: number, of: EntryWords): Draft => ({
  id,
  words: of,
  coversIds: [],
  writerId: 1,
  at: AT,
})
export const publication = (over: Partial<Publication> = {}): Publication => ({
  id: 1,
  kind: 'entry',
  concernId: 1,
  roundTableId: null,
  quoteId: null,
  shownPhotoId: null,
  eventId: null,
  leafletId: null,
  programmeId: null,
  year: null,
  slug: null,
  drafts: [draft(1, words())],
  approvals: [],
  overrulings: [],
  comments: [],
  releases: [],
  withdrawal: null,
  ...over,
})
export const checksOf = (
  of: EntryWords,
  over: Partial<Publication> = {},
  against: Partial<Parameters<typeof check>[1]> = {},
) =>
  check(publication({ drafts: [draft(1, of)], ...over }), {
    knowledge,
    movedOn: undefined,
    hasChanged: false,
    isHeld: false,
    files: [],
    ...against,
  })
export const keysOf = (...given: Parameters<typeof checksOf>) =>
  checksOf(...given).map((each) => `${each.key}: ${each.field}`)
