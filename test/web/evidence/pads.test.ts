import { FIRST_GROUPS, groupingsOf } from '../../../src/domain/evidence/grouping.ts'
import t from 'tap'
import { tallyOf } from '../../../src/domain/evidence/event.ts'
import { must } from '../../../src/sample/must.ts'
import { openHouse, PEOPLE, type Answer, type Fields, type House } from '../../support/house.ts'

const gender = must(groupingsOf(FIRST_GROUPS))[0]!
const read = (answer: Answer): string => answer.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
let keys = 0
const key = (): string => `test-key-${String(keys++).padStart(8, '0')}`
const tap = (group = 'male', sign = '+1', own = key()): string => `${own} gender ${group} ${sign}`

/** A stall at which the police take part, and the pad for it. */
const begun = async (house: House, fields: Fields = {}) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const police = house.person(PEOPLE.sergeant).organisationId
  const id = Number(
    String(
      (
        await laptop.post('/desk/events', {
          kind: 'stall',
          name: 'Stall in the rain',
          heldOn: '27/1/2022',
          cameIds: police,
          ...fields,
        })
      ).headers.location,
    )
      .split('/')
      .at(-1),
  )
  const of = () => house.store.events.listUnfiltered([id])[0]!
  return {
    id,
    laptop,
    of,
    path: `/desk/events/${id}`,
    groups: (): Record<string, number> => tallyOf(of(), gender)?.groups ?? {},
    send: (taps: string[], who = laptop) =>
      who.post(`/desk/events/${id}/taps`, { taps: taps.join('\n') }),
    type: (group: string, count: string | number, over: Fields = {}) =>
      laptop.post(`/desk/events/${id}/counts`, {
        key: key(),
        grouping: 'gender',
        group,
        count,
        ...over,
      }),
  }
}

t.test(
  'R17, R22: each tap counts once, however often and in whatever order the letters with it come',
  async (t) => {
    const house = await openHouse({ t })
    const { send, groups, of } = await begun(house)
    const some = [tap(), tap(), tap('female'), tap('male', '-1')]
    for (let i = 0; i < 3; i++) t.equal((await send(some)).statusCode, 303)
    t.same(groups(), { male: 1, female: 1, 'not-asked': 0 })
    t.equal(
      (await send([...some.slice(2), tap('female')])).statusCode,
      303,
      'half of it again, with one that is new',
    )
    t.same(groups(), { male: 1, female: 2, 'not-asked': 0 })
    const [one, two] = [[tap(), tap()], [tap('male', '-1')]]
    await send(two)
    await send(one)
    t.equal(groups().male, 2, 'an undo of another phone’s tap comes first')
    t.equal(of().taps.length, 8)
    t.equal((await send([])).statusCode, 303, 'nothing is nothing')
  },
)

t.test(
  'R17: taps that did not arrive whole, or count what nobody set, or take away whom nobody counted, are refused together',
  async (t) => {
    const house = await openHouse({ t })
    const { send, groups, of } = await begun(house)
    await send([tap()])
    for (const bad of [
      ['x gender male +1'],
      [`${key()} gender male`],
      [`${key()} gender male +2`],
      [`${key()} gender male 1`],
      [`${key()} gender`],
      ['<script> gender male +1'],
      [tap('men')],
      [`${key()} sex male +1`],
      [tap('constructor')],
      [tap('male', '-1'), tap('male', '-1')],
      [tap(), tap('female', '-1')],
      Array.from({ length: 501 }, () => tap()),
    ]) {
      const answer = await send(bad)
      t.ok([400, 422].includes(answer.statusCode), `${answer.statusCode}: ${bad[0]!}`)
      t.same(groups(), { male: 1, female: 0, 'not-asked': 0 })
    }
    t.equal(
      (await send(Array.from({ length: 500 }, () => tap('female')))).statusCode,
      303,
      'five hundred are a good day',
    )
    t.equal(groups().female, 500)
    const own = key()
    t.equal(
      (
        await send([
          tap('not-asked', '+1', own),
          tap('not-asked', '+1', own),
          tap('not-asked', '+1', own),
          tap('not-asked', '-1'),
          tap('not-asked', '-1'),
          tap('not-asked', '-1'),
        ])
      ).statusCode,
      422,
      'one key three times over is one tap, and hides no taking away',
    )
    t.ok(
      of().taps.reduce((sum, each) => sum + (each.group === 'not-asked' ? each.count : 0), 0) >= 0,
    )
  },
)

