import { hasFocus, signIn } from '../../support/browser/pages.ts'
import { LAPTOP, PEOPLE, PHONE } from '../../support/browser.ts'
import { button, counted, onPhone, pad, sent, showing, test, waiting } from './set-up.ts'

test('R22: a network that answers in our place, as cafés do, is no yes', async (t, house) => {
  const phone = await onPhone(house)
  await phone.route('**/taps', (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to the café</h1>' }),
  )
  await button(phone, 'male').tap()
  await phone.getByText('The server did not take them').waitFor()
  t.equal(await waiting(phone), 1)
  await phone.unroute('**/taps')
  await phone.reload()
  await sent(phone)
  t.equal(counted(house).male, 15)
})

test('where a browser keeps nothing each tap still goes by itself', async (t, house) => {
  const phone = await onPhone(house)
  await phone.evaluate('Storage.prototype.setItem = () => { throw new Error("full") }')
  await button(phone, 'male').tap()
  await showing(phone, 'male', 15)
  t.equal(counted(house).male, 15)
})

test('R20: with scripts off each button is a form, and a number is put right the same way', async (t, house) => {
  const phone = await onPhone(house, { javaScriptEnabled: false })
  await button(phone, 'male').tap()
  await showing(phone, 'male', 15)
  await button(phone, 'male').tap()
  await showing(phone, 'male', 16)
  t.ok(await phone.getByRole('button', { name: 'Undo the last tap' }).isHidden())
  await phone.getByText('Put a number right').first().tap()
  await phone.getByLabel('Male', { exact: true }).fill('twelve')
  await phone.locator('form:has(input[name="group"][value="male"]) button').tap()
  await phone.getByText('Write a whole number').first().waitFor()
  t.equal(await phone.getByLabel('Male', { exact: true }).inputValue(), 'twelve')
  await phone.getByLabel('Male', { exact: true }).fill('12')
  await phone.locator('form:has(input[name="group"][value="male"]) button').tap()
  await showing(phone, 'male', 12)
  t.equal(counted(house).male, 12)
})

test('the pad fits a phone with one thumb: nothing runs off the side, and each button is large', async (t, house) => {
  const phone = await onPhone(house)
  t.equal(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
  for (const group of ['male', 'female', 'not-asked']) {
    const box = (await button(phone, group).boundingBox())!
    t.ok(box.height >= 64 && box.width >= 100, JSON.stringify(box))
  }
  if (process.env.SHOTS) {
    for (const [name, path] of [
      ['pad', pad(house)],
      ['event', pad(house).replace('/pad', '')],
      ['events', '/desk/events'],
      ['new', '/desk/events/new'],
    ] as const) {
      for (const size of [PHONE, LAPTOP]) {
        await phone.setViewportSize(size)
        await phone.goto(path)
        await phone.screenshot({
          path: `${process.env.SHOTS}/${name}-${size.width}.png`,
          fullPage: true,
        })
      }
    }
  }
})

test('with a keyboard alone: tap, tap, undo, and the keyboard stays where it was; the number that is put right follows', async (t, house) => {
  const laptop = await house.comeIn()
  await signIn(laptop, PEOPLE.coordinator)
  await laptop.goto(pad(house))
  await button(laptop, 'female').focus()
  await laptop.keyboard.press('Enter')
  await laptop.keyboard.press('Space')
  await sent(laptop)
  t.equal(counted(house).female, 26)
  t.ok(await hasFocus(button(laptop, 'female')))
  await laptop.getByRole('button', { name: 'Undo the last tap' }).focus()
  await laptop.keyboard.press('Enter')
  await sent(laptop)
  t.equal(counted(house).female, 25)
  t.ok(await hasFocus(button(laptop, 'female')), 'not lost with the button that is gone')
  await laptop.getByText('Put a number right').first().click()
  t.equal(await laptop.getByLabel('Female', { exact: true }).inputValue(), '25')
  await laptop.getByLabel('Female', { exact: true }).fill('30')
  await laptop.keyboard.press('Enter')
  await showing(laptop, 'female', 30)
  t.equal(counted(house).female, 30)
})
