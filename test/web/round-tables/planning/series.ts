import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { planMark } from '../../../../src/domain/round-tables/planning/plan.ts'
import { tableOf, TABLES } from './set-up.ts'

const SERIES = {
  everyMonths: 3,
  week: 2,
  weekday: 4,
  first: 'July 2022',
  startsAt: '10.30',
  place: 'Church Street',
  expectedIds: [1, 2, 3],
  count: 3,
}

t.test(
  'R30: a series plans its next tables, each with its number, and each is moved alone',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const planned = await laptop.post('/desk/series', SERIES)
    t.equal(planned.headers.location, `${TABLES}#series`)
    const days = () =>
      ['2022-q3', '2022-q4', '2023-q1', '2023-q2'].map(
        (slug) => house.store.roundTables.find(slug)?.heldOn,
      )
    t.same(days(), ['2022-07-14', '2022-10-13', '2023-01-12', undefined])
    await laptop.post(`${TABLES}/2022-q4/plan`, {
      heldOn: '20/10/2022',
      startsAt: '10.30',
      place: 'Church Street',
      expectedIds: [1, 2, 3],
      basedOn: planMark(tableOf(house, '2022-q4')),
      reason: 'Half term',
    })
    const { body } = await laptop.get(TABLES)
    t.match(body, 'Every three months, on the second Thursday')
    t.match(body, '13 April 2023', 'the next one is offered')
    const { id } = house.store.series.list()[0]!
    await laptop.post(`/desk/series/${id}/round-tables`)
    t.same(days(), ['2022-07-14', '2022-10-20', '2023-01-12', '2023-04-13'])
    await laptop.post(`/desk/series/${id}/ending`)
    t.equal((await laptop.post(`/desk/series/${id}/round-tables`)).statusCode, 422)
    t.notMatch((await laptop.get(TABLES)).body, 'Plan the next one')
    t.same(days(), ['2022-07-14', '2022-10-20', '2023-01-12', '2023-04-13'], 'what stands stays')
  },
)

t.test(
  'R30, R31: a series over a table that stands already writes nothing, and says so',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const { heldOn } = tableOf(house)
    t.equal(heldOn, '2022-04-28')
    const refused = await laptop.post('/desk/series', {
      ...SERIES,
      week: 4,
      first: 'April 2022',
    })
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'planned for one of these days already')
    t.match(refused.body, 'value="April 2022"')
    t.same(house.store.series.list(), [])
    t.equal((await house.signIn(PEOPLE.officer).post('/desk/series', SERIES)).statusCode, 403)
  },
)

t.test(
  'R30: the form of a plan offers the next day, and fills in none by itself (R2)',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const plain = (await laptop.get(TABLES)).body
    t.match(plain, '28 July 2022')
    t.notMatch(plain, 'value="28 July 2022"')
    t.match((await laptop.get(`${TABLES}?next=yes`)).body, 'value="28 July 2022"')
  },
)

t.test(
  'R30: the next one keeps time, place and who is expected, and the form says whose they are',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const [mosaic, police] = house.store.organisations.list().map((each) => each.id)
    const sent = await laptop.post(TABLES, {
      heldOn: '12/5/2022',
      startsAt: '6.30pm',
      place: 'Church Street Library',
      expectedIds: [String(mosaic), String(police)],
    })
    t.equal(sent.statusCode, 303)
    const body = (await laptop.get(TABLES)).body
    const form = body.split('id="plan"')[1]!.split('</form>')[0]!
    t.match(form, 'are as for the 12 May 2022 round table')
    t.match(form, 'value="18.30"')
    t.match(form, 'value="Church Street Library"')
    const ticked = [...form.matchAll(/<input\b[^>]*name="expectedIds"[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => /\bchecked\b/.test(tag))
    t.equal(ticked.length, 2, 'those of that one, and no more')
    t.notMatch(form, 'value="12 May 2022"', 'R2: no day')
    const gone = house.store.organisations.list()[1]!
    house.store.organisations.recordEnd(gone.id, '2022-01-27', {
      personId: house.person(PEOPLE.coordinator).id,
      at: house.clock.at(),
    })
    const left = (await laptop.get(TABLES)).body.split('id="plan"')[1]!.split('</form>')[0]!
    t.equal([...left.matchAll(/\bchecked\b/g)].length, 1, 'R7: whoever has left is not expected')
  },
)
