import t from 'tap'
import { aimsByQuarter, aimsReached } from '../../../../src/domain/concerns/aims.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { agree, writeDown } from './set-up.ts'

t.test('a concern has reached what it or one of its actions has reached', async (t) => {
  const reached = (aim: 'designed' | 'delivered', is: boolean) => ({
    aim,
    reached: is,
    organisationIds: [],
  })
  const agreed = { roundTableId: 1, agreed: true, reason: null, at: '2021-07-15T10:00:00.000Z' }
  t.same(aimsReached({ priorities: [] }, []), [])
  t.same(
    aimsReached({ priorities: [agreed, { ...agreed, agreed: false }] }, [
      [reached('designed', false)],
      [reached('designed', true), reached('delivered', false)],
    ]),
    ['agreed', 'designed'],
    'what was agreed once was agreed',
  )
})

t.test('each concern counts once, in the quarter it was raised in', async (t) => {
  t.same(
    aimsByQuarter([
      { concern: { raisedOn: '2022-01' }, aims: [] },
      { concern: { raisedOn: '2021-07-02' }, aims: ['agreed', 'designed'] },
      { concern: { raisedOn: '2021-09' }, aims: ['agreed'] },
    ]),
    [
      {
        quarter: '2021-q3',
        heard: 2,
        reached: { agreed: 2, designed: 1, delivered: 0, reviewed: 0 },
      },
      {
        quarter: '2022-q1',
        heard: 1,
        reached: { agreed: 0, designed: 0, delivered: 0, reviewed: 0 },
      },
    ],
  )
})

t.test(
  'R11: the page of the four aims counts what the table may know, and says nothing of a matter held in private',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const all = (body: string): number =>
      Number(body.match(/All together<\/span><\/th>\s*<td[^>]*><b>(\d+)<\/b>/)![1])
    const before = (await laptop.get('/desk/aims')).body
    const id = await writeDown(laptop, 'The lift is broken')
    await writeDown(laptop, 'A zqfamily', {
      depth: 'named',
      ground: 'A family could be identified.',
      list: [house.person(PEOPLE.coordinator).id],
    })
    const page = (await laptop.get('/desk/aims')).body
    t.equal(all(page), all(before) + 1)
    t.notMatch(page, 'zqfamily')
    t.match(page, 'Our four aims')
    await laptop.post(`/desk/concerns/${id}/priorities`, { agreed: 'yes' })
    await agree(house, laptop, id, 'Ask for a new lift')
    const concern = (await laptop.get(`/desk/concerns/${id}`)).body
    t.match(concern, /class="state">Understood, and agreed as a priority</)
    t.match(concern, /state--unanswered">Done together</)
    t.equal((await house.signIn(PEOPLE.observer).get('/desk/aims')).statusCode, 200)
    t.notMatch(page, 'the quarters before these')
    for (let i = 0; i < 14; i += 1)
      await writeDown(laptop, `Heard long ago ${i}`, {
        raisedOn: `${2012 + Math.floor(i / 4)}-0${1 + (i % 3) * 3}`,
      })
    const years = (await laptop.get('/desk/aims')).body
    t.match(years, 'Show the quarters before these too')
    t.notMatch(years, 'Heard long ago 0<')
    t.match((await laptop.get('/desk/aims?all=yes')).body, 'Heard long ago 0<')
  },
)
