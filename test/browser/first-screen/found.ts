import { PHONE } from '../../support/browser.ts'
import { test } from './set-up.ts'

test('a number that is tapped, and a search, land on what was asked for, and say how many there are', async (t, house) => {
  const page = await house.comeIn({ viewport: PHONE, javaScriptEnabled: false })
  await page.goto('/')
  await page
    .locator('.counts a', { hasText: 'no answer yet' })
    .tap()
    .catch(() => undefined)
  if (!page.url().includes('state='))
    await page.locator('.counts a', { hasText: 'no answer yet' }).click()
  t.match(page.url(), /\?state=unanswered#found$/)
  t.match(await page.title(), /^No answer yet: 2 - /)
  t.match(await page.locator('#found h2').innerText(), /No answer yet\s*: 2/)
  t.equal(await page.getByRole('status').count(), 1, 'one message says it')
  t.match(await page.getByRole('status').innerText(), '2 concerns found.')
  t.ok((await page.locator('#found').boundingBox())!.y < 300, 'the answer is what is in view')
  t.match(await page.locator('.counts [aria-current]').innerText(), 'no answer yet')
  t.equal(await page.locator('article.pair').count(), 2)

  await page.getByRole('link', { name: 'See everything' }).click()
  t.equal(await page.locator('article.pair').count(), 10)

  await page.locator('summary', { hasText: 'Search and filter' }).click()
  await page.getByLabel('Search', { exact: true }).fill('knife')
  await page.getByRole('button', { name: 'Show' }).click()
  t.match(page.url(), /[?&]q=knife.*#found$/)
  t.match(await page.title(), /^“knife”: \d+ - /)
  t.match(await page.getByRole('status').innerText(), /\d+ concerns? found\./)

  await page.goto('/?q=nothinglikethis')
  t.match(await page.title(), /^“nothinglikethis”: 0 - /)
  t.match(await page.locator('#found').innerText(), 'Nothing here about “nothinglikethis” yet.')
})
