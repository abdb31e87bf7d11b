import t from 'tap'
import { FOUR_AIMS } from '../../../../src/domain/concerns/aims.ts'
import { aimsTold, aimsToldIn } from '../../../../src/domain/publishing/aims-told.ts'
import { openHouse } from '../../../support/house.ts'

t.test(
  'R10: residents read how far what they are told of has come, from copies alone',
  async (t) => {
    const house = await openHouse({ t })
    const board = house.store.published.board()
    const { told, reached } = aimsTold(board)
    t.equal(told, board.entries.length)
    t.same(
      reached.map((each) => each.aim),
      [...FOUR_AIMS],
    )
    t.ok(
      reached.some((each) => each.count > 0 && each.count < told),
      'neither all nor none',
    )
    const about = (await house.stranger().get('/about')).body
    t.match(about, 'How far we have come')
    for (const { count } of reached) t.match(about, `${count} of ${told}`)
    const entry = board.entries.find(({ words }) => aimsToldIn(words).includes('agreed'))!
    t.match((await house.stranger().get(`/entries/${entry.slug}`)).body, 'Agreed as a priority')
  },
)

t.test('a board with nothing on it draws no bars', async (t) => {
  const house = await openHouse({ t, sample: false })
  t.notMatch((await house.stranger().get('/about')).body, 'How far we have come')
})
