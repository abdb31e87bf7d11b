import t from 'tap'
import { openHouse, PEOPLE } from '../../support/house.ts'
import type { Store } from '../../../src/store/store.ts'

/** A new server as the set-up link leaves it: one organisation and the first coordinator. */
const fresh = (store: Store): void => {
  const by = { personId: null, at: '2022-01-27T10:00:00.000Z' }
  const organisationId = store.organisations.record(
    { code: 'mosaic', name: 'Mosaic Community Trust', publicName: 'Mosaic', expected: true },
    by,
  )
  store.people.record(
    {
      name: 'Coordinator',
      email: PEOPLE.coordinator,
      role: 'coordinator',
      approves: true,
      organisationId,
    },
    by,
  )
}
const stepsIn = (body: string): string[] =>
  [...(/id="start-here"[^]*?<\/section>/.exec(body)?.[0] ?? '').matchAll(/<h3>([^<]*)/g)].map(
    ([, title]) => title!,
  )

t.test(
  'R20, R31: a new server leads through its first steps, each until it is done or set aside',
  async (t) => {
    const house = await openHouse({ t, sample: false, prepare: fresh })
    const laptop = house.signIn(PEOPLE.coordinator)
    const first = (await laptop.get('/desk')).body
    t.same(stepsIn(first), [
      'Who you are',
      'The organisations at your table',
      'Their seats, and who sits there',
      'Your first round table',
    ])
    t.equal(first.match(/class="button"/g)!.length, 1, 'the next step alone is loud')

    t.equal((await laptop.post('/desk/first-steps', { step: 'who-you-are' })).statusCode, 303)
    t.equal((await laptop.post('/desk/first-steps', { step: 'who-you-are' })).statusCode, 303)
    t.equal((await laptop.post('/desk/first-steps', { step: 'other' })).statusCode, 422)
    t.notMatch(stepsIn((await laptop.get('/desk')).body).join(), 'Who you are')

    const typed = {
      organisations: 'Metropolitan Police Service; the police',
      people: 'the police:\nWard sergeant, Church Street; sergeant@met.example; member',
      expected: 'yes',
    }
    const read = await laptop.post('/desk/people/bringing-in', { ...typed, step: 'read' })
    const seen = /name="seen" value="(\w+)"/.exec(read.body)![1]!
    await laptop.post('/desk/people/bringing-in', { ...typed, seen, step: 'save' })
    const then = (await laptop.get('/desk')).body
    t.equal(then.match(/Done\./g)!.length, 2, 'what is done is said')

    await laptop.post('/desk/round-tables', {
      heldOn: '2022-04-28',
      expectedIds: house.store.organisations.list().map((each) => each.id),
    })
    t.same(stepsIn((await laptop.get('/desk')).body), [], 'and it goes when all is done')
    const sergeant = house.signIn(PEOPLE.sergeant)
    t.notMatch((await sergeant.get('/desk')).body, 'Start here')
  },
)

t.test('the sample has no first steps, and says where its letters stay', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  t.same(stepsIn((await laptop.get('/desk')).body), [])
  for (const path of ['/desk/people', '/desk/people/bringing-in', '/desk/letters'])
    t.match((await laptop.get(path)).body, 'No mail is sent from this server', path)
})

t.test(
  'R25: recovery codes can be printed and copied, and stand as text without a script',
  async (t) => {
    const house = await openHouse({ t, sample: false, prepare: fresh, demo: false })
    const laptop = await house.signInTheLongWay(PEOPLE.coordinator)
    t.equal((await laptop.get('/desk')).statusCode, 200)
  },
)
