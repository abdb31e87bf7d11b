import type { Words } from '../../src/domain/publishing/kinds/kinds.ts'
import type { EntryWords, ToldAction } from '../../src/domain/publishing/kinds/entry.ts'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { extractText, getDocumentProxy } from 'unpdf'
import { samplePdf } from '../../src/sample/evidence.ts'
import type { Store } from '../../src/store/store.ts'
import {
  LAPTOP,
  openBrowser,
  PEOPLE,
  PHONE,
  signIn,
  signInByLetter,
  type House,
} from '../support/browser.ts'
import {
  clashes,
  cutOff,
  faint,
  foreign,
  hidden,
  moving,
  outline,
  small,
  unreached,
} from '../support/reach.ts'
import { styleSheet } from '../support/sources.ts'

const { test } = await openBrowser()

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** 1280 wide at a zoom of 400 % is 320 CSS pixels. */
const ZOOMED = { width: 320, height: 256 }
const WIDTHS = [320, 768, 1280]
/** The text spacing that readers may set (1.4.12), and text alone at twice its size (1.4.4). */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }'
const DOUBLED = 'html { font-size: 200% !important }'
const STANDINGS = {
  done: 'done',
  standing: 'standing',
  'under-way': 'under-way',
  'could-not': 'could-not',
  unanswered: 'unanswered',
}
const AT = '2022-01-26T10:00:00.000Z'

let states = 0
t.setTimeout(600_000)
t.teardown(() => {
  t.comment(`${states} page states were looked at`)
})

test('What would stand in someone’s way is seen when it is there', async (t, house) => {
  const page = await house.comeIn()
  const wrong: string[] = []
  await page.goto('/')
  await page.locator('html').evaluate((html) => {
    html.removeAttribute('lang')
    html.querySelector('.lede').style.cssText =
      'color: #777; font-size: 1rem; width: 50rem; animation: 3s infinite none x'
    html.querySelector('.lede').textContent = 'Das ist ein Satz. هذه جملة'
    html.querySelector('.skip').setAttribute('href', '#nowhere')
    html.querySelector('nav a').style.cssText =
      'display: inline-block; padding: 0; font-size: 10px; line-height: 1; outline: 0 !important; box-shadow: none'
    html.querySelector('.foot h2').outerHTML = '<h5>Too deep</h5>'
  })
  await look(page, 'a bad page', wrong)
  for (const fault of [
    /html-has-lang/,
    /light\): color-contrast/,
    /dark\): color-contrast/,
    /\(320\): scrolls sideways/,
    /#nowhere, which is not there/,
    /smaller than 24/,
    /no language of its own/,
    /faint in/,
    /heading of level 5/,
    /moves/,
  ])
    t.ok(
      wrong.some((line) => fault.test(line)),
      `${fault} is seen`,
    )
  t.ok(
    (await walk(page)).wrong.some((line) => /shows no focus/.test(line)),
    'a focus that is not shown is seen',
  )
  states -= 1
})

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
        const answer = page.waitForResponse((response) => response.request().method() === 'POST')
        await page.locator(button).click()
        t.equal((await answer).status(), status, `${name}: ${status}`)
        await page.waitForLoadState()
        await look(page, `${prefix} ${name}`, wrong)
      }
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
      for (const { slug } of house.store.published.board().tables)
        await visit(`/round-tables/${slug}`)
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
        for (const path of ['', ...pages.map(({ slug }) => `/${slug}`)])
          await visit(`/${noun}${path}`)
      await visit('/nowhere', 404)
      await visit(`/leaflets/${leaflets[0]!.slug}/fr.pdf`, 404)
      await visit(`/leaflets/${LONG.older}/en.pdf`, 410)
      await visit(`/entries/${LONG.gone}`, 410)
      for (const noun of ['events', 'leaflets', 'programmes'])
        await visit(`/${noun}/${LONG[`gone-${noun}`]}`, 410)

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
      const number = await page.locator('.code').innerText()
      await page.goto(`${prefix}/tell-us`)
      await page.locator('#reference').fill('NOT-A-NUMBER')
      await send('main form[action$="/replies"] button', 422, 'a number that is not known')
      await page.locator('#reference').fill(number)
      await send('main form[action$="/replies"] button', 200, 'a concern that nobody has read yet')
      answer(house.store)
      await page.goto(`${prefix}/tell-us`)
      await page.locator('#reference').fill(number)
      await send('main form[action$="/replies"] button', 200, 'all that became of a concern')
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
      await page.goto(`${prefix}/entries/${(await entriesOf(house)).done}`)
      await page.locator('[name=verdict]').first().click()
      await page.waitForURL('**/thanks')
      await look(page, `${prefix} thanks for an answer`, wrong)
      t.same(wrong, [], 'nothing stands in anyone’s way')
    },
    { prepare: makeLong },
  )
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

/**
 * A page of the desk, looked at as it stands; and a form of it that is sent, with what comes back.
 */
const deskOf = (t: Test, page: Page, wrong: string[]) => {
  const visit = async (path: string, name = path): Promise<void> => {
    t.equal((await page.goto(path))?.status(), 200, `${name}: 200`)
    await look(page, name, wrong)
  }
  const send = async (button: string | RegExp, name: string, status = 200): Promise<void> => {
    await page.locator('details:not([open])').evaluateAll((all) =>
      all.forEach((each) => {
        each.open = true
      }),
    )
    const answer = page.waitForResponse(
      (response) => response.request().resourceType() === 'document' && response.status() !== 303,
    )
    await page.getByRole('main').getByRole('button', { name: button }).first().click()
    t.equal((await answer).status(), status, `${name}: ${status}`)
    await page.waitForLoadState()
    if (status === 422)
      t.match(await page.title(), /^Error:/, `${name}: the title begins with Error`)
    await look(page, name, wrong)
  }
  return { visit, send }
}
/** As long as a name may be, without a break. */
const TIGHT = 'n'.repeat(110)

