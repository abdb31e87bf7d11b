import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { publishDraft } from '../../../../src/work/publishing/publish.ts'
import { PEOPLE } from '../../../support/house.ts'
import { ask, follow, openHouse } from './set-up.ts'

t.test(
  'R30: who follows the board is told of a new day, and that one does not meet, once the board says it',
  async (t) => {
    const house = await openHouse({ t })
    await follow(house, 'reader@home.example')
    const { id } = house.store.roundTables.find('2022-q2')!
    const publication = () =>
      house.store.publications.findFor({ kind: 'round-table', roundTableId: id })!
    const by = () => ({ personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() })
    const tell = async (over: object): Promise<string> => {
      house.letters.length = 0
      const { words, coversIds } = draftOf(publication())!
      const change = { kind: 'news' as const, words: '' }
      const next = { ...words, change, ...over } as typeof words
      house.store.publications.recordDraft(publication().id, next, coversIds, by())
      publishDraft(house.store, publication(), draftOf(publication())!, by())
      // Whoever asks for a letter sends the postman round.
      await ask(house, `other-${house.clock.at()}@home.example`.replace(/:/g, '-'))
      house.clock.pass({ minutes: 10 })
      return house.letters
        .filter((each) => each.to === 'reader@home.example')
        .map((each) => `${each.subject}\n${each.text}`)
        .join('\n')
    }
    t.equal(await tell({ place: 'Library' }), '', 'another place is no other day')
    const moved = await tell({ heldOn: '2022-05-05' })
    t.match(moved, 'the day or time has changed')
    t.match(moved, /It is now planned for 5 May 2022.*10\.30\./)
    t.notMatch(moved, '<', 'a letter in plain text has no markup')
    t.match(moved, '/round-tables/2022-q2')
    t.match(moved, '/unfollow/')
    t.match(await tell({ state: 'cancelled' }), 'This round table is cancelled')
  },
)
