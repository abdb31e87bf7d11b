import type { Test } from 'tap'
import type { OwnThere, TableKey, TableAnswer } from '../../../../src/domain/people/own-there.ts'
import { openHouse, type Visitor } from '../../../support/house.ts'

export const HERE = 'https://north.example'
export const PAGE = '/desk/me/tables'
export const TOKEN = 'x'.repeat(32)
export const KEY = `south.example/${TOKEN}`

export const THERE: OwnThere = {
  table: 'South Side Together',
  publicUrl: 'https://south.example',
  seats: ['Ward sergeant, South'],
  actions: [
    {
      id: 7,
      number: '3.1',
      words: 'Walk the <estate> at dusk.',
      isLate: true,
      said: {
        state: { words: 'Waiting', look: 'waiting', waitingFor: 'the council' },
        sentences: [
          { words: 'Late: it was due January 2022.', as: 'late' },
          { words: 'Quiet for 44 days.', as: 'bold' },
        ],
      },
    },
  ],
}

/** A house with a table beside it that tells this of each key, and remembers which it was asked. */
export const beside = async (t: Test, tell: (key: TableKey) => TableAnswer) => {
  const asked: TableKey[] = []
  const house = await openHouse({
    t,
    publicUrl: HERE,
    askTable: async (key) => {
      asked.push(key)
      return tell(key)
    },
  })
  return { house, asked }
}

export const bring = (visitor: Visitor, key: string) => visitor.post(`${PAGE}/bringing`, { key })
export const keyIn = (page: string): string | undefined =>
  /<textarea[^>]*id="to-copy"[^>]*>\s*([^<\s]+)<\/textarea>/.exec(page)?.[1]
export const othersOn = (page: string): string =>
  page.split('At your other round tables')[1]!.split('</section>')[0]!
