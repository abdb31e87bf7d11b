import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { codeIn } from './set-up.ts'

t.test(
  'R25: a person signs in with a code typed into the same browser, and once only',
  async (t) => {
    const house = await openHouse({ t })
    const phone = house.stranger()
    t.equal(
      (await phone.post('/sign-in', { email: ` ${PEOPLE.observer.toUpperCase()} ` })).headers
        .location,
      '/sign-in/code',
    )
    const code = codeIn(house.letters[0]!.text)
    t.notOk(house.letters[0]!.text.includes('/sign-in/'), 'the letter has no link that signs in')
    t.equal(
      (await house.stranger().post('/sign-in/code', { code })).statusCode,
      422,
      'another browser has no use for it',
    )
    t.equal(
      (await phone.post('/sign-in/code', { code: code.toLowerCase() })).headers.location,
      '/desk',
    )
    t.match((await phone.get('/desk')).body, 'Your desk')
    const again = house.stranger()
    again.cookies.set('browser', phone.cookies.get('browser') ?? 'gone')
    t.equal((await again.post('/sign-in/code', { code })).statusCode, 422, 'the code is spent')
  },
)

t.test('R25: five tries and ten minutes, and the wrong code says what to do next', async (t) => {
  const house = await openHouse({ t })
  const phone = house.stranger()
  await phone.post('/sign-in', { email: PEOPLE.sergeant })
  const code = codeIn(house.letters[0]!.text)
  for (let i = 0; i < 5; i++)
    t.match((await phone.post('/sign-in/code', { code: 'WRONG2' })).body, 'ask for a new one')
  t.equal(
    (await phone.post('/sign-in/code', { code })).statusCode,
    422,
    'five wrong tries void the code',
  )
  await phone.post('/sign-in', { email: PEOPLE.sergeant })
  house.clock.pass({ minutes: 11 })
  t.equal(
    (await phone.post('/sign-in/code', { code: codeIn(house.letters[1]!.text) })).statusCode,
    422,
    'ten minutes have passed',
  )
})

t.test(
  'R25: an address we do not know gets the same page, and so does one that was ended',
  async (t) => {
    const house = await openHouse({
      t,
      prepare: (store) => {
        store.people.end(store.people.findByEmail(PEOPLE.officer)!.id, {
          personId: null,
          at: '2022-01-01T00:00:00.000Z',
        })
      },
    })
    const pages = []
    for (const email of [PEOPLE.sergeant, PEOPLE.officer, 'nobody@nowhere.example']) {
      const browser = house.stranger()
      const sent = await browser.post('/sign-in', { email })
      const page = await browser.get('/sign-in/code')
      pages.push([sent.statusCode, sent.headers.location, page.statusCode, page.body])
    }
    t.same(pages[1], pages[0])
    t.same(pages[2], pages[0])
    t.same(
      house.letters.map((letter) => letter.to),
      [PEOPLE.sergeant],
      'and a letter goes to nobody else',
    )
  },
)

t.test(
  'a stolen database file opens nothing: codes, sessions and links are stored hashed',
  async (t) => {
    const house = await openHouse({ t })
    const { code, browser } = house.store.signIn.askForCode(1, house.clock.at())
    const session = house.store.signIn.startSession(1, true, house.clock.at())
    const link = house.store.signIn.makeLink(1, house.clock.at())
    const { readFileSync } = await import('node:fs')
    const bytes = [house.file, `${house.file}-wal`]
      .map((file) => readFileSync(file, 'latin1'))
      .join('')
    for (const secret of [code, browser, session, link]) t.notOk(bytes.includes(secret))
  },
)

t.test('signing out ends the session on the next request', async (t) => {
  const house = await openHouse({ t })
  const phone = house.signIn(PEOPLE.sergeant)
  const token = phone.cookies.get('session')!
  await phone.post('/sign-out')
  phone.cookies.set('session', token)
  t.equal((await phone.get('/desk')).headers.location, '/sign-in')
})

t.test('too many addresses asked from one place are slowed down', async (t) => {
  const house = await openHouse({ t })
  const browser = house.stranger()
  let last = 0
  for (let i = 0; i < 31; i++)
    last = (await browser.post('/sign-in', { email: `a${i}@b.example` })).statusCode
  t.equal(last, 429)
  t.equal(
    (await house.stranger().post('/sign-in', { email: PEOPLE.sergeant })).statusCode,
    303,
    'and nobody else is held up',
  )
})

t.test(
  'R25: whoever has a new way in is written to, at the mailbox that a thief may not have',
  async (t) => {
    const house = await openHouse({ t })
    await house.signInTheLongWay(PEOPLE.coordinator)
    const told = house.letters.filter((letter) =>
      letter.subject.includes('your sign-in has changed'),
    )
    t.same(
      told.map((letter) => letter.to),
      [PEOPLE.coordinator],
    )
    t.match(told[0]!.text, 'An authenticator app was set up')
    t.notMatch(told[0]!.text, /[A-Z2-7]{16}|\/set-up\/|\/report\//, 'nothing in it opens anything')
  },
)
