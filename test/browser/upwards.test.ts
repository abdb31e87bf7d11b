import { signIn } from '../support/browser/pages.ts'
import t from 'tap'
import { openBrowser, PEOPLE, PHONE } from '../support/browser.ts'

const { test } = await openBrowser()
t.setTimeout(120_000)

test('R20: on a phone without JavaScript every line of the sheet stands beside its label, and nothing runs off the side', async (t, house) => {
  const phone = await house.comeIn({
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
    javaScriptEnabled: false,
  })
  await signIn(phone, PEOPLE.sergeant)
  for (const depth of ['public', 'table']) {
    await phone.goto(`/desk/upwards?period=2021&depth=${depth}`)
    t.equal(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
    t.same(
      await phone.evaluate(
        `[...new Set([...document.querySelectorAll('.upwards [data-label]')].map((cell) => getComputedStyle(cell, '::before').position))]`,
      ),
      ['static'],
      'a long label pushes its words along, and does not lie over them',
    )
  }
})

test('R9: on paper, a public sheet does not say that it is not public, and one from the table does', async (t, house) => {
  const laptop = await house.comeIn()
  await signIn(laptop, PEOPLE.coordinator)
  await laptop.emulateMedia({ media: 'print' })
  await laptop.goto('/desk/upwards?period=2021')
  t.notOk(await laptop.getByText('Working area, not public').isVisible())
  t.notOk(await laptop.getByRole('button', { name: 'Show it' }).isVisible())
  t.ok(await laptop.getByText('Everything here is public already.').isVisible())
  await laptop.goto('/desk/upwards?period=2021&depth=table')
  t.ok(await laptop.getByText('Working area, not public').isVisible())
  t.ok(await laptop.getByText('Not all of this is public.', { exact: true }).isVisible())
})

test('R20: a sheet is chosen with the keyboard alone', async (t, house) => {
  const laptop = await house.comeIn()
  await signIn(laptop, PEOPLE.observer)
  await laptop.goto('/desk/upwards')
  await laptop.getByLabel('Quarter or year').focus()
  await laptop.keyboard.type('2021')
  await laptop.keyboard.press('Tab')
  await laptop.keyboard.type('People')
  await laptop.keyboard.press('Tab')
  await laptop.keyboard.press('Enter')
  await laptop.waitForURL('**/desk/upwards?period=2021&depth=table')
  t.match(await laptop.locator('h1').innerText(), 'Mosaic Community Trust: 2021')
})
