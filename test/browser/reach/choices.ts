import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { PEOPLE } from '../../support/browser.ts'
import { comeInByFirefox } from '../../support/browser/firefox.ts'
import { firefoxPath } from '../../support/browser/firefox-path.ts'
import { hasFocus, signIn } from '../../support/browser/pages.ts'
import { test } from './set-up.ts'

const OPEN = '/desk/round-tables/2022-q1'

const saves = (page: Page): string[] => {
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname.split('/').at(-1)!)
  })
  return sent
}

test('3.2.2: arrow keys go through who is here and save nothing until the keyboard has left the list', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await page.goto(`${OPEN}?open=attendance`)
  const sent = saves(page)
  const lists = page.locator('#attendance select')
  await lists.first().focus()
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown')
  const chosen = await lists.first().inputValue()
  await page.waitForTimeout(500)
  t.same(sent, [], 'three answers were passed over, and none was saved')
  const saved = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.keyboard.press('Tab')
  await saved
  t.equal(sent.length, 1, 'one answer was meant, and is saved')
  await page.locator('#heard', { hasText: /Saved \d/ }).waitFor()
  t.equal(await lists.first().inputValue(), chosen)
  t.ok(
    await page.evaluate('document.activeElement.matches("#attendance input, #attendance select")'),
    'the keyboard went on to the next field, and is there still',
  )
  await page.locator('.seat select').nth(1).selectOption('absent')
  await page.waitForResponse((answer) => answer.request().method() === 'POST')
  t.equal(sent.length, 2, 'what is tapped is saved at once')
})

test('3.2.2: it is the same in Firefox', async (t, house) => {
  if (firefoxPath() === undefined) return t.comment('No Firefox was found')
  const { page, close } = await comeInByFirefox(house.url, PEOPLE.coordinator)
  t.teardown(close)
  await page.goto(`${house.url}${OPEN}?open=attendance`)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await page.focus('#attendance select')
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown')
  await new Promise((resolve) => setTimeout(resolve, 500))
  t.same(sent, [])
  await page.keyboard.press('Tab')
  await page.waitForFunction('/Saved/.test(document.querySelector("#heard").textContent)')
  t.equal(sent.length, 1)
})

test('3.2.2: to tick “A priority now” leaves the keyboard where it is', async (_t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await page.goto(OPEN)
  await page.locator('#quick-text').fill('c The lights in the lane are out')
  await page.keyboard.press('Enter')
  await page
    .getByRole('article', { name: 'The lights in the lane are out' })
    .getByRole('link', { name: /^Change item/ })
    .click()
  const box = page.getByRole('checkbox', { name: 'A priority now' })
  for (const checked of [true, false]) {
    await box.focus()
    await page.keyboard.press('Space')
    await page.locator('#heard', { hasText: /Saved \d/ }).waitFor()
    await page.waitForTimeout(100)
    _t.equal(await box.isChecked(), checked)
    _t.ok(await hasFocus(box), 'one stands where one ticked')
    await page.evaluate('document.querySelector("#heard").textContent = ""')
  }
})

test('2.1.4: the / key can be turned off, and then does nothing on any page', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await page.goto(OPEN)
  const atLine = () => hasFocus(page.locator('#quick-text'))
  const press = async () => {
    await page.evaluate('document.activeElement.blur()')
    await page.keyboard.press('/')
  }
  await press()
  t.ok(await atLine(), 'it goes to the line')
  await page.locator('#quick-help summary').click()
  await page.getByRole('button', { name: 'Turn the / key off' }).click()
  await press()
  t.notOk(await atLine())
  await page.goto('/desk')
  await press()
  t.notOk(await hasFocus(page.locator('#find')), 'nor to the search')
  await page.goto('/desk/search')
  await page.getByRole('button', { name: 'Turn the / key on' }).click()
  await page.goto(OPEN)
  await press()
  t.ok(await atLine())
})

test('No two fields of a page have one name and nothing to tell them apart', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await page.goto(`${OPEN}#before`)
  for (let i = 0; i < 3; i += 1) {
    await page.locator('#before').evaluate((fold) => fold.toggleAttribute('open', true))
    await page.locator('#before a[id$="-open"]').first().click()
    await page.locator('fieldset.carry').nth(i).waitFor()
  }
  await onlyOnes(t, page, 'minutes')
  t.match(
    await page.locator('fieldset.carry legend').first().textContent(),
    /^Action \d+\.\d+: ./,
    'a form is named by its action',
  )
  for (const path of [
    '/desk/people',
    '/desk/programmes/1',
    '/desk/concerns/1',
    '/desk/round-tables',
    `${OPEN}/agenda`,
    `${OPEN}/finishing`,
    '/desk/actions/mine',
  ]) {
    await page.goto(path)
    await onlyOnes(t, page, path)
  }
})

const onlyOnes = async (t: Test, page: Page, name: string): Promise<void> =>
  void t.same(await page.evaluate(`(${twins})()`), [], `${name}: each field has a name of its own`)

/** Names of fields that are there twice, with the names of the groups they stand in. */
const twins = `() => {
  for (const fold of document.querySelectorAll('details')) fold.open = true
  const words = (element) => element?.textContent.trim().replace(/\\s+/g, ' ')
  const named = (group) =>
    group.getAttribute('aria-label') ??
    words(document.getElementById(group.getAttribute('aria-labelledby') ?? '')) ??
    words(group.querySelector(':scope > legend'))
  const seen = new Map()
  for (const field of document.querySelectorAll('main :is(input:not([type=hidden]), select, textarea)')) {
    if (!field.checkVisibility()) continue
    const groups = []
    for (let at = field.parentElement; at; at = at.parentElement)
      if (at.matches('fieldset, details, form, [role=group]')) groups.push(named(at) ?? '')
    const key = [...[...(field.labels ?? [])].map(words), ...groups].filter(Boolean).join(' < ')
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  return [...seen].filter(([, times]) => times > 1).map(([key]) => key)
}`
