import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import type { Store } from '../../../src/store/store.ts'
import type { House } from '../../support/browser.ts'
import { makeLong } from './long.ts'
import { AT, BREATHLESS, ENDLESS, entriesOf, LONG, look, test } from './set-up.ts'

for (const [language, prefix] of [
  ['English', ''],
  ['Arabic', '/ar'],
] as const) {
  test(
    `Every public page is within reach of everyone in ${language}: as usual, refused, very long, gone`,
    async (t, house) => {
      const page = await house.comeIn()
      const wrong: string[] = []
      const visit = async (path: string, status = 200): Promise<void> => {
        t.equal(
          (await page.goto(prefix + path || '/'))?.status(),
          status,
          `${prefix}${path}: ${status}`,
        )
        await look(page, prefix + path, wrong)
      }
      const send = async (button: string, status: number, name: string): Promise<void> => {
        const answer = page.waitForResponse(
          (response) =>
            response.request().resourceType() === 'document' && response.status() !== 303,
        )
        await page.locator(button).click()
        t.equal((await answer).status(), status, `${name}: ${status}`)
        await page.waitForLoadState()
        await look(page, `${prefix} ${name}`, wrong)
      }
      await toldPages(t, house, visit)

      await tellUs({ prefix, house, page, send })

      await followAndAnswer({ prefix, house, page, wrong, send })
      t.same(wrong, [], 'nothing stands in anyone’s way')
    },
    { prepare: makeLong },
  )
}

async function toldPages(
  t: Test,
  house: House,
  visit: (path: string, status?: number) => Promise<void>,
) {
  for (const path of [
    '',
    '/?q=football',
    '/?q=zebra',
    `/?q=${'x'.repeat(100)}`,
    '/?order=waiting',
    '/round-tables',
    '/tell-us',
    '/follow',
    '/follow/x',
    '/unfollow/x',
    '/about',
    '/about/honest',
    '/privacy',
    '/accessibility',
    '/poster',
    '/poster?ink=save',
    '/poster?quarter=all',
  ])
    await visit(path)
  for (const slug of Object.values(await entriesOf(house))) await visit(`/entries/${slug}`)
  for (const slug of ['long-done', 'long-unanswered', 'long-could-not', 'long-under-way'])
    await visit(`/entries/${LONG[slug]}`)
  for (const { slug } of house.store.published.board().tables) await visit(`/round-tables/${slug}`)
  const { events, leaflets, programmes } = house.store.published.board()
  t.ok(
    events.length > 2 && leaflets.length > 2 && programmes.length > 1,
    'events, leaflets and programmes are public, very long ones among them',
  )
  for (const [noun, pages] of [
    ['events', events],
    ['leaflets', leaflets],
    ['programmes', programmes],
  ] as const)
    for (const path of ['', ...pages.map(({ slug }) => `/${slug}`)]) await visit(`/${noun}${path}`)
  await visit('/nowhere', 404)
  await visit(`/leaflets/${leaflets[0]!.slug}/fr.pdf`, 404)
  await visit(`/leaflets/${LONG.older}/en.pdf`, 410)
  await visit(`/entries/${LONG.gone}`, 410)
  for (const noun of ['events', 'leaflets', 'programmes'])
    await visit(`/${noun}/${LONG[`gone-${noun}`]}`, 410)
}

async function tellUs({
  prefix,
  house,
  page,
  send,
}: {
  prefix: string
  house: House
  page: Page
  send: (button: string, status: number, name: string) => Promise<void>
}) {
  await page.goto(`${prefix}/tell-us`)
  await send('main form[action$="/tell-us"] button', 422, 'a concern without words')
  await page.locator('#text').fill('x'.repeat(6000))
  await page.locator('main details').evaluate((details) => {
    details.open = true
  })
  await page.locator('#reach').fill('y'.repeat(150))
  await send('main form[action$="/tell-us"] button', 422, 'a concern far too long')
  await page.goto(`${prefix}/tell-us`)
  await page.locator('#text').fill('The lamp in our street is out')
  await send('main form[action$="/tell-us"] button', 200, 'a concern that was sent')
  const code = await page.locator('.keep-code').innerText()
  const look = 'main form[action$="/what-became-of-it"] button'
  await page.goto(`${prefix}/tell-us/what-became-of-it`)
  await page.locator('#reference').fill('NOT-A-CODE')
  await send(look, 422, 'a code that is not known')
  await page.locator('#reference').fill(code)
  await send(look, 200, 'a concern that nobody has read yet')
  answer(house.store)
  await page.goto(`${prefix}/tell-us/what-became-of-it`)
  await page.locator('#reference').fill(code)
  await send(look, 200, 'all that became of a concern')
  await page.goto(`${prefix}/tell-us`)
  await page.locator('#text').fill('Once more')
  for (let i = 0; i < 5; i += 1)
    await page.request.post(`${prefix}/tell-us`, {
      form: { text: `Again ${i}`, area: '', name: '', reach: '' },
      headers: {
        'user-agent': await page.evaluate('navigator.userAgent'),
        'sec-fetch-site': 'same-origin',
      },
    })
  await send('main form[action$="/tell-us"] button', 429, 'too many concerns in an hour')
}

