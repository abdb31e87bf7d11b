import t, { type Test } from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { type Fields, PEOPLE, type House } from '../../../support/house.ts'
import { add, agreed, by, NEW, NEXT, NOTE, open, OTHER, seatCalled, type Open } from './set-up.ts'

const beside = (id: string): RegExp => new RegExp(`<span class="error" id="${id}-error"`)

t.test(
  'R23: each refusal stands beside its field, and everything typed is still there',
  async (t) => {
    const { house, seat, path, hand, next, latest, leaver } = await open(t)
    agreed(house, 'Share the patrol plan')
    const shown = house.store.actions
      .listUnfiltered()
      .filter((each) => termsOf(each).seatId === seat.id)
      .map((each) => each.id)
      .join(' ')
    add(house, 'reads@met.example', PEOPLE.sergeant, 'observer')
    const gone = add(house, 'gone@met.example')
    house.store.people.end(gone, by(house))
    await refusedBeside(t, shown, gone, { house, path, hand, next, leaver })
    await answersRefused(t, { house, path, hand, latest })
  },
)

async function refusedBeside(
  t: Test,
  shown: string,
  gone: number,
  { house, path, hand, next, leaver }: Pick<Open, 'house' | 'path' | 'hand' | 'next' | 'leaver'>,
) {
  for (const [what, fields, id] of casesOf(house, gone)) {
    const answer = await hand({ alumni: 'yes', shown, ...fields })
    t.equal(answer.statusCode, 422, what)
    t.match(answer.body, beside(id), what)
    t.match(answer.body, `href="#${id}"`)
    t.match(answer.body, 'Ask at the hall. &lt;b&gt;They', `${what}: the note`)
    t.match(answer.body, /name="alumni" value="yes" checked/, `${what}: the tick`)
    t.notMatch(
      answer.body,
      /name="goesIds" value="\d+" checked/,
      `${what}: and what was not ticked`,
    )
    for (const name of ['name', 'email'] as const)
      if (fields[name]) t.match(answer.body, `value="${fields[name]}"`)
    if (fields.email || fields.name)
      t.match(answer.body, /<details open>\s*<summary>They are not on the list/)
  }
  t.equal(
    (await leaver.post(path, { toId: next, note: NOTE, seatId: 1 })).statusCode,
    400,
    'a field we do not know',
  )
  t.same(house.store.batons.list(), [])
}

async function answersRefused(
  t: Test,
  { house, path, hand, latest }: Pick<Open, 'house' | 'path' | 'hand' | 'latest'>,
) {
  await hand()
  const silent = await house
    .signIn(NEXT)
    .post(`${path}/declining`, { batonId: latest().id, words: ' ' })
  t.equal(silent.statusCode, 422)
  t.match(silent.body, beside('answer-words'))
  const long = await house
    .signIn(NEXT)
    .post(`${path}/declining`, { batonId: latest().id, words: `Too far${'x'.repeat(1000)}` })
  t.equal(long.statusCode, 422)
  t.match(long.body, 'Too farxxx')
}

t.test(
  'R22: two taps are one, and a form from before is told so with its words (R23)',
  async (t) => {
    const { house, path, hand, yes, no, stop, latest, successor, coordinator, leaver, holders } =
      await open(t)
    for (const answer of await Promise.all([hand(), hand()])) t.equal(answer.headers.location, path)
    t.equal(house.store.batons.list().length, 1)
    const second = await hand({ note: 'Other words, which took an hour' })
    t.equal(second.statusCode, 409)
    t.match(
      second.body,
      /handed on already.*This is what you typed:.*Other words, which took an hour/s,
    )
    t.match(second.body, 'href="#baton-conflict"')

    const old = latest().id
    await stop()
    const late = await successor.post(`${path}/declining`, {
      batonId: old,
      words: 'Words of an old form',
    })
    t.equal(late.statusCode, 409)
    t.match(late.body, /Nothing was saved\. This is what you typed:.*Words of an old form/s)
    await hand({ note: 'Not what you read' })
    t.equal(
      (await successor.post(`${path}/acceptance`, { batonId: old })).statusCode,
      409,
      'nobody takes on what they did not read',
    )
    t.equal((await successor.post(`${path}/acceptance`, {})).statusCode, 409)
    t.equal(
      (await leaver.post(`${path}/withdrawal`, { batonId: old })).statusCode,
      303,
      'that one is over already',
    )
    t.equal((await coordinator.post(`${path}/withdrawal`, {})).statusCode, 409)
    t.equal(latest().end, null)
    for (const answer of await Promise.all([yes(), yes()])) t.equal(answer.headers.location, path)
    t.same(holders(), [house.person(NEXT).id])
    t.equal(house.store.organisations.findSeat(latest().seatId)!.holders.length, 2)
    t.equal((await no(undefined, { words: 'After all' })).statusCode, 409)
    t.equal(
      (await coordinator.post(`${path}/withdrawal`, { batonId: latest().id })).statusCode,
      409,
      'a coordinator who stops it too late is told',
    )
    t.equal(latest().end!.kind, 'accepted')
  },
)

/** What is wrong, how it is typed, and the field that it is said beside. */
const casesOf = (house: House, gone: number): [string, Fields, string][] => [
  ['nobody chosen', { toId: '' }, 'baton-toId'],
  ['an address without a name', { toId: '', email: NEW }, 'baton-name'],
  ['no address', { toId: '', name: 'Someone', email: 'new at met' }, 'baton-email'],
  ['both', { email: NEW }, 'baton-email'],
  ['oneself', { toId: house.person(PEOPLE.sergeant).id }, 'baton-toId'],
  ['another organisation', { toId: house.person(PEOPLE.officer).id }, 'baton-toId'],
  ['someone who left', { toId: gone }, 'baton-toId'],
  ['an observer', { toId: house.person('reads@met.example').id }, 'baton-toId'],
  ['nobody we know', { toId: 99_999 }, 'baton-toId'],
  ['not a number', { toId: '7 or 8' }, 'baton-toId'],
  [
    'the address of another organisation',
    { toId: '', name: 'Someone', email: PEOPLE.officer.toUpperCase() },
    'baton-email',
  ],
  [
    'an observer’s address',
    { toId: '', name: 'Someone', email: 'reads@met.example' },
    'baton-email',
  ],
  ['one’s own address', { toId: '', name: 'Me', email: PEOPLE.sergeant }, 'baton-email'],
  [
    'a seat of someone else',
    { keepSeatId: seatCalled(house, 'Youth services officer').id },
    'baton-keepSeatId',
  ],
  ['an empty seat', { keepSeatId: seatCalled(house, OTHER).id }, 'baton-keepSeatId'],
  ['a long note', { note: `${NOTE}${'x'.repeat(2000)}` }, 'baton-note'],
  ['a long name', { toId: '', email: NEW, name: 'x'.repeat(121) }, 'baton-name'],
]
