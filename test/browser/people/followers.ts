import puppeteer from 'puppeteer-core'
import type { Test } from 'tap'
import { writeToFollowers } from '../../../src/work/clock/following.ts'
import { type House, PHONE } from '../../support/browser.ts'
import { firefoxPath } from '../../support/browser/firefox-path.ts'
import { entryWords, tableWords, tell, tellAgain, withdraw } from '../../support/publications.ts'
import { test } from './set-up.ts'

const SAID = 'The stairs are dark.'
const HEARD = entryWords({
  said: SAID,
  did: 'Nobody has answered.',
  standing: 'unanswered',
  on: null,
})
const ago = (house: House, minutes = 0): string =>
  new Date(house.now().getTime() - minutes * 60_000).toISOString()

/** Days go by, with the clock and the postman: whoever asks for a letter sends him round. */
const passDays = async (house: House, days: number): Promise<void> => {
  for (let day = 0; day < days; day++) {
    house.pass({ days: 1 })
    writeToFollowers(house.store, house.now())
    await fetch(`${house.url}/follow`, {
      method: 'POST',
      headers: { origin: house.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: `email=other${Date.now()}%40home.example&what=all&often=week`,
    })
    await new Promise((done) => setTimeout(done, 50))
  }
}
const lettersTo = (house: House, email: string) => house.letters.filter((each) => each.to === email)
const linkIn = (text: string): string => text.match(/http:\S+\/(?:un)?follow\/\S+/)![0]

test('R20, R24: a resident without scripts follows one entry from the board through three round tables, until it is taken down', async (t, house) => {
  const { id, slug } = tell(house.store, HEARD, ago(house, 60))
  const page = await house.comeIn({ viewport: PHONE, javaScriptEnabled: false })
  await page.goto(`/entries/${slug}`)
  await page.getByRole('link', { name: 'Get an email when this changes' }).click()
  await page.getByLabel('Your email').fill('reader@')
  await page.getByRole('button', { name: 'Send me the first email' }).click()
  await page.getByRole('alert').getByRole('link').click()
  await page.getByLabel('Your email').fill('reader@home.example')
  await page.getByRole('button', { name: 'Send me the first email' }).click()
  await page.getByRole('heading', { level: 1, name: 'Look in your email' }).waitFor()
  await page.goto(linkIn(lettersTo(house, 'reader@home.example')[0]!.text))
  await page.getByRole('button', { name: 'Yes, send me these emails' }).click()
  await page.getByRole('heading', { level: 1, name: 'You will hear from us' }).waitFor()
  await throughThree(t, house, id)
  const letters = lettersTo(house, 'reader@home.example').slice(1)
  t.match(letters[0]!.text, 'Before: No answer yet. Now: Under way.')
  t.match(letters[1]!.text, 'Before: Under way. Now: Done.')
  t.match(letters[2]!.text, 'was taken down on')
  t.notMatch(letters[2]!.text, SAID)
  t.equal(letters.length, 3)
  t.same(await page.context().cookies(), [])
  t.equal(house.store.followers.list().length, 0)
})

async function throughThree(t: Test, house: House, id: number) {
  const news = { kind: 'news', words: '' } as const
  const meets = (heldOn: string) =>
    tell(house.store, tableWords({ heldOn, state: 'draft' }), ago(house))
  house.pass({ hours: 1 })
  meets('2022-02-03')
  const words = {
    ...HEARD,
    standing: 'under-way' as const,
    did: 'Lamps are ordered.',
    change: news,
  }
  tellAgain(house.store, id, words, ago(house))
  await passDays(house, 9)
  meets('2022-02-17')
  tellAgain(
    house.store,
    id,
    { ...words, standing: 'done', on: '2022-02-16', did: 'The lamps are lit.' },
    ago(house),
  )
  await passDays(house, 9)
  meets('2022-03-03')
  withdraw(house.store, id, ago(house))
  await passDays(house, 11)
  t.pass('three round tables have met')
}

test('In Arabic what is followed is changed and stopped from the link of a letter, with letters that run from the right', async (t, house) => {
  tell(house.store, HEARD, ago(house, 60))
  const page = await house.comeIn({ viewport: { width: 360, height: 640 } })
  await page.goto('/ar/follow')
  await page.locator('#email').fill('reader@home.example')
  await page.locator('main form button').click()
  const [asked] = lettersTo(house, 'reader@home.example')
  t.match(asked!.html, 'dir="rtl"')
  await page.goto('about:blank')
  await page.setContent(asked!.html!)
  t.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
  const link = linkIn(asked!.text)
  await page.goto(link)
  await page.locator('main form button').click()
  await page.goto(link.replace('/follow/', '/unfollow/'))
  t.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'))
  await page.locator('#often').check()
  await page.locator('main form button').last().click()
  t.equal(house.store.followers.list()[0]!.often, 'week')
  await page.goto(link.replace('/follow/', '/unfollow/'))
  await page.locator('main form button').first().click()
  await page.locator('h1', { hasText: 'توقفت الرسائل' }).waitFor()
  t.equal(house.store.followers.list().length, 0)
})

test('In Firefox too a resident follows, says yes and stops', async (t, house) => {
  const path = firefoxPath()
  if (path === undefined) return t.comment('No Firefox is here')
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
  })
  t.teardown(() => browser.close())
  const page = await browser.newPage()
  const press = async (): Promise<void> => {
    await Promise.all([page.waitForNavigation(), page.click('main form button')])
  }
  await page.goto(`${house.url}/ur/follow`)
  await page.type('#email', 'reader@home.example')
  await press()
  const link = linkIn(lettersTo(house, 'reader@home.example')[0]!.text)
  await page.goto(link)
  await press()
  t.equal(house.store.followers.list().length, 1)
  await page.goto(link.replace('/follow/', '/unfollow/'))
  await press()
  t.equal(house.store.followers.list().length, 0)
})
