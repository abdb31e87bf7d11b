import { entryWords, tell } from '../../support/publications.ts'
import { print, test } from './set-up.ts'

test('R20, R24: a coordinator chooses quarter and language by form and links, without a script, and prints', async (t, house) => {
  const page = await house.comeIn({ javaScriptEnabled: false })
  await page.goto('/')
  await page.getByRole('link', { name: 'Print a poster' }).click()
  await page.waitForURL('**/poster')
  t.equal(await page.locator('script').count(), 0)
  await page.getByLabel('Quarter').selectOption('2021-q3')
  await page.getByLabel('Save ink: no filled areas').check()
  await page.getByRole('button', { name: 'Show the poster' }).click()
  await page.waitForURL(
    (url) =>
      url.searchParams.get('quarter') === '2021-q3' && url.searchParams.get('ink') === 'save',
  )
  await page.getByRole('link', { name: 'العربية' }).first().click()
  await page.waitForURL(
    (url) =>
      url.pathname === '/ar/poster' &&
      url.searchParams.get('quarter') === '2021-q3' &&
      url.searchParams.get('ink') === 'save',
  )
  t.equal(await page.locator('html').getAttribute('dir'), 'rtl')
  t.ok(await page.locator('#ink').isChecked())
  const articles = page.getByRole('main').getByRole('article')
  t.ok((await articles.count()) > 3)
  await page.emulateMedia({ media: 'print' })
  for (const hidden of await page.locator('nav, form, .noprint').all())
    t.notOk(await hidden.isVisible(), 'what one chooses with is not printed')
  const box = await articles.first().boundingBox()
  const [said, did] = await Promise.all([
    articles.first().locator('.said').boundingBox(),
    articles.first().locator('.did').boundingBox(),
  ])
  t.ok(
    said!.x > did!.x && said!.x + said!.width <= box!.x + box!.width + 1,
    'what was said stands at the right, where reading begins',
  )
  t.same(await page.context().cookies(), [])
})

test('a filter that the sheet was asked for is kept by the form', async (t, house) => {
  const page = await house.comeIn({ javaScriptEnabled: false })
  await page.goto('/poster?by=police&state=done&quarter=all')
  await page.getByLabel('Quarter').selectOption('2021-q3')
  await page.getByRole('button', { name: 'Show the poster' }).click()
  await page.waitForURL((url) => url.searchParams.get('quarter') === '2021-q3')
  t.same(Object.fromEntries(new URL(page.url()).searchParams), {
    by: 'police',
    state: 'done',
    quarter: '2021-q3',
  })
})

test(
  'R1, R2: the sheet says no less than the board: no owner yet, not yet closed, too early, no answer and since when',
  async (t, house) => {
    const page = await house.comeIn({ javaScriptEnabled: false })
    await page.goto('/poster?quarter=2017-q1')
    const pair = (said: string) => page.getByRole('article').filter({ hasText: said }).innerText()
    t.match(await pair('Nobody has it'), /owner not agreed yet[^]*Waiting: 5 years/i)
    t.match(await pair('The owner says so'), 'Not yet closed by the round table.')
    t.match(await pair('Too soon'), /Did it help\?[^]*Too early to say/)
    await page.goto('/poster?quarter=2016-q1')
    t.match(await page.getByRole('main').innerText(), 'Nothing is told for these months yet.')
    const { texts } = await print(page, '/poster?quarter=2016-q1')
    t.equal(texts.length, 1, 'a sheet without pairs is one page')
  },
  {
    prepare: (store) => {
      tell(
        store,
        entryWords({
          raisedOn: '2017-01',
          standing: 'unanswered',
          on: null,
          said: 'Nobody has it',
          who: [],
        }),
      )
      tell(
        store,
        entryWords({ raisedOn: '2017-01', said: 'The owner says so', notYetClosed: true }),
      )
      tell(
        store,
        entryWords({
          raisedOn: '2017-01',
          said: 'Too soon',
          worked: { strength: 'early', words: '' },
        }),
      )
    },
  },
)
