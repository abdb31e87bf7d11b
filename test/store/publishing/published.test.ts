import t from 'tap'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { openHouse } from '../../support/house.ts'

t.test('R15, R22: what is rolled back was never on the board, and never off it', async (t) => {
  const { store } = await openHouse({ t })
  const told = store.publications
    .list()
    .find((each) => each.kind === 'entry' && each.releases.length > 0 && !each.withdrawal)!
  const by = { personId: store.people.list()[0]!.id, at: '2022-01-27T12:00:00.000Z' }
  const before = store.published.board()
  const fails = (work: () => void) =>
    t.throws(
      () =>
        store.together(() => {
          work()
          t.equal(store.published.board(), before, 'not before it is on disk')
          throw new Error('the power fails')
        }),
      /the power fails/,
    )

  fails(() => store.publications.recordPublication(told, draftOf(told)!, by))
  t.equal(store.published.board(), before, 'a second copy was never there')
  fails(() => store.publications.recordWithdrawal(told, 'It was wrong.', by))
  t.equal(store.published.board(), before, 'and it was never taken down')
  t.equal(store.publications.find(told.id)!.withdrawal, null)

  store.together(() => store.publications.recordWithdrawal(told, 'It was wrong.', by))
  t.notOk(
    store.published.board().entries.some((each) => each.slug === told.slug),
    'what is written is seen at once',
  )
})