test('An owner’s own pages are within reach of everyone: my actions, the letters, and what is kept of them', async (t, house) => {
  const wrong: string[] = []
  const page = await house.comeIn()
  await signIn(page, PEOPLE.sergeant)
  const { visit, send } = deskOf(t, page, wrong)
  await visit('/desk', 'the desk of the sergeant')
  await visit('/desk/mine')
  await page.locator('details:not([open])').evaluateAll((all) =>
    all.forEach((each) => {
      each.open = true
    }),
  )
  await page.locator('select[name^=status]').first().selectOption('could-not')
  await send('Send all that I filled in', 'my actions: no reason', 422)
  await page.locator('input[name^=text]').first().fill(BREATHLESS)
  await send('Send all that I filled in', 'my actions: saved')
  await visit('/desk/actions/4', 'an action with its parts')
  await visit('/desk/letters', 'the letters of a member')
  await visit('/desk/me', 'me')
  await send('Make my address', 'me: an address for the calendar')
  await visit('/desk/me', 'me: an address that was made')
  const second = await house.comeIn()
  await signIn(second, PEOPLE.sergeant)
  await visit('/desk/me', 'me: signed in twice')
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

test('A seat that changes hands is within reach of everyone, from each side and at each step', async (t, house) => {
  const wrong: string[] = []
  const seat = house.store.organisations
    .seats()
    .find((each) => each.title === 'Ward sergeant, Church Street')!
  const path = `/desk/seats/${seat.id}/baton`
  const open = async (email: string) => {
    const page = await house.comeIn()
    await signIn(page, email)
    return { page, ...deskOf(t, page, wrong) }
  }
  const leaver = await open(PEOPLE.sergeant)
  const coordinator = await open(PEOPLE.coordinator)
  await leaver.visit(path, 'a seat, for its holder')
  await leaver.send('Hand it on', 'a seat for nobody', 422)
  await leaver.page.locator('#baton-name').fill(TIGHT)
  await leaver.page.locator('#baton-email').fill('next@met.example')
  await leaver.page.locator('#baton-note').fill(`${ENDLESS.slice(0, 1400)} ${BREATHLESS}`)
  await leaver.page.locator('[name=goesIds]').first().uncheck()
  await leaver.send('Hand it on', 'a seat that waits for an invitation')
  await coordinator.visit('/desk', 'the desk: someone waits for an invitation')
  await coordinator.visit(path, 'a seat, for who invites')
  await coordinator.send(/^Invite/, 'a seat that someone is invited to')
  await coordinator.visit('/desk/people', 'people: someone is invited')
  await coordinator.visit('/desk/letters', 'the letters, for a coordinator')
  await leaver.visit(path, 'a seat whose next holder is invited')
  const link = /http\S+\/invitation\/\S+/.exec(
    house.letters.findLast((each) => each.to === 'next@met.example')!.text,
  )![0]
  const next = await house.comeIn()
  const theirs = deskOf(t, next, wrong)
  await theirs.visit(link, 'an invitation')
  await theirs.send('Email me a code', 'an invitation: the code')
  await next.getByLabel('Code', { exact: true }).fill(await next.locator('.code').innerText())
  await theirs.send('Sign in', 'the desk of who is asked to take a seat on')
  await theirs.visit(path, 'a seat, for who is asked to take it on')
  await theirs.send('No', 'a no without a word', 422)
  await theirs.send('Yes, I take it on', 'a seat that was taken on')
  await coordinator.visit(path, 'a seat that was taken on, for the coordinator')
  await leaver.visit(path, 'a seat that was handed on, for who left it')
  await next.locator('#baton-toId').selectOption({ label: 'Ward sergeant, police' })
  await theirs.send('Hand it on', 'a seat that waits for a colleague')
  await leaver.visit('/desk', 'the desk: a seat comes back')
  await leaver.visit(path, 'a seat that comes back')
  await theirs.send('Take it back', 'a seat that was taken back')
  await next.locator('#baton-toId').selectOption({ label: 'Ward sergeant, police' })
  await theirs.send('Hand it on', 'a seat that waits for a colleague once more')
  await leaver.page.goto(path)
  await leaver.page.getByLabel('A word back').fill(BREATHLESS)
  await leaver.send('No', 'a seat that was turned down')
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

test('Events are within reach of everyone: written down, counted, chosen, found, and the next of a series', async (t, house) => {
  const wrong: string[] = []
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  const { visit, send } = deskOf(t, page, wrong)
  await visit('/desk/events')
  await visit('/desk/events/new')
  await send('Write it down', 'an event without a name', 422)
  await page.locator('#terms-name').fill(TIGHT)
  await page.locator('#terms-heldOn').fill('20/1/2022')
  await page.locator('#terms-topics').fill(BREATHLESS)
  await send('Write it down', 'an event that was written down')
  const event = new URL(page.url()).pathname
  await visit(`${event}/pad`, 'the pad')
  await page.locator('.pad button').first().click()
  await page.locator('#pad-undo').waitFor()
  await look(page, 'the pad after a tap', wrong)
  // The bar that undoes a tap stays at the foot of the window, over what can be scrolled away from
  // under it.
  wrong.splice(
    0,
    wrong.length,
    ...wrong.filter((line) => !/^the pad after a tap.*Undo the last tap/.test(line)),
  )
  await page.locator('details').first().locator('input[name=count]').first().fill('many')
  await send(/^Save/, 'a number that is none', 422)
  await page.getByLabel('A topic to choose from').fill(TIGHT)
  await send('Offer it', 'a topic to choose')
  await visit(event, 'an event that was counted')
  const survey = house.store.events
    .listUnfiltered()
    .find((each) => each.terms[0]!.kind === 'survey')!
  await visit(`/desk/events/${survey.id}`, 'a survey')
  await send('Add it', 'a finding without words', 422)
  await page.locator('#findings-text').fill(BREATHLESS.slice(0, 250))
  await send('Add it', 'a finding')
  await send('Make it a concern', 'a finding that became a concern')
  const workshop = house.store.events
    .listUnfiltered()
    .findLast((each) => each.terms[0]!.kind === 'workshop')!
  await visit(`/desk/events/${workshop.id}`, 'a workshop')
  await send('Make the next month’s', 'the next workshop')
  t.match(await page.getByRole('main').innerText(), /February 2022/, 'it is the next month’s')
  await visit('/desk/events', 'events with one ahead')
  await visit(
    `/desk/concerns/${house.store.quotes.list()[0]!.concernId}/quotes`,
    'what people said of a concern',
  )
  await send('Write it down', 'a quote without words', 422)
  await send('They take it back', 'a quote whose consent was withdrawn')
  await visit('/desk/settings', 'settings')
  await page.locator('#words-groups').fill('Gender Male Female')
  await send('Save the words', 'groups that are none', 422)
  const officer = await house.comeIn()
  await signIn(officer, PEOPLE.officer)
  const theirs = deskOf(t, officer, wrong)
  for (const path of ['/desk/events', event]) await theirs.visit(path, `${path}, for a member`)
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

test('Leaflets are within reach of everyone: written down, refused, handed out, with a file, and on their way to the public', async (t, house) => {
  const wrong: string[] = []
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  const { visit, send } = deskOf(t, page, wrong)
  await visit('/desk/leaflets')
  await visit('/desk/leaflets/new')
  await send('Write it down', 'a leaflet without a title', 422)
  await page.locator('#terms-title').fill(TIGHT)
  await page.locator('#terms-answers').fill(BREATHLESS.slice(0, 290))
  await page.locator('#terms-place').fill(TIGHT)
  await page.getByLabel('English').check()
  await page.getByLabel('Arabic').check()
  await page.locator('#terms-replacesId').selectOption({ index: 1 })
  await send('Write it down', 'a leaflet that was written down')
  const leaflet = new URL(page.url()).pathname
  await send('Put it here', 'no file', 422)
  await page.locator('#file-language').selectOption('en')
  await page.locator('#file-file').setInputFiles({
    name: 'leaflet.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('This is not a PDF'),
  })
  await send('Put it here', 'a file that was refused', 422)
  await page.locator('#file-language').selectOption('en')
  await page.locator('#file-file').setInputFiles({
    name: 'leaflet.pdf',
    mimeType: 'application/pdf',
    buffer: samplePdf(['A leaflet']).bytes,
  })
  await send('Put it here', 'a leaflet with its file')
  await send('Write it down', 'handed out to nobody', 422)
  await page.locator('#handing-organisationId').selectOption({ index: 1 })
  await page.locator('#handing-toWhom').fill(TIGHT)
  await page.locator('#handing-copies').fill('4000')
  await send('Write it down', 'a leaflet that was handed out')
  await visit('/desk/leaflets', 'leaflets, one of them replaced')
  await visit(
    `/desk/leaflets/${house.store.leaflets.listUnfiltered()[0]!.id}`,
    'a leaflet that was replaced',
  )
  await visit(leaflet, 'a leaflet')
  await send('Write it for the public', 'the public words of a leaflet')
  const question = house.store.actions
    .listUnfiltered()
    .findLast((each) => each.terms.at(-1)!.kind === 'question' && each.depth !== 'named')!.id
  const id = Number(leaflet.split('/').at(-1))
  const by = { personId: house.store.people.findByEmail(PEOPLE.coordinator)!.id, at: AT }
  const {
    id: _before,
    personId: _who,
    at: _at,
    ...terms
  } = house.store.leaflets
    .listUnfiltered()
    .find((each) => each.id === id)!
    .terms.at(-1)!
  house.store.leaflets.recordTerms(id, { ...terms, actionId: question }, by)
  house.store.actions.recordDepth(
    question,
    { depth: 'named', ground: 'A family could be identified.', list: [by.personId] },
    by,
  )
  await visit(leaflet, 'a leaflet that is held in private')
  await visit('/desk/leaflets', 'leaflets, one of them held in private')
  const observer = await house.comeIn()
  await signIn(observer, PEOPLE.observer)
  const theirs = deskOf(t, observer, wrong)
  for (const path of [
    '/desk/leaflets',
    `/desk/leaflets/${house.store.leaflets.listUnfiltered()[0]!.id}`,
  ])
    await theirs.visit(path, `${path}, for an observer`)
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

test('Programmes, and what is told upwards, are within reach of everyone: begun, refused, handed on, taken forward, held in private', async (t, house) => {
  const wrong: string[] = []
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  const { visit, send } = deskOf(t, page, wrong)
  await visit('/desk/programmes')
  await visit(
    `/desk/programmes/${house.store.programmes.listUnfiltered()[0]!.id}`,
    'the mentoring scheme, each opportunity laid open',
  )
  await visit('/desk/programmes/new')
  await send('Write it down', 'a programme without a name', 422)
  await page.locator('#terms-name').fill(TIGHT)
  await page.locator('#terms-aim').fill(BREATHLESS)
  await page.locator('#terms-agreement').fill(BREATHLESS)
  await send('Write it down', 'a programme that was written down')
  const programme = new URL(page.url()).pathname
  await send('Save the phase', 'a phase without a name', 422)
  await page.locator('#phases-name').fill('n'.repeat(75))
  await page.locator('#phases-pairings').fill('9999')
  await send('Save the phase', 'a phase')
  await send('Save who carries on', 'nobody carries on', 422)
  await page.locator('[id^=handover-][name=fromRole]').fill('a'.repeat(70))
  await page.locator('[id^=handover-][name=toRole]').fill('an inspector')
  await page.locator('[id^=handover-][name=organisationId]').selectOption({ index: 1 })
  await send('Save who carries on', 'a phase that is handed on')
  await page.locator('#sessions-heldOn').fill('never')
  await send('Add it', 'a session on no day', 422)
  await send(/^Add it.*An opportunity to take forward/, 'an opportunity without words', 422)
  for (const [kind, name] of [
    ['outcome', 'Something it hopes for'],
    ['learning', 'Something learned'],
    ['opportunity', 'An opportunity to take forward'],
  ] as const) {
    await page.goto(programme)
    await page.locator('details:not([open])').evaluateAll((all) =>
      all.forEach((each) => {
        each.open = true
      }),
    )
    if (kind === 'learning') await page.locator('#points-learning-theme').fill('t'.repeat(75))
    await page.locator(`#points-${kind}-text`).fill(BREATHLESS)
    await send(new RegExp(`^Add it.*${name}`), `a programme with ${name}`)
  }
  await send(/^Save what became of it/, 'an opportunity of which nothing became', 422)
  await page.locator('[id^=point-][name=words]').last().fill(BREATHLESS.slice(0, 390))
  await send(/^Save what became of it/, 'an opportunity with what became of it')
  await send('I took part', 'a programme with someone who took part')
  await send('Write it for the public', 'the public words of a programme')
  const id = Number(programme.split('/').at(-1))
  const by = { personId: house.store.people.findByEmail(PEOPLE.coordinator)!.id, at: AT }
  house.store.programmes.recordStep(
    id,
    house.store.programmes
      .listUnfiltered()
      .find((each) => each.id === id)!
      .points.at(-1)!.id,
    { actionId: house.store.actions.listUnfiltered().find((each) => each.depth === 'named')!.id },
    by,
  )
  await visit(programme, 'a programme with an opportunity that is held in private')
  house.store.programmes.recordDepth(
    id,
    { depth: 'named', ground: 'A family could be identified.', list: [by.personId] },
    by,
  )
  await visit(programme, 'a programme that is held in private')
  await visit('/desk/programmes', 'programmes, one of them held in private')
  for (const path of [
    '/desk/upwards',
    '/desk/upwards?period=2021',
    '/desk/upwards?period=2021&depth=table',
    '/desk/upwards?period=2021-q4&depth=table',
  ])
    await visit(path)
  const observer = await house.comeIn()
  await signIn(observer, PEOPLE.observer)
  const theirs = deskOf(t, observer, wrong)
  for (const path of [
    '/desk/programmes',
    `/desk/programmes/${house.store.programmes.listUnfiltered()[0]!.id}`,
    '/desk/upwards?depth=table&period=2021',
  ])
    await theirs.visit(path, `${path}, for an observer`)
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

test(
  'Passkeys, the app and the codes that are kept are within reach of everyone',
  async (t, house) => {
    const wrong: string[] = []
    const page = await house.comeIn()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    const { send, visit } = deskOf(t, page, wrong)
    await visit('/sign-in', 'signing in, with a passkey or a code')
    await send('Use a passkey', 'a passkey is asked for')
    await signInByLetter(page, house, PEOPLE.coordinator)
    await page.getByRole('heading', { level: 1, name: 'Set up your second step' }).waitFor()
    await look(page, 'a second step to set up', wrong)
    const other = await house.comeIn()
    await signInByLetter(other, house, PEOPLE.coordinator)
    await other.getByRole('heading', { level: 1, name: 'Set up your second step' }).waitFor()
    const withApp = deskOf(t, other, wrong)
    await withApp.send('Show me the square to scan', 'the square to scan')
    await other.getByLabel('Six digits').fill('12')
    await withApp.send('Go on', 'digits that are wrong', 422)
    await send('Add a passkey instead', 'a passkey to add')
    await page.getByLabel('What you call this device').fill('d'.repeat(60))
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByRole('heading', { level: 1, name: 'Keep your recovery codes' }).waitFor()
    await look(page, 'the recovery codes', wrong)
    await visit('/desk/me', 'me, with a passkey')
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.waitForURL('**/sign-in')
    await signInByLetter(page, house, PEOPLE.coordinator)
    await page.getByRole('heading', { level: 1, name: 'One more step' }).waitFor()
    await look(page, 'one more step', wrong)
    t.same(wrong, [], 'nothing stands in anyone’s way')
  },
  { demo: false, name: 'localhost' },
)

test(
  'A desk with nothing in it yet is within reach of everyone',
  async (t, house) => {
    const wrong: string[] = []
    const page = await house.comeIn()
    await signIn(page, PEOPLE.coordinator)
    const { visit } = deskOf(t, page, wrong)
    for (const path of [
      '/desk',
      '/desk/mine',
      '/desk/me',
      '/desk/letters',
      '/desk/events',
      '/desk/events/new',
      '/desk/leaflets',
      '/desk/leaflets/new',
      '/desk/programmes',
      '/desk/programmes/new',
      '/desk/upwards',
      '/desk/upwards?depth=table',
      '/desk/people',
    ])
      await visit(path, `${path}, empty`)
    t.same(wrong, [], 'nothing stands in anyone’s way')
  },
  {
    sample: false,
    prepare: (store) => {
      const by = { personId: null, at: AT }
      const organisationId = store.organisations.record(
        { code: 'mosaic', name: 'Mosaic Community Trust', publicName: 'Mosaic', expected: true },
        by,
      )
      store.people.record(
        {
          name: 'Coordinator',
          email: PEOPLE.coordinator,
          role: 'coordinator',
          approves: false,
          organisationId,
        },
        by,
      )
    },
  },
)

test('By keyboard alone everything is reached in its order, seen, not covered, and left again, on a laptop and at a zoom of 400 %', async (t, house) => {
  for (const [options, paths] of [
    [{ viewport: LAPTOP }, ['', '/ar', '/tell-us', '/poster']],
    [{ viewport: ZOOMED, deviceScaleFactor: 4 }, ['', '/tell-us', '/ar/follow', '/round-tables']],
  ] as const) {
    const page = await house.comeIn(options)
    const entry = `/entries/${(await entriesOf(house)).done}`
    for (const path of [...paths, entry]) {
      await page.goto(path || '/')
      const { wrong, walked } = await walk(page)
      t.same(
        wrong,
        [],
        `${path} at ${options.viewport.width}: each thing is seen where the keyboard is`,
      )
      const left = await page.locator('html').evaluate(unreached)
      t.same(
        left,
        [],
        `${path} at ${options.viewport.width}: ${walked.length} things are reached, in the order they stand in`,
      )
      await page.evaluate('document.activeElement?.blur(); window.scrollTo(0, 0)')
      await page.goto(path || '/')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      t.equal(await focused(page), 'main', `${path}: the first link skips to the page`)
      await page.keyboard.press('Tab')
      t.ok(
        await page.evaluate('document.activeElement.closest("main, footer") !== null'),
        'and the keyboard goes on from there',
      )
    }
  }
})

test('A resident finds an entry, answers it and raises a concern by keyboard alone, on a phone', async (t, house) => {
  const page = await house.comeIn({ viewport: PHONE })
  await page.goto('/')
  await tabTo(page, /^summary Search and filter/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^input q/)
  await page.keyboard.type('football')
  await page.keyboard.press('Enter')
  await page.waitForURL('**q=football**')
  await tabTo(page, /^a How it happened/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/entries/*')
  await tabTo(page, /^summary Add a word/)
  await page.keyboard.press('Space')
  await tabTo(page, /^textarea word/)
  await page.keyboard.type('There is light in the park now')
  await tabTo(page, /^button A little/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/thanks')
  t.match(await page.getByRole('heading', { level: 1 }).innerText(), 'Thank you')
  await tabTo(page, /^a Tell us/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/tell-us')
  await tabTo(page, /^button Send it/)
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  t.match(await page.title(), /^There is a problem/, 'the title begins with what is wrong')
  t.equal(await focused(page), 'div', 'the keyboard stands at what is wrong')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  t.match(await focused(page), /^textarea text/, 'which leads to the field')
  await page.keyboard.type('The lamp in our street is out')
  await tabTo(page, /^button Send it/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'We have it. Thank you' }).waitFor()
  const number = await page.locator('.code').innerText()
  await tabTo(page, /^a See what became of it/)
  await page.keyboard.press('Enter')
  await page.locator('#reference').waitFor()
  await tabTo(page, /^input reference/)
  await page.keyboard.type(number)
  await page.keyboard.press('Enter')
  await page.getByText('Nobody has read it yet').waitFor()
  t.equal(house.store.messages.listUnfiltered().at(-1)!.text, 'The lamp in our street is out')
})

test('Without scripts a resident reads, searches, answers, writes, follows and chooses a poster', async (t, house) => {
  const page = await house.comeIn({ viewport: PHONE, javaScriptEnabled: false })
  await page.goto('/')
  await page.getByText('Search and filter').last().click()
  await page.getByLabel('Search', { exact: true }).fill('football')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('article').getByRole('link').first().click()
  await page.getByText('Add a word to').click()
  await page.getByLabel(/^Your words/).fill('It is better')
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor()
  await page.goto('/tell-us')
  await page.getByRole('button', { name: 'Send it to' }).click()
  await page.getByRole('alert').getByRole('link').click()
  await page.getByLabel('What is the matter?').fill('The lamp in our street is out')
  await page.getByRole('button', { name: 'Send it to' }).click()
  const number = await page.locator('.code').innerText()
  await page.getByRole('link', { name: 'See what became of it' }).click()
  await page.getByLabel('Your number').fill(number.toLowerCase())
  await page.getByRole('button', { name: 'Look' }).click()
  t.match(await page.getByRole('main').innerText(), 'Nobody has read it yet')
  await page.goto('/follow')
  await page.getByLabel('Your email').fill('reader@home.example')
  await page.getByRole('button', { name: 'Send me the first letter' }).click()
  await page.getByRole('heading', { level: 1, name: 'Look in your email' }).waitFor()
  await page.goto('/poster')
  await page.getByLabel('Save ink').check()
  await page.getByRole('button', { name: 'Show the poster' }).click()
  await page.waitForURL('**ink=save**')
  t.equal(await page.locator('.poster--ink').count(), 1)
  await page.getByRole('link', { name: 'العربية' }).first().click()
  t.equal(await page.locator('html').getAttribute('dir'), 'rtl')
})

test('In colours of the reader’s own, light or dark, the pairs, discs, plots, buttons and the focus are still drawn', async (t, house) => {
  const page = await house.comeIn()
  const easel = await house.comeIn()
  /** How much of a piece of the window differs from its most common colour by 3 to 1 or more. */
  const inkIn = async (clip: {
    x: number
    y: number
    width: number
    height: number
  }): Promise<{ share: number; png: string }> => {
    const png = (await page.screenshot({ clip })).toString('base64')
    return {
      png,
      share: await easel.evaluate<number>(
        `(${changed.toString()})('data:image/png;base64,${png}')`,
      ),
    }
  }
  const about = async (
    selector: string,
    nth = 0,
    grow = 0,
  ): Promise<{ x: number; y: number; width: number; height: number }> => {
    const place = page.locator(selector).nth(nth)
    await place.scrollIntoViewIfNeeded()
    const box = (await place.boundingBox())!
    return {
      x: Math.max(0, box.x - grow),
      y: Math.max(0, box.y - grow),
      width: box.width + 2 * grow,
      height: box.height + 2 * grow,
    }
  }
  for (const [media, name] of [
    [{ forcedColors: 'active', colorScheme: 'light' }, 'forced, light'],
    [{ forcedColors: 'active', colorScheme: 'dark' }, 'forced, dark'],
    [{ forcedColors: 'none', colorScheme: 'light' }, 'light'],
    [{ forcedColors: 'none', colorScheme: 'dark' }, 'dark'],
  ] as const) {
    const isForced = media.forcedColors === 'active'
    await page.emulateMedia(media)
    await page.goto('/')
    if (isForced) {
      for (const kind of [
        '.pair.title',
        '.pair--cannot',
        '.pair--standing',
        '.pair--doing',
        '.pair--unanswered',
        'main .pair:not([class*="--"]):not(.title)',
      ]) {
        for (const side of ['.said', '.did']) {
          const box = await about(`${kind} > ${side}`)
          t.ok(
            (await inkIn({ ...box, height: 4 })).share > 0.2 &&
              (await inkIn({ ...box, width: 4 })).share > 0.2,
            `${name}: ${kind} ${side} has a frame`,
          )
        }
        const said = await about(`${kind} > .said`)
        const clip =
          kind === '.pair.title'
            ? { x: said.x + said.width - 60, y: said.y + 5, width: 56, height: said.height - 10 }
            : { x: said.x + said.width - 38, y: said.y + 10, width: 34, height: 48 }
        t.ok((await inkIn(clip)).share > 0.05, `${name}: ${kind} has its half of the disc`)
      }
      for (const plot of ['.plot svg.discs'])
        t.ok((await inkIn(await about(plot))).share > 0.01, `${name}: the plots are drawn`)
      const button = await about('.filters button')
      t.ok((await inkIn({ ...button, height: 4 })).share > 0.2, `${name}: a button has a frame`)
    }
    await page.goto('/tell-us')
    for (const field of ['#text', '#area', '#reference', 'form .button']) {
      const box = await about(field)
      t.ok(
        (await inkIn({ ...box, y: box.y - 4, height: 9 })).share > 0.15,
        `${name}: ${field} has a frame`,
      )
    }
    await page.goto('/about')
    const discs = []
    for (let i = 0; i < 5; i += 1) {
      const state = await about('.terms .state', i)
      discs.push(await inkIn({ x: state.x, y: state.y, width: 26, height: 26 }))
    }
    t.ok(
      discs.every((disc) => disc.share > 0.1),
      `${name}: each status has its disc`,
    )
    t.equal(new Set(discs.map((disc) => disc.png)).size, 5, `${name}: and no two are the same`)
    for (const [path, what] of [
      ['/tell-us', '#text'],
      ['/tell-us', 'form .button'],
      ['/', '.counts a'],
      ['/', '.did a'],
      ['/', '.langs a'],
      ['/', 'summary:visible'],
    ] as const) {
      await page.goto(path)
      const place = page.locator(what).last()
      await place.scrollIntoViewIfNeeded()
      const box = (await place.boundingBox())!
      const ring = {
        x: Math.max(0, box.x - 6),
        y: box.y - 6,
        width: Math.min(box.width + 12, LAPTOP.width - box.x),
        height: box.height + 12,
      }
      const before = await inkIn(ring)
      await place.focus()
      await page.keyboard.press('Shift')
      const after = await inkIn(ring)
      t.ok(
        (await easel.evaluate<number>(
          `(${changed.toString()})('data:image/png;base64,${before.png}', 'data:image/png;base64,${after.png}')`,
        )) *
          ring.width *
          ring.height >
          2 * (box.width + box.height),
        `${name}: the focus on ${what} of ${path} stands out`,
      )
    }
  }
})

test('Nothing moves for who asked for less of it', async (t, house) => {
  const page = await house.comeIn({ reducedMotion: 'reduce' })
  for (const path of [
    '/',
    `/entries/${(await entriesOf(house)).done}`,
    '/tell-us',
    '/poster',
    '/ar',
  ]) {
    await page.goto(path)
    await page.locator('summary, a, button').last().hover()
    t.same(await page.locator('html').evaluate(moving), [], path)
  }
  t.notMatch(
    styleSheet(),
    /@keyframes|\banimation|\btransition|scroll-behavior|orientation/,
    'no animation, and no page that wants to be turned',
  )
})

test('On paper the pairs are whole, and menus, forms and links to press are left out', async (t, house) => {
  const page = await house.comeIn()
  const { done } = await entriesOf(house)
  for (const path of [
    '/',
    `/entries/${done}`,
    '/ar',
    '/tell-us',
    '/round-tables',
    '/poster?quarter=all',
    '/poster?quarter=all&ink=save',
  ]) {
    await page.goto(path)
    await page.emulateMedia({ media: 'print' })
    for (const left of await page.locator('nav, form, summary, .skip, .noprint, .pair p > a').all())
      t.notOk(
        await left.isVisible(),
        `${path}: ${await left.evaluate((each) => each.outerHTML.slice(0, 60))} is not printed`,
      )
    const pairs = await page
      .locator('article.pair')
      .evaluateAll((all) =>
        all.map((pair) =>
          [...pair.querySelectorAll('.words, .did > p:first-child, .did > :last-child')]
            .map((each) => each.textContent.replace(/\s/g, ''))
            .map((text) => text.slice(0, 24)),
        ),
      )
    const { text } = await extractText(
      await getDocumentProxy(
        new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true })),
      ),
    )
    const sheets = text.map((each) => each.replace(/\s/g, ''))
    // Letters of Arabic come out of a PDF in another form, so whole pairs are looked for in English
    // alone.
    if (!path.startsWith('/ar'))
      for (const pair of pairs)
        t.ok(
          sheets.some((sheet) => pair.every((piece) => sheet.includes(piece))),
          `${path}: “${pair[0]}” stands on one sheet`,
        )
    t.same(
      await page
        .locator('article.pair')
        .evaluateAll(
          (all) =>
            all.filter(
              (pair) =>
                pair.ownerDocument.defaultView.getComputedStyle(pair).breakInside !== 'avoid',
            ).length,
        ),
      0,
      `${path}: no pair may be split`,
    )
    await page.emulateMedia({ media: null })
  }
})

/**
 * How much of one picture differs from another by 3 to 1 or more; or, of one alone, from its own
 * most common colour. It is sent into a page.
 */
const changed = async (before: string, after = before): Promise<number> => {
  const { document, Image } = globalThis as any
  const read = async (url: string): Promise<number[]> => {
    const image = Object.assign(new Image(), { src: url })
    await image.decode()
    const paper = Object.assign(document.createElement('canvas'), {
      width: image.width,
      height: image.height,
    }).getContext('2d')
    paper.drawImage(image, 0, 0)
    const { data } = paper.getImageData(0, 0, image.width, image.height)
    const light = (part: number): number =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
    return Array.from(
      { length: data.length / 4 },
      (_, i) =>
        0.2126 * light(data[4 * i]) +
        0.7152 * light(data[4 * i + 1]) +
        0.0722 * light(data[4 * i + 2]),
    )
  }
  const [from, to] = [await read(before), await read(after)]
  const counts = new Map<number, number>()
  for (const each of from) counts.set(each, (counts.get(each) ?? 0) + 1)
  const ground = [...counts].toSorted((a, b) => b[1] - a[1])[0]![0]
  return (
    to.filter((each, i) => {
      const other = before === after ? ground : from[i]!
      return (Math.max(each, other) + 0.05) / (Math.min(each, other) + 0.05) >= 3
    }).length / to.length
  )
}

/** What the keyboard is at: its tag, and its words or its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    `(({ tagName, innerText, name, id }) => (tagName + ' ' + (/^(A|BUTTON|SUMMARY)$/.test(tagName) ? innerText : /^(MAIN|DIV)$/.test(tagName) ? '' : name || id)).trim().replace(/^\\S+/, (tag) => tag.toLowerCase()))(document.activeElement)`,
  )

const tabTo = async (page: Page, what: RegExp): Promise<void> => {
  for (let i = 0; i < 120; i += 1) {
    await page.keyboard.press('Tab')
    if (what.test(await focused(page))) return
  }
  throw new Error(`the keyboard never comes to ${what}`)
}

/** Entries of each standing, by their slugs. */
const entriesOf = async (house: House): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(STANDINGS).map((standing) => [
      standing,
      house.store.published
        .board()
        .entries.find(
          (entry) => entry.words.standing === standing && !Object.values(LONG).includes(entry.slug),
        )!.slug,
    ]),
  )

/**
 * Looks at a page as it stands, with all that is folded laid open: axe by day and its colours by
 * night; at each width no sideways scroll, no words cut off, no small target; the same with spaced
 * and with doubled text; and what each piece is in.
 */
const look = async (page: Page, name: string, wrong: string[]): Promise<void> => {
  states += 1
  const html = page.locator('html')
  const add = (found: string[], where = ''): void => {
    wrong.push(
      ...found
        .slice(0, 3)
        .map(
          (line) =>
            `${name}${where}: ${line}${found.length > 3 ? ` (and ${found.length - 3} more)` : ''}`,
        ),
    )
  }
  const reflow = async (where: string): Promise<void> => {
    const over = await html.evaluate((html) => html.scrollWidth - html.clientWidth)
    if (over > 0) wrong.push(`${name} (${where}): scrolls sideways by ${over}`)
    add(await html.evaluate(cutOff), ` (${where})`)
  }
  await page.setViewportSize(LAPTOP)
  await page.locator('details:not([open])').evaluateAll((all) =>
    all.forEach((each) => {
      each.open = true
    }),
  )
  // The desk has no foot: who works there knows where they are.
  const atDesk = (await page.locator('body.work').count()) > 0
  add(
    (await html.evaluate(outline)).filter(
      (line) => !atDesk || !/one footer|A,HEADER,MAIN$/.test(line),
    ),
  )
  add(await html.evaluate(foreign))
  add(await html.evaluate(moving))
  await page.evaluate(axe)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const options =
      colorScheme === 'light'
        ? { runOnly: TAGS }
        : { runOnly: ['color-contrast', 'link-in-text-block'] }
    const found = await page.evaluate<{
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
    }>(`axe.run(document, { resultTypes: ['violations'], ...${JSON.stringify(options)} })`)
    add(
      found.violations.map(
        ({ id, nodes }) =>
          `${id}, ${nodes.length} times: ${nodes[0]!.html.slice(0, 160)} ${nodes[0]!.failureSummary.split('\n')[1]?.trim() ?? ''}`,
      ),
      ` (1280, ${colorScheme})`,
    )
    add(await html.evaluate(faint), ` (${colorScheme})`)
  }
  await page.emulateMedia({ colorScheme: null })
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await reflow(`${width}`)
    add(await html.evaluate(small), ` (${width})`)
    add(await html.evaluate(clashes), ` (${width})`)
  }
  for (const [css, width, where] of [
    [SPACED, 320, 'spaced'],
    [DOUBLED, PHONE.width, 'text at 200 %'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await dress(page, css)
    await reflow(where)
    add(await html.evaluate(clashes), ` (${where})`)
    await dress(page, '')
  }
  await page.setViewportSize(LAPTOP)
}

/** A reader's own style, as a browser lays it over any page. */
const dress = (page: Page, css: string): Promise<unknown> =>
  page.evaluate(
    `(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); document.adoptedStyleSheets = [sheet] })()`,
  )

/**
 * Walks the page with Tab from its beginning until the keyboard leaves it, and looks at each thing
 * that takes the focus.
 */
const walk = async (page: Page): Promise<{ wrong: string[]; walked: string[] }> => {
  const wrong: string[] = []
  const walked: string[] = []
  await page.evaluate(
    'document.activeElement?.blur(); window.scrollTo(0, 0); document.querySelectorAll("[data-walked]").forEach((each) => each.removeAttribute("data-walked"))',
  )
  const most = (await page.locator('a, button, input, select, textarea, summary').count()) + 2
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab')
    const at = await page.locator('html').evaluate(hidden, i)
    if (at === null) break
    walked.push(at.name)
    wrong.push(...at.wrong)
  }
  return { wrong, walked }
}

// A record with what no sample has: words without a break, very long answers, and a trail of thirty
// steps.
const LONG: Record<string, string> = {}
const BREATHLESS = 'w'.repeat(500)
const ENDLESS = 'They came to the estate and they spoke with everyone they met there. '
  .repeat(22)
  .trim()
const WITHOUT_END = 'سطرطويل'.repeat(70)
const who = {
  code: 'long',
  name: `The ${'very '.repeat(12)}long-named residents’-and-tenants’-association of Church Street`,
}

const STATUSES: Record<string, ToldAction['status'][]> = {
  done: ['done', 'could-not'],
  'could-not': ['could-not'],
  'under-way': ['under-way', 'not-started'],
  unanswered: ['not-started', 'not-started'],
}

function makeLong(store: Store): void {
  const by = { personId: store.people.findByEmail('coordinator@mosaic.example')!.id, at: AT }
  const tell = (words: Words): string => {
    const id = store.publications.record(
      { kind: words.kind, concernId: null, roundTableId: null, year: null },
      words,
      [],
      by,
    )
    const publication = store.publications.find(id)!
    return store.publications.recordPublication(publication, publication.drafts[0]!, by)
  }
  const action = {
    words: BREATHLESS,
    who,
    helpers: [who, who],
    by: '2021-11',
    kind: 'one-off' as const,
    closed: false,
    lastHeardOn: '2021-09-02',
  }
  const entry = (standing: EntryWords['standing'], over: Partial<EntryWords> = {}): EntryWords => ({
    kind: 'entry',
    change: { kind: 'first', words: '' },
    said: BREATHLESS,
    did: `${ENDLESS}\n${BREATHLESS}`,
    standing,
    on: standing === 'unanswered' ? null : '2021-11-12',
    raisedOn: '2021-08',
    origin: BREATHLESS.slice(0, 80),
    theme: { code: 'long', name: BREATHLESS.slice(0, 90) },
    area: { code: 'long', name: BREATHLESS.slice(0, 90) },
    who: [who, who],
    worked: { strength: 'counted', words: ENDLESS },
    notYetClosed: standing === 'done',
    actions: STATUSES[standing]!.map((status, i) => ({ ...action, status, accepted: i === 0 })),
    trail: Array.from({ length: 30 }, (_, i) => ({
      on: `2021-${String((i % 12) + 1).padStart(2, '0')}-12`,
      words: i % 3 === 0 ? BREATHLESS : ENDLESS,
    })),
    ...over,
  })
  for (const standing of ['done', 'unanswered', 'could-not', 'under-way'] as const)
    LONG[`long-${standing}`] = tell(entry(standing))
  const slug = LONG['long-done']!
  tell({
    kind: 'translation',
    change: { kind: 'first', words: '' },
    language: 'ar',
    of: { kind: 'entry', slug },
    checked: false,
    names: [],
    pieces: [BREATHLESS, ENDLESS, `${ENDLESS}\n${BREATHLESS}`].map((english) => ({
      english,
      text: WITHOUT_END,
    })),
  })
  LONG.gone = tell(entry('done'))
  const withdraw = (kind: string, slug: string): void => {
    store.publications.recordWithdrawal(
      store.publications.list().find((each) => each.kind === kind && each.slug === slug)!,
      'To protect someone’s privacy.',
      by,
    )
  }
  withdraw('entry', LONG.gone)
  const change = { kind: 'first' as const, words: '' }
  const event = (): string =>
    tell({
      kind: 'event',
      change,
      what: 'survey',
      heldOn: '2021-11-12',
      area: who,
      who: [who, who],
      came: '',
      name: BREATHLESS.slice(0, 120),
      place: TIGHT,
      told: `${ENDLESS} ${BREATHLESS}`,
      worked: { strength: 'counted', words: ENDLESS },
      findings: [
        { words: BREATHLESS.slice(0, 300), entries: [slug] },
        { words: 'Nothing came of it yet.', entries: [] },
      ],
      entries: [slug],
    })
  const leaflet = (replaces: string | null): string =>
    tell({
      kind: 'leaflet',
      change,
      who,
      version: 'v'.repeat(60),
      languages: ['en', 'ar', 'ckb'],
      files: [],
      copies: 40_000,
      title: TIGHT,
      answers: `${BREATHLESS.slice(0, 100)}?`,
      place: TIGHT,
      handed: `${who.name}: ${TIGHT}\n${who.name}: mothers`,
      replaces,
    })
  const programme = (): string =>
    tell({
      kind: 'programme',
      change,
      who: [who, who],
      startsOn: '2021-11',
      phases: [
        { startsOn: '2021-11', pairings: 40 },
        { startsOn: null, pairings: null },
      ],
      sessions: 3,
      name: TIGHT,
      aim: BREATHLESS,
      length: 'l'.repeat(60),
      agreement: ENDLESS,
      support: BREATHLESS.slice(0, 300),
      handover: BREATHLESS.slice(0, 400),
      outcomes: [
        { words: BREATHLESS.slice(0, 300), strength: 'counted', known: BREATHLESS.slice(0, 300) },
        { words: 'Talk.', strength: null, known: '' },
      ],
      learning: [{ theme: 't'.repeat(80), words: BREATHLESS.slice(0, 400) }],
      opportunities: [
        { words: BREATHLESS.slice(0, 300), entry: slug, became: BREATHLESS.slice(0, 300) },
        { words: 'Mend it.', entry: null, became: '' },
      ],
    })
  event()
  programme()
  // The file of one that another has taken the place of is not given out any more: its page says
  // where the newer one is.
  const [first] = store.publications.list().filter((each) => each.kind === 'leaflet')
  LONG.older = first!.slug!
  leaflet(LONG.older)
  for (const [noun, gone] of [
    ['events', event()],
    ['leaflets', leaflet(null)],
    ['programmes', programme()],
  ] as const) {
    LONG[`gone-${noun}`] = gone
    withdraw(noun.slice(0, -1), gone)
  }
  leaflet(null)
}

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
