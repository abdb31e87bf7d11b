import type { Page } from 'playwright-core'
import { PHONE } from '../../support/browser.ts'
import { find, linkFor, test } from './set-up.ts'

const ON_A_PHONE = { viewport: PHONE, hasTouch: true, isMobile: true }
/** What a test does to the network is no fault of the page. */
const CUT = { expected: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|50[0-9]/ }
const kept = (phone: Page): Promise<[string, string][]> =>
  phone.evaluate('Object.entries(localStorage)')
const WORDS = 'The hall is booked, and the keys are with us'

/** Types where it stands, and says that it is kept. */
const typeIt = async (phone: Page, link: string, words = WORDS): Promise<void> => {
  await phone.goto(link)
  await phone.locator('#status').getByText('Done').tap()
  await phone.getByLabel('What happened? One line').tap()
  await phone.keyboard.type(words)
  await phone.getByText('Kept on this phone until it is sent.').waitFor()
}

test(
  'R31: with no network the words stay on the phone and say so, and sent again they count once and are wiped',
  async (t, house) => {
    const link = linkFor(house)
    const before = find(house).updates.length
    const phone = await house.comeIn(ON_A_PHONE)
    await typeIt(phone, link)
    t.equal((await kept(phone)).length, 1)
    const token = link.split('/').at(-1)!
    t.notMatch(JSON.stringify(await kept(phone)), token, 'the link itself is not kept')
    await phone.context().setOffline(true)
    const send = phone.getByRole('button', { name: 'Send' })
    for (let i = 0; i < 3; i++) {
      await send.tap()
      await phone
        .getByText('Not sent: there is no connection. Your words are kept on this phone.')
        .waitFor()
    }
    t.equal(find(house).updates.length, before)
    await phone.context().setOffline(false)
    await phone.getByText('You are connected again.').waitFor()
    await phone.getByRole('button', { name: 'Try again' }).tap()
    await phone.getByRole('heading', { name: 'Saved. Thank you' }).waitFor()
    t.match(find(house).updates.slice(before), [{ status: 'done', text: WORDS }])
    t.same(await kept(phone), [], 'wiped once it is sent')
  },
  CUT,
)

test(
  'R31: an answer that is lost on its way is asked for again, in the same tab or after the phone was put away, and counts once',
  async (t, house) => {
    for (const isPutAway of [false, true]) {
      const link = linkFor(house)
      const before = find(house).updates.length
      const phone = await house.comeIn(ON_A_PHONE)
      await typeIt(phone, link, isPutAway ? `${WORDS} too` : WORDS)
      await phone.route(`**${link}`, async (route) => {
        if (route.request().method() !== 'POST') return route.fallback()
        await route.fetch({ maxRedirects: 0 })
        await route.abort('failed')
      })
      await phone.getByRole('button', { name: 'Send' }).tap()
      await phone.getByText(/^Not sent/).waitFor()
      t.equal(find(house).updates.length, before + 1, 'it arrived, and no answer came')
      await phone.unroute(`**${link}`)
      if (isPutAway) {
        await phone.goto(link)
        await phone.getByText('If they did not arrive, send them again: they count once.').waitFor()
        await phone.getByRole('button', { name: 'Send' }).tap()
      } else await phone.getByRole('button', { name: 'Try again' }).tap()
      await phone.getByRole('heading', { name: 'Saved. Thank you' }).waitFor()
      t.equal(find(house).updates.length, before + 1)
      t.same(await kept(phone), [])
      await phone.context().close()
    }
  },
  CUT,
)

test(
  'words that were typed and not sent are there when the link is opened again, and can be forgotten; a server that fails keeps them too',
  async (t, house) => {
    const link = linkFor(house)
    const phone = await house.comeIn(ON_A_PHONE)
    await typeIt(phone, link)
    await phone.goto('about:blank')
    await phone.goto(link)
    await phone.getByText('Your words were kept on this phone. They are not sent yet.').waitFor()
    t.equal(await phone.getByLabel('What happened? One line').inputValue(), WORDS)
    t.ok(await phone.getByLabel('Done', { exact: true }).isChecked())
    await phone.route(`**${link}`, (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 503 }) : route.fallback(),
    )
    await phone.getByRole('button', { name: 'Send' }).tap()
    await phone.getByText('Not sent: it did not get through.').waitFor()
    await phone.unroute(`**${link}`)
    await phone.goto(link)
    await phone.getByRole('button', { name: 'Forget them' }).tap()
    t.equal(await phone.getByLabel('What happened? One line').inputValue(), '')
    t.same(await kept(phone), [])
    await phone.goto(link)
    t.equal(await phone.getByLabel('What happened? One line').inputValue(), '')
  },
  CUT,
)

test(
  'R23, R31: what is refused comes back beside its field with the words, and ready-made words send nothing',
  async (t, house) => {
    const link = linkFor(house)
    const before = find(house).updates.length
    const phone = await house.comeIn(ON_A_PHONE)
    await phone.goto(link)
    await phone.getByText('Waiting', { exact: true }).tap()
    await phone.getByLabel('What happened? One line').fill(WORDS)
    await phone.getByRole('button', { name: 'Send' }).tap()
    await phone.getByRole('link', { name: 'Say who you are waiting for' }).waitFor()
    t.equal(await phone.getByLabel('What happened? One line').inputValue(), WORDS)
    await phone.getByLabel('Waiting for whom').fill('the council')
    await phone.getByRole('button', { name: 'Send' }).tap()
    await phone.getByRole('heading', { name: 'Saved. Thank you' }).waitFor()
    t.same(await kept(phone), [])
    await phone.goto(link)
    await phone.getByText('Under way', { exact: true }).tap()
    await phone.getByRole('button', { name: 'It is going as planned.' }).tap()
    await phone.waitForURL('**#text')
    t.equal(await phone.locator('#text').inputValue(), 'It is going as planned.')
    t.equal(find(house).updates.length, before + 1, 'not sent yet')
    await phone.getByRole('button', { name: 'Send' }).tap()
    await phone.getByRole('heading', { name: 'Saved. Thank you' }).waitFor()
    t.equal(find(house).updates.length, before + 2)
  },
  { expected: /422/ },
)

test(
  'R11, R24: when its matter is held in private the words go from the phone with the link; after a week they go by themselves; a public page keeps nothing',
  async (t, house) => {
    const link = linkFor(house)
    const phone = await house.comeIn(ON_A_PHONE)
    await typeIt(phone, link)
    await phone.evaluate(`localStorage.setItem('round-table:old:report', '{"at":1,"fields":[]}')`)
    await phone.goto(link)
    await phone.getByText('They are not sent yet').waitFor()
    t.equal((await kept(phone)).length, 1, 'the old is gone')
    await phone.evaluate(
      `localStorage.setItem('round-table:beside:report', JSON.stringify({ at: Date.now(), fields: [] }))`,
    )
    const people = house.store.people.list()
    house.store.actions.recordDepth(
      find(house).id,
      { depth: 'named', ground: 'A person could be identified.', list: [people[0]!.id] },
      { personId: people[0]!.id, at: new Date().toISOString() },
    )
    await phone.goto(link)
    await phone.getByRole('heading', { name: 'This link is over' }).waitFor()
    await phone.waitForFunction('localStorage.length === 0')
    for (const path of ['/', '/tell-us', '/follow', '/round-tables', '/about']) {
      await phone.goto(path)
      t.equal(await phone.evaluate('localStorage.length + sessionStorage.length'), 0, path)
      t.notMatch(await phone.content(), 'kept-words')
    }
  },
  { expected: /404/ },
)
