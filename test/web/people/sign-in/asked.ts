import t from 'tap'
import { type House, openHouse, PEOPLE, type Visitor } from '../../../support/house.ts'
import { codeIn } from './set-up.ts'

const ask = (browser: Visitor, email: string) => browser.post('/sign-in', { email })
const type = async (browser: Visitor, code: string): Promise<string> =>
  String((await browser.post('/sign-in/code', { code })).headers.location ?? 'refused')
const codes = (house: House): string[] =>
  house.letters.flatMap(({ text }) => (/code is/.test(text) ? codeIn(text) : []))

t.test('R25: whoever asks again may type the code that comes first, or last', async (t) => {
  for (const which of [0, 1, 2]) {
    const house = await openHouse({ t })
    const phone = house.stranger()
    for (let i = 0; i < 3; i++) await ask(phone, PEOPLE.officer)
    const all = codes(house)
    t.equal(all.length, 3)
    t.equal(await type(phone, all[which]!), '/desk')
    t.equal(await type(house.stranger(), all[(which + 1) % 3]!), 'refused', 'in another browser')
  }
})

t.test('R25: five wrong tries end the codes that are there, and a new one is good', async (t) => {
  const house = await openHouse({ t })
  const phone = house.stranger()
  await ask(phone, PEOPLE.officer)
  await ask(phone, PEOPLE.officer)
  for (let i = 0; i < 5; i++) t.equal(await type(phone, 'WRONG2'), 'refused')
  for (const code of codes(house)) t.equal(await type(phone, code), 'refused')
  await ask(phone, PEOPLE.officer)
  t.equal(await type(phone, codes(house).at(-1)!), '/desk')
})

t.test('R25: a browser guesses five times for each of five codes, however it asks', async (t) => {
  const house = await openHouse({ t })
  const phone = house.stranger()
  let guesses = 0
  for (let round = 0; round < 12; round++) {
    await ask(phone, PEOPLE.officer)
    for (let i = 0; i < 6; i++) {
      const before = house.store.journal.list(1, 1)[0]!.id
      await type(phone, 'WRONG2')
      if (house.store.journal.list(1, 1)[0]!.id !== before) guesses += 1
    }
  }
  t.equal(house.letters.length, 5)
  t.equal(guesses, 25)
})

t.test('R25: the page says that no more codes go out, the same for every address', async (t) => {
  const house = await openHouse({ t })
  const pages = []
  for (const email of [PEOPLE.sergeant, 'nobody@nowhere.example']) {
    const browser = house.stranger()
    for (let i = 0; i < 5; i++)
      t.equal((await ask(browser, email)).headers.location, '/sign-in/code')
    const sixth = await ask(browser, email)
    const page = await browser.get(String(sixth.headers.location))
    t.match(page.body, 'we have sent five codes')
    t.match(page.body, 'Wait ten minutes, then ask again')
    pages.push([sixth.headers.location, page.body])
    house.clock.pass({ minutes: 11 })
    t.equal((await ask(browser, email)).headers.location, '/sign-in/code', 'after ten minutes')
  }
  t.same(pages[0], pages[1])
  t.equal(house.letters.length, 6)
})

t.test('R25: nothing a stranger does keeps a code from the person it is for', async (t) => {
  const house = await openHouse({ t })
  const mine = house.stranger()
  await ask(mine, PEOPLE.officer)
  t.equal(await type(mine, codes(house)[0]!), '/desk')
  const stranger = house.stranger()
  for (let i = 0; i < 5; i++) await ask(stranger, PEOPLE.officer)
  const fresh = house.stranger()
  await ask(fresh, PEOPLE.officer)
  t.equal(await type(fresh, codes(house).at(-1)!), '/desk', 'in a browser of theirs that is new')
  const before = house.letters.length
  for (let i = 0; i < 40; i++) await ask(house.stranger(), PEOPLE.officer)
  t.ok(house.letters.length - before <= 5, 'and a mailbox is not flooded')
  const many = await ask(house.stranger(), PEOPLE.officer)
  t.equal(many.headers.location, '/sign-in/code?full=many')
  await mine.post('/sign-out')
  for (let i = 0; i < 5; i++) await ask(mine, PEOPLE.officer)
  t.equal(await type(mine, codes(house).at(-1)!), '/desk', 'in the browser they know')
})

t.test(
  'R25: for a whole day strangers ask from hundreds of browsers and lines, and the person gets in: where they came in before, and with a code that is in their hands',
  async (t) => {
    const house = await openHouse({ t })
    const known = house.stranger()
    await ask(known, PEOPLE.observer)
    await type(known, codes(house).at(-1)!)
    for (let hour = 0; hour < 24; hour++) {
      // A new browser of theirs has its code, and then the flood begins.
      const fresh = house.stranger()
      const asked = await ask(fresh, PEOPLE.observer)
      const mine = codes(house).at(-1)!
      for (let i = 0; i < 12; i++) {
        const stranger = house.stranger()
        await ask(stranger, PEOPLE.observer)
        for (let tries = 0; tries < 6; tries++) await type(stranger, 'AAAAAA')
      }
      if (asked.headers.location === '/sign-in/code')
        t.equal(await type(fresh, mine), '/desk', 'the right code is good, whatever others type')
      await known.post('/sign-out')
      t.equal((await ask(known, PEOPLE.observer)).headers.location, '/sign-in/code')
      t.equal(await type(known, codes(house).at(-1)!), '/desk', 'and so is the browser they know')
      house.clock.pass({ hours: 1 })
    }
  },
)

t.test('R31: a code that is typed twice, and asked for twice at once, counts once', async (t) => {
  const house = await openHouse({ t })
  const phone = house.stranger()
  const page = await phone.get('/sign-in')
  const once = page.body.match(/name="once" value="([^"]+)"/)![1]!
  await Promise.all([1, 2].map(() => phone.post('/sign-in', { email: PEOPLE.officer, once })))
  t.equal(house.letters.length, 1)
  const [code] = codes(house)
  t.equal(await type(phone, code!), '/desk')
  t.equal(await type(phone, code!), '/desk', 'the second press goes where the first went')
})

t.test('R25: an address is read as it was meant, however it was pasted', async (t) => {
  const house = await openHouse({
    t,
    prepare: (store) => {
      const { organisationId } = store.people.findByEmail(PEOPLE.officer)!
      store.people.record(
        {
          name: 'Pat O’Brien',
          email: "pat.o'brien@council.example",
          role: 'member',
          approves: false,
          organisationId,
        },
        { personId: null, at: '2022-01-01T00:00:00.000Z' },
      )
    },
  })
  for (const typed of [
    'pat.o’brien@council.example',
    'Pat O’Brien <pat.o’brien@council.example>',
    'mailto:pat.o%27brien@council.example'.replace('%27', "'"),
    '  PAT.O‘BRIEN＠council.example, ',
    'MAILTO:pat.o’brien@council.example?subject=Code',
  ]) {
    const before = house.letters.length
    await ask(house.stranger(), typed)
    t.equal(house.letters[before]?.to, "pat.o'brien@council.example", typed)
  }
  const two = await ask(house.stranger(), 'a@met.example; b@met.example')
  t.equal(two.statusCode, 422)
  t.match(two.body, 'Enter a full email address')
})
