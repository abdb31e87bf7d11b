import { deserialize, serialize } from 'node:v8'
import t from 'tap'
import { keepNews, takeNews, type News } from '../../src/readers/news.ts'
import { live, publishAgain, withdrawOne } from '../house/wall/set-up.ts'
import { openHouse } from '../support/house.ts'

t.test('R15: a board that is put together from news is the board, and little goes', async (t) => {
  const house = await openHouse({ t })
  const board = () => house.store.published.board()
  const over = (news: News): News => deserialize(serialize(news)) as News
  const news = keepNews(board())
  const take = takeNews()
  t.same(take(over(news.all(board()))), board())
  const [entry] = live(house)
  publishAgain(house, entry!.id, {
    ...entry!.words,
    did: 'We answered in other words.',
    change: { kind: 'correction', words: 'We had not heard it right.' },
  })
  const first = news.since(board())
  t.equal(first.copies.size, 1)
  const missing = takeNews()
  missing(over(keepNews(board()).all(board())))
  t.same(take(over(first)), board())
  const { slug } = withdrawOne(house)
  const second = news.since(board())
  const after = take(over(second))
  t.same(after, board())
  t.notOk(after.entries.some((each) => each.slug === slug))
  t.throws(() => takeNews()(second), /a board was missed/)
})
