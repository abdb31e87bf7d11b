import t from 'tap'
import { tallyOf } from '../../../../src/domain/evidence/event.ts'
import { type Answer, openHouse, PEOPLE } from '../../../support/house.ts'
import { begun, gender, key, tap } from './set-up.ts'

const read = (answer: Answer): string => answer.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

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
