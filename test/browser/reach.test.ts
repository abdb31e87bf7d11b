import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import t from 'tap'
import { hasFocus, LAPTOP, openBrowser, PEOPLE, PHONE, signIn, under } from '../support/browser.ts'

const { test } = await openBrowser()

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SMALLEST = { width: 320, height: 640 }
let states = 0
t.teardown(() => {
  t.comment(`${states} page states were checked`)
})

test('What would stand in someone’s way is seen when it is there', async (t, house) => {
  const page = await house.comeIn()
  const wrong: string[] = []
  await page.goto('/')
  await page.locator('html').evaluate((html) => {
    html.removeAttribute('lang')
    html.querySelector('.lede').style.cssText = 'color: #777; font-size: 1rem; width: 50rem'
    html.querySelector('.skip').setAttribute('href', '#nowhere')
  })
  await check(page, 'a bad page', wrong)
  for (const fault of [
    /html-has-lang/,
    /light\): color-contrast/,
    /dark\): color-contrast/,
    /\(320\): scrolls sideways/,
    /#nowhere, which is not there/,
  ])
    t.ok(
      wrong.some((line) => fault.test(line)),
      `${fault} is seen`,
    )
  states -= 1
})

test('Taking an entry down is within reach of everyone, and so is what stands in its place', async (t, house) => {
  const wrong: string[] = []
  const coordinator = await house.comeIn()
  await signIn(coordinator, PEOPLE.coordinator)
  await coordinator.goto('/desk/entries')
  await coordinator
    .getByRole('link', { name: 'We want safer neighbourhoods.', exact: true })
    .click()
  const public_ = await coordinator
    .getByRole('link', { name: 'See them on the board' })
    .getAttribute('href')
  await coordinator.getByText('Withdraw it from the board').click()
  await coordinator.getByRole('button', { name: 'Withdraw it' }).click()
  await check(coordinator, 'a withdrawal without a ground', wrong)
  await coordinator.getByLabel('Ground', { exact: true }).selectOption('It was wrong.')
  await coordinator.getByRole('button', { name: 'Withdraw it' }).click()
  await check(coordinator, 'an entry that was withdrawn, on the desk', wrong)
  const resident = await house.comeIn()
  t.equal((await resident.goto(public_!))?.status(), 410)
  await check(resident, 'an entry that was withdrawn', wrong)
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

test('Every page for people who sign in is within reach of everyone, errors and conflicts too', async (t, house) => {
  const page = await house.comeIn()
  const wrong: string[] = []
  const visit = async (path: string, name = path): Promise<void> => {
    await page.goto(path)
    await check(page, name, wrong)
  }
  await visit('/sign-in')
  await page.getByLabel('Your work email').fill('nobody')
  await page.getByRole('button', { name: 'Email me a code' }).click()
  await page.getByRole('alert').waitFor()
  await check(page, 'sign-in: not an address', wrong)
  await page.getByLabel('Your work email').fill(PEOPLE.coordinator)
  await page.getByRole('button', { name: 'Email me a code' }).click()
  await page.getByLabel('Code', { exact: true }).waitFor()
  await check(page, 'sign-in: the code', wrong)
  await page.getByLabel('Code', { exact: true }).fill('WRONG1')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await check(page, 'sign-in: a wrong code', wrong)

  for (const [who, email] of Object.entries(PEOPLE)) {
    if (who === 'coordinator') continue
    const other = await house.comeIn()
    await signIn(other, email)
    await check(other, `the desk of the ${who}`, wrong)
    if (who === 'sergeant') {
      await under(other, 'Waiting for your yes').getByRole('link').click()
      await check(other, 'an action that waits for a yes', wrong)
    }
    if (who === 'observer') {
      for (const path of [
        '/desk/round-tables/2022-q1',
        '/desk/round-tables/2022-q2/agenda',
        '/desk/round-tables/2021-q4/minutes',
        '/desk/sessions',
        '/desk/actions/4',
        '/desk/entries/15',
        '/desk/settings',
      ]) {
        await other.goto(path)
        await check(other, `${path}, for an observer`, wrong)
      }
    }
    await other.close()
  }

  await signIn(page, PEOPLE.coordinator)
  await check(page, 'the desk of the coordinator', wrong)
  for (const path of [
    '/desk/concerns',
    '/desk/concerns?q=zebra',
    '/desk/concerns/1',
    '/desk/concerns/3',
    '/desk/concerns/new',
    '/desk/round-tables',
    '/desk/round-tables/2022-q2',
    '/desk/round-tables/2022-q1',
    '/desk/round-tables/2022-q1/minutes',
    '/desk/round-tables/2021-q3',
    '/desk/round-tables/2021-q3/minutes?depth=public',
    '/desk/round-tables/2021-q3/minutes?depth=table',
    '/desk/round-tables/2021-q3/minutes?depth=named',
    '/desk/round-tables/2022-q2/agenda',
    '/desk/round-tables/2022-q2/agenda?large=yes',
    '/desk/round-tables/2022-q1/agenda',
    '/desk/sessions',
    '/desk/bringing-in',
    '/desk/actions',
    '/desk/actions?kind=question',
    '/desk/actions?q=zebra',
    '/desk/actions/4',
    '/desk/actions/5',
    '/desk/actions/12',
    '/desk/entries',
    '/desk/entries/15',
    '/desk/people',
    '/desk/settings',
    '/desk/journal',
    '/desk/nowhere',
  ])
    await visit(path)

  /** Sends a form as it stands, and looks at what comes back. */
  const refused = async (
    path: string,
    button: string | RegExp,
    name: string,
    status = 422,
    before?: () => Promise<unknown>,
  ): Promise<void> => {
    await page.goto(path)
    await page.locator('details:not([open])').evaluateAll((all) =>
      all.forEach((each) => {
        each.open = true
      }),
    )
    await before?.()
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: button }).first().click()
    t.equal((await answer).status(), status, `${name}: ${status}`)
    await page.waitForLoadState()
    // A part that is put into the page says it there; a whole page says it in its title too.
    if (status === 422 && (await answer).request().headers()['hx-request'])
      await page.getByRole('alert').first().waitFor()
    else if (status === 422)
      t.match(await page.title(), /^Error:/, `${name}: the title begins with Error`)
    await check(page, name, wrong)
  }
  await refused('/desk/concerns/new', 'Write it down', 'a concern without words')
  await refused('/desk/concerns/4', 'Add the action', 'an action without words')
  await refused('/desk/concerns/4', 'Split it', 'a split without words')
  await refused('/desk/concerns/4', 'Join them', 'a joining to nothing')
  await refused(
    '/desk/concerns/4',
    'Save who may know',
    'held in private without a ground',
    422,
    () => page.locator('#depth-depth').selectOption('named'),
  )
  await refused('/desk/round-tables', 'Plan it', 'a round table without a day')
  await refused(
    '/desk/round-tables/2022-q2',
    /^Open it.*start the minutes$/,
    'two round tables at once',
  )
  const nextAgenda = '/desk/round-tables/2022-q2/agenda'
  await refused(nextAgenda, 'Put it on the agenda', 'a topic without words')
  await refused(
    nextAgenda,
    /^Save the minutes for Residents/,
    'an agenda with no number of minutes',
    422,
    () => page.locator('#slot-residents-minutes').fill('ten'),
  )
  await page.goto(nextAgenda)
  await page.getByLabel('I want to talk about').fill('Knife arches at the school gate')
  await page.getByRole('button', { name: 'Put it on the agenda' }).click()
  await page.waitForURL('**#topics')
  await check(page, 'an agenda with a topic', wrong)
  await refused('/desk/sessions', 'Plan it', 'a session without a day')
  await page.getByLabel('Day or month').fill('20/1/2022')
  await page.getByLabel('Which group').fill('Mentoring group')
  await page.getByRole('button', { name: 'Plan it' }).click()
  await page.getByRole('heading', { name: 'Mentoring group 20 January' }).waitFor()
  await check(page, 'a session to count', wrong)
  await refused(
    '/desk/sessions',
    'Save the count',
    'words that nobody agreed to share',
    422,
    async () => {
      await page.locator('#count-4-headCount').fill('11')
      await page.locator('#count-4-shared').fill('More of this')
    },
  )
  await refused('/desk/bringing-in', 'See how it is read', 'nothing to bring in')
  await page
    .getByLabel('A list, or cells')
    .fill(
      'Action\tWho\tBy when\tWhere it stands\nContinue ongoing monthly engagement with mothers.\t\t\t\nMend the lamps\tFire brigade\t32/13\tunder way',
    )
  await page.getByRole('button', { name: 'See how it is read' }).click()
  await page.getByRole('heading', { level: 1, name: 'Look at each row' }).waitFor()
  t.equal(
    await page.locator('#rows-row-2-status').inputValue(),
    'under-way',
    'the column that the page names itself is found',
  )
  await check(page, 'rows that are looked at', wrong)
  await page.getByRole('button', { name: 'Write them down' }).click()
  await page.getByRole('alert').waitFor()
  await check(page, 'a row that cannot be written down', wrong)
  await refused('/desk/round-tables/2021-q4/minutes', 'Add them', 'a reader without an address')
  await page.getByLabel('Who they are, by role').fill('Senior officer')
  await page.getByLabel('Email address').fill('senior@met.example')
  await page.getByRole('button', { name: 'Add them' }).click()
  await page.waitForURL('**#letters')
  await page.getByRole('button', { name: 'Send the minutes' }).click()
  await page
    .getByText(/On its way|Sent on/)
    .first()
    .waitFor()
  await check(page, 'minutes that were sent', wrong)
  await refused('/desk/actions/4', 'Send the update', 'an update without words', 422, () =>
    page.getByRole('radio', { name: 'Done' }).check(),
  )
  await refused('/desk/actions/4', 'Save the change', 'a change without a reason')
  await refused('/desk/people', 'Add and invite them', 'a person without a name')
  await refused('/desk/people', 'Add the seat', 'a seat without a name')
  await refused('/desk/people', 'Add the organisation', 'an organisation without a name')
  await refused('/desk/people', 'Seat them as Coordinator', 'a seat for nobody')
  await refused('/desk/settings', 'Add the theme', 'a theme without a name')
  await refused('/desk/settings', 'Guard it', 'a guarded word without a word')
  await refused('/desk/settings', 'Save who approves', 'one person without a reason', 422, () =>
    page.getByLabel('One person is enough').check(),
  )

  const second = await page.context().newPage()
  await second.goto('/desk/concerns/4')
  await second.getByText('Words, theme and area').click()
  await second.getByLabel('What residents said').fill('There is shouting in the shared areas.')
  await refused('/desk/concerns/4', 'Save the words', 'a conflict on a concern', 409, async () => {
    await second.getByRole('button', { name: 'Save the words' }).click()
    await second.getByRole('heading', { level: 1, name: 'There is shouting' }).waitFor()
    await page
      .getByLabel('What residents said')
      .first()
      .fill('There is litter in the shared areas.')
  })
  await second.close()

  // While minuting, what is wrong is said within the part.
  await page.goto('/desk/round-tables/2022-q1')
  await page.locator('#item-4').getByText('Add an action with the form').click()
  await page.locator('#item-4').getByRole('button', { name: /^Add/ }).click()
  await page.locator('#item-4').getByRole('alert').waitFor()
  await page.locator('#new-concern').getByRole('button', { name: 'Add the concern' }).click()
  await page.locator('#new-concern').getByRole('alert').waitFor()
  await check(page, 'the minutes with two errors', wrong)

  // The quick line: how it is read, what completes it, what was kept as a note, and a line far too
  // long for the bar.
  const line = page.locator('#quick-text')
  await page.goto('/desk/round-tables/2022-q1')
  for (const typed of [
    'u 9.9 done: nothing of that number',
    'd- We meet at Church Street',
    `c ${'The lift is broken again and nobody has come. '.repeat(40)}`,
  ]) {
    await line.fill(typed)
    await line.press('Enter')
    await page
      .getByText(/^Saved/)
      .first()
      .waitFor()
  }
  await page.locator('#priorities').getByRole('button', { name: /^Keep/ }).first().click()
  await page.getByText('Kept.', { exact: true }).waitFor()
  t.ok(
    await hasFocus(page.locator('#priorities').getByRole('button', { name: /^Keep/ }).first()),
    'the keyboard stays where it was',
  )
  await page.locator('#priorities summary').nth(1).click()
  await page
    .getByRole('button', { name: /^Change it/ })
    .first()
    .click()
  await page.locator('#priorities').getByRole('alert').waitFor()
  await line.fill('a Ask the landlord +wcc by May @m')
  await page.locator('.offers').waitFor()
  const bar = await page.locator('#quick').boundingBox()
  t.ok(bar && bar.height < LAPTOP.height / 2, 'the bar leaves half of the screen to the minutes')
  await check(page, 'the minutes with a line being read', wrong)
  await line.fill('')

  // An entry that the checks stop.
  await page.goto('/desk/concerns/11')
  await page.getByRole('button', { name: 'Write the entry' }).click()
  await check(page, 'an entry that has just begun', wrong)
  await page
    .getByLabel('You said')
    .fill(
      'Twelve mothers at Lantern Lane Youth Club asked PC Sample for a film. Call 020 7946 0000.',
    )
  await page.getByLabel('No answer yet: what happens next').fill('We will disseminate it.')
  await page.getByRole('button', { name: 'Save and check' }).click()
  await page.locator('#checks').getByText('Stopped').first().waitFor()
  t.match(
    await page.locator('#checks').innerText(),
    /Look again[^]*Stopped|Stopped[^]*Look again/,
    'some stop it, some can be overruled',
  )
  await check(page, 'an entry with failing checks', wrong)
  await refused(new URL(page.url()).pathname, /^Overrule/, 'an overruling without a reason')
  await refused(
    new URL(page.url()).pathname.replace(/\/overrulings$/, ''),
    'Send the comment',
    'a comment without words',
  )

  await page.goto('/desk/round-tables/2022-q1')
  await page.getByRole('link', { name: 'Finish the round table' }).click()
  await check(page, 'what is left before it is finished', wrong)
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByText('Draft minutes. The next round table agrees them.').waitFor()
  await check(page, 'draft minutes', wrong)
  await refused(
    '/desk/round-tables/2022-q1',
    'Open the minutes again',
    'minutes opened again without a reason',
  )
  await refused('/desk/round-tables/2022-q1', 'Save the correction', 'a correction without words')
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

test(
  'A house with nothing in it yet is within reach, and says where to begin',
  async (t, house) => {
    const page = await house.comeIn()
    const wrong: string[] = []
    await page.goto('/')
    t.match(
      await page.getByRole('main').innerText(),
      /Nothing here yet/,
      'residents read that nothing is here yet',
    )
    await signIn(page, PEOPLE.coordinator)
    const first = under(page, 'Start here')
    t.match(
      await first.innerText(),
      /Add the organisations and the people at your table/,
      'the desk has a first step',
    )
    t.equal(await first.getByRole('link').count(), 2)
    for (const path of [
      '/desk',
      '/desk/round-tables',
      '/desk/sessions',
      '/desk/bringing-in',
      '/desk/concerns',
      '/desk/actions',
      '/desk/entries',
      '/desk/people',
      '/desk/settings',
      '/desk/journal',
    ]) {
      await page.goto(path)
      await check(page, `${path}, empty`, wrong)
    }
    t.same(wrong, [], 'nothing stands in anyone’s way')
  },
  {
    sample: false,
    prepare: (store) => {
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
          approves: false,
          organisationId,
        },
        by,
      )
    },
  },
)