t.test(
  'a pad is for those who take part: the police count at their stall, the council and observers do not',
  async (t) => {
    const house = await openHouse({ t })
    const { send, groups, path } = await begun(house)
    const sergeant = house.signIn(PEOPLE.sergeant)
    t.equal((await sergeant.get(`${path}/pad`)).statusCode, 200)
    t.notMatch((await sergeant.get(`${path}/pad`)).body, 'A topic to choose from')
    t.equal((await send([tap()], sergeant)).statusCode, 303)
    for (const other of [PEOPLE.officer, PEOPLE.observer]) {
      t.equal((await house.signIn(other).get(`${path}/pad`)).statusCode, 403)
      t.equal((await send([tap()], house.signIn(other))).statusCode, 403)
    }
    t.equal((await sergeant.post(`${path}/options`, { text: 'Mine' })).statusCode, 403)
    t.match((await send([tap()], house.stranger())).headers.location, /^\/sign-in/)
    t.same(groups().male, 1)
  },
)

t.test(
  'R23: a number from paper takes the place of what stands there; what cannot be read is still there beside its reason',
  async (t) => {
    const house = await openHouse({ t })
    const { type, groups, laptop, path } = await begun(house)
    const own = key()
    for (let i = 0; i < 2; i++) t.equal((await type('male', 14, { key: own })).statusCode, 303)
    t.equal(groups().male, 14, 'sent twice is counted once')
    t.equal((await type('male', 12)).statusCode, 303)
    t.equal(groups().male, 12, 'and may be less')
    await type('male', 14, { key: own })
    t.equal(groups().male, 12, 'an old form that comes again changes nothing')
    for (const [count, reason] of [
      ['', 'Write how many'],
      ['a lot', 'whole number'],
      ['-1', 'whole number'],
      ['3.5', 'whole number'],
      ['100000', 'too large'],
    ]) {
      const answer = await type('female', count!)
      t.equal(answer.statusCode, 422)
      t.match(answer.body, reason!)
      t.match(
        answer.body,
        new RegExp(`id="count-gender-female-count"[^>]* value="${count}"[^>]*aria-invalid`),
        'with what was typed',
      )
      t.match(answer.body, 'href="#count-gender-female-count"', 'and the summary leads there')
      t.match(answer.body, /<details open>/)
    }
    t.equal((await type('men', 3)).statusCode, 422)
    t.equal(
      (
        await laptop.post(`${path}/counts`, {
          key: 'x',
          grouping: 'gender',
          group: 'male',
          count: 3,
        })
      ).statusCode,
      422,
    )
    t.same(groups(), { male: 12, female: 0, 'not-asked': 0 })
  },
)

t.test(
  'R23: a number typed while someone else taps is a conflict, and their taps are not lost',
  async (t) => {
    const house = await openHouse({ t })
    const { type, groups, send } = await begun(house)
    await send([tap(), tap()])
    await send([tap()], house.signIn(PEOPLE.sergeant))
    const answer = await type('male', 2, { was: 2 })
    t.equal(answer.statusCode, 422)
    t.match(
      read(answer),
      'Someone counted while you were writing. It was 2, and it is 3 now. Is 2 still right?',
    )
    t.match(answer.body, /id="count-gender-male-count"[^>]* value="2"/)
    t.match(answer.body, /name="was" value="3"/, 'the form now rests on what stands there')
    t.equal(groups().male, 3)
    t.equal((await type('male', 2, { was: 3 })).statusCode, 303)
    t.equal(groups().male, 2)
  },
)

