import type { Page } from 'playwright-core'
import { PEOPLE } from '../../support/browser.ts'
import { signIn } from '../../support/browser/pages.ts'
import { test } from './set-up.ts'

const OPEN = '/desk/round-tables/2022-q1'

/** Everything that a program which reads aloud is told of while a page changes. */
const listen = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    window.said = []
    const tell = (each) => { const text = each.textContent.trim(); if (text) window.said.push(text) }
    const watch = (each) => new MutationObserver(() => tell(each)).observe(each, { childList: true, subtree: true, characterData: true })
    for (const each of document.querySelectorAll('[aria-live], [role=status], [role=alert]')) watch(each)
    new MutationObserver((changes) => {
      for (const node of changes.flatMap((change) => [...change.addedNodes]))
        if (node.matches?.('[role=alert]')) tell(node)
    }).observe(document.body, { childList: true, subtree: true })
  })()`)
const said = (page: Page): Promise<string[]> => page.evaluate<string[]>('window.said.splice(0)')

test('4.1.3: how a line is read is said once it rests, and not with every letter', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await page.goto(OPEN)
  await listen(page)
  await page.locator('#quick-text').focus()
  await page.keyboard.type('a Hold a stall at the market @mps +wcc by 28/4', { delay: 170 })
  await page.locator('#heard', { hasText: 'By 28 April 2022' }).waitFor()
  const all = await said(page)
  t.equal(all.length, 1, `one message for a line: ${all.join(' / ')}`)
  t.notMatch(all[0], 'Kept at', 'and not the hour at which it was kept')
  await page.keyboard.press('Enter')
  await page.locator('#quick-state', { hasText: /^Saved/ }).waitFor()
  t.match((await said(page)).join(), /Saved \d/, 'that it is written down is said')
  t.equal(await page.locator('#quick-reading[aria-live]').count(), 0)
})

test('4.1.3: “Saved” is said in a place that was there before, each time', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await page.goto(OPEN)
  await listen(page)
  await page.locator('#before').evaluate((fold) => fold.toggleAttribute('open', true))
  for (const _twice of [1, 2]) {
    const form = page.locator('#before article').first()
    await form.getByRole('link', { name: /^Say where it stands/ }).click()
    await form.getByLabel('Now').selectOption('under-way')
    await form.getByLabel('Update in one line').fill('The letters are printed')
    await form.getByRole('button', { name: /^Save/ }).click()
    await page.locator('#heard', { hasText: /^Saved \d+\.\d\d\.$/ }).waitFor()
    await page.waitForTimeout(200)
    t.equal((await said(page)).filter((words) => words.startsWith('Saved')).length, 1)
  }
})

test(
  '2.4.2 and 3.3.1: where a part is drawn anew, the title says what the page is, and that a form was refused',
  async (t, house) => {
    const page = await house.comeIn()
    await page.goto('/sign-in')
    await page.getByLabel('Your work email').fill('not an address')
    await page.getByRole('button', { name: 'Email me a code' }).click()
    await page.getByRole('alert').getByRole('link').waitFor()
    t.match(await page.title(), /^Error: Sign in - Round Table/)
    await page.getByLabel('Your work email').fill(PEOPLE.coordinator)
    await page.getByRole('button', { name: 'Email me a code' }).click()
    await page.locator('#code-code').waitFor()
    t.match(await page.title(), /^Type your code - Round Table/)
    const code = await page.locator('.code').innerText()
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL('**/desk')
    await page.goto(OPEN)
    await page.locator('#before').evaluate((fold) => fold.toggleAttribute('open', true))
    const form = page.locator('#before article').first()
    await form.getByRole('link', { name: /^Say where it stands/ }).click()
    await form.getByLabel('Now').selectOption('could-not')
    await form.getByRole('button', { name: /^Save/ }).click()
    await form.locator('.error').waitFor()
    t.match(await page.title(), /^Error: /)
    await form.getByLabel('Update in one line').fill('There is no money')
    await form.getByRole('button', { name: /^Save/ }).click()
    await page.locator('#heard', { hasText: /^Saved/ }).waitFor()
    t.notMatch(await page.title(), /Error/)
  },
  { expected: /422/ },
)

test('1.4.10: in a low window the line leaves room for the minutes', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await page.goto(OPEN)
  for (const [width, height] of [
    [1280, 400],
    [1280, 256],
    [800, 256],
    [640, 360],
    [320, 256],
  ] as const) {
    await page.setViewportSize({ width, height })
    const [tall, position] = await page.evaluate<[number, string]>(
      '(({ offsetHeight }, { position }) => [offsetHeight, position])(document.querySelector("#quick"), getComputedStyle(document.querySelector("#quick")))',
    )
    t.ok(
      position !== 'sticky' || tall <= 0.4 * height,
      `${width} by ${height}: it takes ${Math.round((100 * tall) / height)} % and is ${position}`,
    )
  }
})
