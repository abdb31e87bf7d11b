import { moving } from '../../support/reach/press.ts'
import { files, read } from '../../support/sources.ts'
import { extractText, getDocumentProxy } from 'unpdf'
import { PHONE } from '../../support/browser.ts'
import { entriesOf, test } from './set-up.ts'

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
  const number = await page.locator('.keep-code').innerText()
  await page.getByRole('link', { name: 'See what became of it' }).click()
  await page.getByLabel('Your code').fill(number.toLowerCase())
  await page.getByRole('button', { name: 'Look' }).click()
  t.match(await page.getByRole('main').innerText(), 'Nobody has read it yet')
  await page.goto('/follow')
  await page.getByLabel('Your email').fill('reader@home.example')
  await page.getByRole('button', { name: 'Send me the first email' }).click()
  await page.getByRole('heading', { level: 1, name: 'Look in your email' }).waitFor()
  await page.goto('/poster')
  await page.getByLabel('Save ink').check()
  await page.getByRole('button', { name: 'Show the poster' }).click()
  await page.waitForURL('**ink=save**')
  t.equal(await page.locator('.poster--ink').count(), 1)
  await page.getByRole('link', { name: 'العربية' }).first().click()
  t.equal(await page.locator('html').getAttribute('dir'), 'rtl')
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
    await page.locator('summary, a, button').locator('visible=true').last().hover()
    t.same(await page.locator('html').evaluate(moving), [], path)
  }
  t.notMatch(
    files('static/css/*.css').map(read).join('\n'),
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
    for (const left of await page
      .locator('nav, form, summary:not(.more > summary), .skip, .noprint, .pair p > a')
      .all())
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