t.test('totals agree, or the pad and the event say by how much they do not', async (t) => {
  const house = await openHouse({ t })
  const { type, laptop, path, id } = await begun(house, { headCount: '38' })
  const says = async (): Promise<string> =>
    read(await laptop.get(path)) + read(await laptop.get(`${path}/pad`))
  await type('male', 14)
  t.equal((await says()).match(/24 of 38 were in no group that is counted here/g)!.length, 2)
  await type('female', 24)
  t.notMatch(await says(), /in no group|more were counted/)
  await type('not-asked', 3)
  t.equal((await says()).match(/3 more were counted here than came/g)!.length, 2)
  await type('female', 20)
  t.match(await says(), '1 of 38 was in no group')
  await laptop.post('/desk/settings/words', {
    communities: 'x',
    atRisk: 'x',
    phrases: 'x',
    groups: 'Gender: Male, Female',
  })
  t.match(await says(), '4 of 38 were in no group', 'nobody goes away with their group')
  t.equal((await laptop.post(`${path}/taps`, { taps: tap('not-asked') })).statusCode, 422)
  await laptop.post('/desk/settings/words', {
    communities: 'x',
    atRisk: 'x',
    phrases: 'x',
    groups: 'Gender: Male, Female, Not asked',
  })
  t.equal(tallyOf(house.store.events.listUnfiltered([id])[0]!, gender)!.groups['not-asked'], 3)
})

t.test(
  'R23: residents choose a topic by a show of hands; what was typed and chosen is kept when a number cannot be read',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, path, of } = await begun(house)
    for (const text of ['Stop and search', 'Stop and search', 'Staying safe'])
      await laptop.post(`${path}/options`, { text })
    t.same(
      of().options.map((each) => each.text),
      ['Stop and search', 'Staying safe'],
      'offered twice is offered once',
    )
    t.match(await laptop.post(`${path}/options`, { text: ' ' }), {
      statusCode: 422,
      body: /Write the topic/,
    })
    t.match(await laptop.post(`${path}/options`, { text: 'x'.repeat(121) }), {
      statusCode: 422,
      body: /x{121}/,
    })
    const [first, second] = of().options.map((each) => each.id) as [number, number]
    const refused = await laptop.post(`${path}/hands`, {
      chosen: second,
      [`hands-${first}`]: 'most',
      [`hands-${second}`]: '7',
    })
    t.equal(refused.statusCode, 422)
    t.match(refused.body, 'value="most"')
    t.match(refused.body, 'value="7"')
    t.match(refused.body, new RegExp(`value="${second}" checked`))
    await laptop.post(`${path}/hands`, {
      chosen: second,
      [`hands-${first}`]: '3',
      [`hands-${second}`]: '7',
    })
    t.match(read(await laptop.get(path)), 'Residents chose: Staying safe , by a show of 7 hands')
    await laptop.post(`${path}/options/${second}/ending`)
    t.same(
      of().options.map((each) => each.text),
      ['Stop and search'],
    )
    t.equal((await laptop.post(`${path}/options/${second}/ending`)).statusCode, 404)
  },
)

t.test(
  'R21, R20: looking at a pad counts nobody, and each button is a form that works by itself and counts once',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, path, groups, of } = await begun(house)
    const { body } = await laptop.get(`${path}/pad`)
    t.equal(of().taps.length, 0)
    const line = body.match(/name="taps" value="([^"]+ gender female \+1)"/)![1]!
    for (let i = 0; i < 2; i++)
      t.equal((await laptop.post(`${path}/taps`, { taps: line })).headers.location, `${path}/pad`)
    t.equal(groups().female, 1, 'a button pressed twice on one page')
    t.not(
      (await laptop.get(`${path}/pad`)).body.match(
        /name="taps" value="([^"]+ gender female \+1)"/,
      )![1],
      line,
      'the next page has another key',
    )
    t.notMatch(body, /name="(name|person|email|who)"/, 'R17: there is no field for who it was')
  },
)
