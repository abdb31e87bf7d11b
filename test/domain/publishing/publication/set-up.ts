import type { EntryWords } from '../../../../src/domain/publishing/words.ts'

export const label = (id: number) => ({ code: `org-${id}`, name: `organisation ${id}` })
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
