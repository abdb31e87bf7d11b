import t, { type Test } from 'tap'
import { type House, PEOPLE } from '../../../support/house.ts'
import { letterWatch, NEXT, open } from '../batons/set-up.ts'
import { answersAt, FAMILY, family, LISTS, sergeantIn } from './set-up.ts'

t.test(
  'R7, R11: a baton is accepted, the list is put before the coordinator, handed on, and the new holder opens the page that the former one cannot',
  async (t) => {
    const { house, leaver, successor, coordinator, hand, yes, next } = await open(t)
    const leaverId = sergeantIn(house)
    const concern = family(house, leaverId, house.person(PEOPLE.officer).id)
    const page = `/desk/concerns/${concern}` as const
    house.clock.pass({ minutes: 5 })
    t.notMatch((await coordinator.get('/desk')).body, 'waits for your answer')

    const sent = letterWatch(house)
    await hand()
    await sent()
    house.clock.pass({ minutes: 5 })
    await yes()
    const letters = await sent()
    const told = letters.find((each) => each.to === PEOPLE.coordinator)!
    t.match(told.text, /on the list of a matter held in private.*\/desk\/private-lists/s)
    t.notMatch(told.text, FAMILY, 'R21: no word of it')
    t.notMatch(
      letters.find((each) => each.to === PEOPLE.sergeant)!.text,
      'private',
      'the one who left is not asked about themselves',
    )

    const desk = (await coordinator.get('/desk')).body
    t.match(desk, /Seats and lists that wait.*1 list of private matters\s+waits for your answer/s)
    t.match((await coordinator.get('/desk/people')).body, /1 list.*waits for your answer/s)
    await asksFirst(t, house, concern)
    t.equal((await coordinator.get(page)).statusCode, 404)
    t.equal((await leaver.get(page)).statusCode, 200, 'the list stays until someone answers')
    t.equal((await successor.get(page)).statusCode, 404)

    const to = answersAt(concern, leaverId)
    house.clock.pass({ minutes: 1 })
    t.equal((await coordinator.post(to, { kind: 'handed-on', toId: next })).statusCode, 303)
    t.equal((await leaver.get(page)).statusCode, 404, 'the former holder')
    const look = () =>
      house.store.journal.history('concern', concern).filter((line) => line.verb === 'looked at')
    const looks = look().length
    t.match((await house.signIn(NEXT).get(page)).body, FAMILY)
    t.match(look().slice(looks), [{ personId: next }], 'R11: the look is written down')
    t.equal((await coordinator.get(page)).statusCode, 404)
    t.match((await coordinator.get(LISTS)).body, 'No list waits for an answer')
    t.match(house.store.privateLists.answers().at(-1), {
      noun: 'concern',
      nounId: concern,
      leaverId,
      kind: 'handed-on',
      toId: next,
      personId: house.person(PEOPLE.coordinator).id,
      at: house.clock.at(),
    })
    const verbs = house.store.journal.history('concern', concern).map((line) => line.verb)
    t.ok(verbs.includes('handed on a place on the list of'))
  },
)

async function asksFirst(t: Test, house: House, concern: number) {
  const coordinator = house.signIn(PEOPLE.coordinator)
  const question = `${LISTS}/concern/${concern}/${sergeantIn(house)}` as const
  const asked = (await coordinator.get(LISTS)).body
  t.match(asked, /left Ward sergeant, Church Street.*A family could be identified\./s)
  t.match(asked, `href="${question}"`)
  t.notMatch(asked, '/answers"', 'nothing at one tap')
  const choices = (await coordinator.get(question)).body
  t.match(
    choices,
    /Person at next will be able to read it.*Hand it on to Person at next.*Keep them on it.*Remove/s,
    'R7, R11: what each answer does is said before it is given',
  )
  for (const each of [asked, choices]) {
    t.notMatch(each, FAMILY)
    t.notMatch(each, `/desk/concerns/${concern}`, 'R11: no way in for who is not on the list')
  }
  t.equal((await house.signIn(NEXT).get(question)).statusCode, 404)
}

t.test(
  'R25: whoever a place is handed on to adds a second factor before they open anything',
  async (t) => {
    const { house, hand, yes, next } = await open(t)
    const concern = family(house, sergeantIn(house), house.person(PEOPLE.officer).id)
    const phone = house.signIn(NEXT, { secondFactor: false })
    await hand()
    house.clock.pass({ minutes: 5 })
    await yes()
    t.equal((await phone.get('/desk')).statusCode, 200)
    await house
      .signIn(PEOPLE.coordinator)
      .post(answersAt(concern, sergeantIn(house)), { kind: 'handed-on', toId: next })
    const answer = await phone.get(`/desk/concerns/${concern}`)
    t.match([answer.statusCode, answer.headers.location], [303, '/sign-in/second-factor'])
  },
)
