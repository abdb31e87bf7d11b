import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { codeIn } from './set-up.ts'

t.test(
  'R25: a coordinator adds a second factor, keeps recovery codes, and each number works once',
  async (t) => {
    const house = await openHouse({ t })
    const first = await house.signInTheLongWay(PEOPLE.coordinator)
    t.equal((await first.get('/desk')).statusCode, 200)
    const second = await house.signInTheLongWay(PEOPLE.coordinator)
    t.equal((await second.get('/desk')).statusCode, 200)
    const third = house.stranger()
    await third.post('/sign-in', { email: PEOPLE.coordinator })
    await third.post('/sign-in/code', { code: codeIn(house.letters.at(-1)!.text) })
    t.equal(
      (await third.get('/desk')).headers.location,
      '/sign-in/second-factor',
      'halfway opens nothing',
    )
    t.equal((await third.get('/desk/concerns')).headers.location, '/sign-in/second-factor')
    t.equal(
      (await third.post('/sign-in/second-factor', { code: house.numberFor(PEOPLE.coordinator) }))
        .statusCode,
      422,
      'the number was spent by the last sign-in',
    )
  },
)

t.test('R25: a recovery code lets in once', async (t) => {
  const house = await openHouse({ t })
  const id = house.person(PEOPLE.coordinator).id
  const [code] = house.store.signIn.enrol(id, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 1, {
    personId: id,
    at: house.clock.at(),
  })
  const attempt = async () => {
    const browser = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    return (
      await browser.post('/sign-in/second-factor', {
        code: `${code!.slice(0, 5)} ${code!.slice(5)}`,
      })
    ).statusCode
  }
  t.equal(await attempt(), 303)
  t.equal(await attempt(), 422)
})

t.test(
  'R25: ten wrong numbers end the session, twenty in an hour shut the app’s numbers for whoever holds the mailbox, and a recovery code still opens',
  async (t) => {
    const house = await openHouse({ t })
    await house.signInTheLongWay(PEOPLE.coordinator)
    const { id } = house.person(PEOPLE.coordinator)
    const halfway = () => house.signIn(PEOPLE.coordinator, { secondFactor: false })
    for (let i = 0; i < 2; i++) {
      const thief = halfway()
      for (let tries = 0; tries < 10; tries++)
        t.match(
          (await thief.post('/sign-in/second-factor', { code: 'no' })).body,
          'This number is not right',
        )
      t.equal((await thief.post('/sign-in/second-factor', { code: 'no' })).statusCode, 403)
    }
    const wrong = house.store.journal
      .history('person', id)
      .filter(({ verb }) => verb === 'gave a wrong second factor')
    t.equal(wrong.length, 20, 'each is written down: it is how a guess is seen')
    house.clock.pass({ minutes: 2 })
    const shut = await halfway().post('/sign-in/second-factor', {
      code: house.numberFor(PEOPLE.coordinator),
    })
    t.equal(shut.statusCode, 422, 'not even the right one')
    t.match(shut.body, 'Too many wrong numbers. Wait an hour, or use a recovery code')
    const [code] = house.store.signIn.recoveryCodes(id, { personId: id, at: house.clock.at() })
    t.equal(
      (await halfway().post('/sign-in/second-factor', { code: code! })).headers.location,
      '/desk',
    )
    house.clock.pass({ minutes: 61 })
    t.equal(
      (
        await halfway().post('/sign-in/second-factor', {
          code: house.numberFor(PEOPLE.coordinator),
        })
      ).headers.location,
      '/desk',
      'an hour later the number does',
    )
  },
)

t.test('R25: a session ends after 30 minutes idle and 12 hours in all', async (t) => {
  const house = await openHouse({ t })
  const phone = house.signIn(PEOPLE.sergeant)
  house.clock.pass({ minutes: 29 })
  t.equal((await phone.get('/desk')).statusCode, 200)
  house.clock.pass({ minutes: 31 })
  t.equal((await phone.get('/desk')).headers.location, '/sign-in')
  const busy = house.signIn(PEOPLE.sergeant)
  for (let i = 0; i < 36; i++) {
    house.clock.pass({ minutes: 20 })
    await busy.get('/desk')
  }
  t.equal((await busy.get('/desk')).headers.location, '/sign-in')
})

t.test(
  'R25: what was typed when the session ended is on the desk again, for that person alone',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    house.clock.pass({ minutes: 40 })
    const sent = await laptop.post('/desk/concerns', {
      text: 'Dark stairs on the estate',
      originKind: 'phone',
    })
    t.equal(sent.headers.location, '/sign-in?kept=yes')
    t.equal(
      (await house.stranger().post('/desk/concerns', { text: 'x' })).headers.location,
      '/sign-in',
      'a stranger leaves nothing',
    )
    t.notMatch((await house.signIn(PEOPLE.approver).get('/desk')).body, 'Dark stairs')
    const back = house.signIn(PEOPLE.coordinator)
    t.match((await back.get('/desk')).body, 'Dark stairs on the estate')
    t.match((await back.get('/desk')).body, 'origin kind: phone', 'nothing is sent unseen')
    const [kept] = house.store.people.keptForms(house.person(PEOPLE.coordinator).id)
    const resent = await back.post(`/desk/kept/${kept!.id}/sending`, {
      text: 'Dark stairs on the estate',
      originKind: 'phone',
    })
    t.equal(resent.statusCode, 307)
    t.equal(resent.headers.location, '/desk/concerns')
    t.notMatch((await back.get('/desk')).body, 'You were signed out')
  },
)

t.test('R25: the part of a page never becomes a sign-in page', async (t) => {
  const house = await openHouse({ t })
  const answer = await house
    .stranger()
    .post('/desk/round-tables/2022-q1/concerns', { text: 'x' }, { part: true })
  t.equal(answer.headers['hx-redirect'], '/sign-in')
  t.equal(answer.body, '')
})

t.test('the first coordinator comes in by a link that works once', async (t) => {
  const house = await openHouse({ t, sample: false })
  t.ok(house.store.signIn.nobodyCanSignIn())
  const link = house.store.signIn.makeLink(null, house.clock.at())
  const browser = house.stranger()
  t.match((await browser.get(`/set-up/${link}`)).body, 'You will be the first coordinator')
  t.match(
    (await browser.post(`/set-up/${link}`, { partnership: '', name: 'Coordinator', email: 'x' }))
      .body,
    'Enter a full email address',
  )
  t.equal(
    (
      await browser.post(`/set-up/${link}`, {
        partnership: 'A charity',
        name: 'Coordinator',
        email: 'first@charity.example',
      })
    ).headers.location,
    '/sign-in/second-factor/app',
  )
  t.equal((await house.stranger().get(`/set-up/${link}`)).statusCode, 410)
  t.equal(house.person('first@charity.example').role, 'coordinator')
})
