import { signIn } from '../../support/browser/pages.ts'
import { gzipSync } from 'node:zlib'
import { PEOPLE, PHONE } from '../../support/browser.ts'
import { test } from './set-up.ts'

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
      `Promise.all([localStorage.length, sessionStorage.length, indexedDB.databases().then((all) => all.length), caches.keys().then((all) => all.length), navigator.serviceWorker.getRegistrations().then((all) => all.length), [...document.scripts].filter((each) => each.type !== 'application/ld+json' && !/aloud\\.js/.test(each.src)).length])`,
    ),
    [0, 0, 0, 0, 0, 0],
    'nothing kept in the browser, and no script but the one that reads aloud',
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