test('A resident on an old phone gets the board in a few small answers, and leaves no trace (R24)', async (t, house) => {
  const page = await house.comeIn({ viewport: PHONE })
  const asked: { path: string; bytes: Promise<number> }[] = []
  page.on('response', (response) => {
    t.equal(
      response.headers()['set-cookie'],
      undefined,
      `${new URL(response.url()).pathname} sets no cookie`,
    )
    asked.push({
      path: new URL(response.url()).pathname,
      bytes: response.body().then((body) => gzipSync(body).length),
    })
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  const icon = await page.locator('link[rel=icon]').getAttribute('href')
  if (!asked.some((each) => each.path === icon)) {
    const answer = await page.request.get(icon!)
    asked.push({ path: icon!, bytes: answer.body().then((body) => gzipSync(body).length) })
  }
  const bytes = (await Promise.all(asked.map((each) => each.bytes))).reduce(
    (sum, each) => sum + each,
    0,
  )
  t.comment(
    `the first view of the board: ${asked.length} requests, ${bytes} bytes gzipped: ${asked.map((each) => each.path).join(' ')}`,
  )
  t.ok(asked.length <= 5, 'at most five requests')
  t.ok(bytes <= 40_000, 'at most 40 kB gzipped')
  await page.getByText('Search and filter').last().click()
  await page.getByLabel('Search', { exact: true }).fill('football')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('article').getByRole('link').first().click()
  await page.waitForURL('**/entries/*')
  t.same(await page.context().cookies(), [], 'no cookie')
  t.same(
    await page.evaluate(
      `Promise.all([localStorage.length, sessionStorage.length, indexedDB.databases().then((all) => all.length), caches.keys().then((all) => all.length), navigator.serviceWorker.getRegistrations().then((all) => all.length), [...document.scripts].filter((each) => each.type !== 'application/ld+json').length])`,
    ),
    [0, 0, 0, 0, 0, 0],
    'nothing kept in the browser, and no script',
  )
})

test('Minutes are printed without menus and forms', async (t, house) => {
  const coordinator = await house.comeIn()
  await signIn(coordinator, PEOPLE.coordinator)
  await coordinator.goto('/desk/round-tables/2021-q4/minutes')
  await coordinator.emulateMedia({ media: 'print' })
  for (const hidden of await coordinator.locator('nav, form, .noprint').all())
    t.notOk(await hidden.isVisible(), 'the minutes are printed without menus and forms')
  t.ok(await coordinator.getByRole('heading', { name: 'Who was here' }).isVisible())
})

/**
 * Looks at a page as it stands, with all that is folded laid open: axe at two widths, its colours
 * again by night, no sideways scroll down to 320 pixels, and each link to a place on the page leads
 * somewhere.
 */
const check = async (page: Page, name: string, wrong: string[]): Promise<void> => {
  states += 1
  await page.locator('details:not([open])').evaluateAll((all) =>
    all.forEach((each) => {
      each.open = true
    }),
  )
  for (const href of await page
    .locator('a[href^="#"]')
    .evaluateAll((links) =>
      links
        .filter(
          (link) => link.ownerDocument.getElementById(link.getAttribute('href').slice(1)) === null,
        )
        .map((link) => link.getAttribute('href')),
    )) {
    wrong.push(`${name}: a link leads to ${href}, which is not there`)
  }
  await page.evaluate(axe)
  for (const viewport of [LAPTOP, PHONE]) {
    await page.setViewportSize(viewport)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      // Night changes colours alone, so that is what is looked at again.
      const options =
        colorScheme === 'light'
          ? { runOnly: TAGS }
          : { runOnly: ['color-contrast', 'link-in-text-block'] }
      const found = await page.evaluate<{
        violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
      }>(`axe.run(document, { resultTypes: ['violations'], ...${JSON.stringify(options)} })`)
      for (const { id, nodes } of found.violations) {
        wrong.push(
          `${name} (${viewport.width}, ${colorScheme}): ${id}, ${nodes.length} times: ${nodes[0]!.html.slice(0, 160)} ${nodes[0]!.failureSummary.split('\n')[1]?.trim() ?? ''}`,
        )
      }
    }
  }
  await page.emulateMedia({ colorScheme: null })
  for (const viewport of [PHONE, SMALLEST]) {
    await page.setViewportSize(viewport)
    const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    if (over > 0) wrong.push(`${name} (${viewport.width}): scrolls sideways by ${over}`)
  }
  await page.setViewportSize(LAPTOP)
}
