import t from 'tap'
import { openPostman } from '../../../../src/mail/postman.ts'
import { letterboxOf } from '../../../../src/work/letters/letterbox.ts'
import { writeToFollowers } from '../../../../src/work/clock/following.ts'
import { PEOPLE, type House } from '../../../support/house.ts'
import { follow, newsTo, onDisk, openHouse, passDays, publishTable } from './set-up.ts'

const RESIDENT = 'zqresident@home.example'

/** A letter a week waits with news of a page that was told again. */
const waitingNews = async (house: House) => {
  await follow(house, RESIDENT, '/follow', { often: 'week' })
  house.clock.pass({ days: 1 })
  await publishTable(house)
  house.clock.pass({ minutes: 5 })
  writeToFollowers(house.store, house.clock.now())
  return house.store.letters.recent(5).find((each) => each.kind === 'news')!
}

const decide = (house: House, id: number, what: string, form = {}) =>
  house.signIn(PEOPLE.coordinator).post(`/desk/letters/${id}/${what}`, form)

t.test('R8: a letter to residents that was stopped is not written anew', async (t) => {
  const house = await openHouse({ t })
  const row = await waitingNews(house)
  await decide(house, row.id, 'stopping', { reason: 'It holds the name of a child' })
  await passDays(house, 10)
  t.same(newsTo(house, RESIDENT), [], 'what was stopped is told by no other letter')
  await publishTable(house, '2021-q3')
  await passDays(house, 10)
  t.equal(newsTo(house, RESIDENT).length, 1, 'what is new since then goes')
  t.notMatch(newsTo(house, RESIDENT)[0]!.text, '2021-q4')
})

t.test(
  'R8: a letter to residents that is held keeps back its own news alone, and tells it once it may',
  async (t) => {
    const house = await openHouse({ t })
    const row = await waitingNews(house)
    await decide(house, row.id, 'holding', { reason: '' })
    house.clock.pass({ days: 8 })
    await publishTable(house, '2021-q3')
    await passDays(house, 2)
    const [later, ...more] = newsTo(house, RESIDENT)
    t.same(more, [])
    t.match(later!.text, '2021-q3', 'later news goes')
    t.notMatch(later!.text, '2021-q4', 'what is held does not')
    await decide(house, row.id, 'letting-go')
    await passDays(house, 1)
    t.equal(newsTo(house, RESIDENT).length, 2)
    t.match(newsTo(house, RESIDENT)[1]!.text, '2021-q4')
    t.notMatch(newsTo(house, RESIDENT)[1]!.text, '2021-q3', 'nothing is told twice')
  },
)

/** The mail server answers each address with a refusal. */
const refuseAll = async (house: House, response: string) => {
  const postman = openPostman({
    box: letterboxOf(house.store),
    write: () => ({ to: RESIDENT, subject: 'News', text: 'News' }),
    now: house.clock.now,
    fault: (error) => {
      throw error
    },
    post: {
      send: async () => {
        const said = { command: 'RCPT TO', responseCode: 550, response }
        throw Object.assign(new Error('refused'), said)
      },
    },
  })
  await postman.run()
  await postman.stop()
}

t.test(
  'R27, R29: a resident whose mailbox is no more is ended and forgotten; whose mailbox is full is not',
  async (t) => {
    for (const [response, isOver] of [
      ['550 5.1.1 no such user', true],
      ['552 5.2.2 mailbox full', false],
      ['550 no', false],
    ] as const) {
      const house = await openHouse({ t })
      const row = await waitingNews(house)
      house.clock.pass({ hours: 3 })
      await refuseAll(house, response)
      t.equal(house.store.followers.count(), isOver ? 0 : 1, response)
      t.equal(onDisk(house).includes(RESIDENT), !isOver, response)
      t.equal(house.store.letters.find(row.id)!.postedAt !== null, isOver, response)
      const page = (await house.signIn(PEOPLE.coordinator).get('/desk/letters')).body
      t.match(page, isOver ? 'Not sent: there is no such mailbox' : 'refused it', response)
      t.notMatch(page, RESIDENT)
    }
  },
)
