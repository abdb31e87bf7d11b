import { isPriority, wordingOf } from '../../../src/domain/concerns/concern.ts'
import { PEOPLE } from '../../support/browser.ts'
import { hasFocus, signIn } from '../../support/browser/pages.ts'
import { boxOn, holds, openMinutes, saved, test } from './set-up.ts'

test('Whoever presses Tab before the offers have come gets the word when they come, whatever was typed in the meantime', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  await openMinutes(page)
  await page.route('**/reading', async (route) => {
    await page.waitForTimeout(600)
    await route.continue().catch(() => {})
  })
  await page.keyboard.type('c The lamp is broken !prio')
  await page.keyboard.press('Tab')
  t.ok(await hasFocus(boxOn(page)), 'Tab waits for the offers')
  await holds(page, /^c The lamp is broken !priority $/)
  await boxOn(page).fill('')

  await page.keyboard.type('c The gate is broken #home')
  await page.keyboard.press('Tab')
  await page.keyboard.type(' and open')
  await holds(page, /^c The gate is broken #[\w-]+ +and open$/)
  t.equal(
    await boxOn(page).evaluate((box) => box.selectionStart === box.value.length),
    true,
    'and the caret stays behind what was typed',
  )
  await boxOn(page).fill('')

  await page.keyboard.type('c The door is broken !prio')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('a Mend the door')
  await page.keyboard.press('Enter')
  await saved(page)
  const door = house.store.concerns.listUnfiltered().at(-1)!
  t.match(
    [wordingOf(door).text, isPriority(door), door.depth],
    ['The door is broken', true, 'table'],
  )
  t.same(
    house.store.actions.listUnfiltered().at(-1)!.concernIds,
    [door.id],
    'and lines stay in order',
  )

  await page.keyboard.type('c Nobody is called @zzz')
  await page.keyboard.press('Tab')
  await page.locator('#quick-form [value=save]:focus').waitFor()
  t.equal(
    await boxOn(page).inputValue(),
    'c Nobody is called @zzz',
    'with nothing to complete, Tab goes on as everywhere',
  )
})