/** The page behind the link in a letter to someone who said yes. */
const keyOfFollower = ({ store }: House): string => {
  const at = new Date().toISOString()
  const letters = store.letters.recent(50).filter((each) => each.kind === 'follow')
  const followerId = letters[0]!.followerId!
  const asked = store.followers.asked(followerId)
  const key = store.followers.makeLink(followerId, asked?.id ?? null, at)
  if (asked) store.inbox.confirm(key, store.letters.find(letters[0]!.id)!.at)
  return `/unfollow/${key}`
}

async function followAndAnswer({
  prefix,
  house,
  page,
  wrong,
  send,
}: {
  prefix: string
  house: House
  page: Page
  wrong: string[]
  send: (button: string, status: number, name: string) => Promise<void>
}) {
  await page.goto(`${prefix}/follow`)
  await page.locator('#email').evaluate((field) => {
    field.type = 'text'
  })
  await page.locator('#email').fill('z'.repeat(90))
  await send('main form button', 422, 'an address that is none')
  await page.locator('#email').fill('reader@home.example')
  await send('main form button', 200, 'a letter was asked for')
  await page.goto(`${prefix}/follow/x`)
  await send('main form button', 410, 'a link that is too old')
  await page.goto(`${prefix}${keyOfFollower(house)}`)
  await look(page, `${prefix} what is followed`, wrong)
  await page.locator('input[name=keep]').first().uncheck()
  await send('main form:last-of-type button', 422, 'nothing is followed any more')
  await page.goto(`${prefix}/entries/${(await entriesOf(house)).done}`)
  await page.locator('[name=verdict]').first().click()
  await page.waitForURL('**/thanks')
  await look(page, `${prefix} thanks for an answer`, wrong)
}

test(
  'A board with nothing in it yet is within reach of everyone, in English and in Arabic',
  async (t, house) => {
    const page = await house.comeIn()
    const wrong: string[] = []
    for (const prefix of ['', '/ar']) {
      for (const path of [
        '',
        '/?q=zebra',
        '/round-tables',
        '/events',
        '/leaflets',
        '/programmes',
        '/tell-us',
        '/follow',
        '/about',
        '/about/honest',
        '/privacy',
        '/accessibility',
        '/poster',
        '/poster?ink=save',
      ]) {
        t.equal((await page.goto(prefix + path || '/'))?.status(), 200)
        await look(page, `${prefix}${path}, empty`, wrong)
      }
      t.equal((await page.goto(`${prefix}/entries/2021-q3-1`))?.status(), 404)
      await look(page, `${prefix} no such entry, empty`, wrong)
    }
    t.same(wrong, [], 'nothing stands in anyone’s way')
  },
  { sample: false },
)

/** Everything that can become of the last concern that was sent. */
function answer(store: Store): void {
  const by = { personId: store.people.findByEmail('coordinator@mosaic.example')!.id, at: AT }
  const message = () => store.messages.listUnfiltered().at(-1)!
  const concernId = store.concerns.listUnfiltered()[0]!.id
  store.messages.recordOutcome(
    message(),
    { kind: 'read', concernId: null },
    { kind: 'read', words: '' },
    by,
  )
  store.messages.recordOutcome(
    message(),
    { kind: 'concern', concernId },
    { kind: 'concern', words: '' },
    by,
  )
  store.messages.tellWhoWrote([concernId], LONG['long-done']!, by)
  store.messages.recordOutcome(
    message(),
    { kind: 'answered', concernId: null },
    { kind: 'answer', words: `${ENDLESS}\n\n${BREATHLESS}` },
    by,
  )
  store.messages.recordOutcome(
    message(),
    { kind: 'closed', concernId: null },
    { kind: 'closed', words: '' },
    by,
  )
}
