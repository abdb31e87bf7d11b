import type { Store } from '../../../src/store/store.ts'
import {
  AT,
  BREATHLESS,
  ENDLESS,
  entriesOf,
  LONG,
  look,
  pages,
  test,
  TIGHT,
  walk,
} from './set-up.ts'
import type { EntryWords, ToldAction } from '../../../src/domain/publishing/kinds/entry.ts'
import type { Words } from '../../../src/domain/publishing/kinds/kinds.ts'

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
  pages.states -= 1
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
