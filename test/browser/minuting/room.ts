import type { Page } from 'playwright-core'
import { PEOPLE } from '../../support/browser.ts'
import { signIn } from '../../support/browser/pages.ts'
import { test } from './set-up.ts'

const OPEN = '/desk/round-tables/2022-q1'
let boxes = 0
/** A line is written down, from whatever page its writer has open. */
const write = (page: Page, text: string): Promise<unknown> =>
  page.evaluate(
    `fetch('${OPEN}/lines', { method: 'POST', body: new URLSearchParams(${JSON.stringify({
      text,
      key: `a-box-for-the-wall-${boxes++}`,
      last: '',
      seen: '0',
      step: 'save',
    })}) })`,
  )
const over = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollHeight - innerHeight')

test('The wall follows whoever minutes, all of it in view, and by itself without a script too (R20)', async (t, house) => {
  const [minutes, wall] = [await house.comeIn(), await house.comeIn()]
  await signIn(minutes, PEOPLE.coordinator)
  await signIn(wall, PEOPLE.coordinator)
  await wall.goto(`${OPEN}/room`)
  await write(minutes, '# Police report')
  await write(minutes, 'c The stairs have been dark since October !priority')
  for (let i = 1; i <= 9; i += 1)
    await write(
      minutes,
      `a Walk the route ${'with residents and say what can be done '.repeat(3)}${i} @mps +wcc by May`,
    )
  const from = Date.now()
  await write(minutes, 'd The stall is at the library, 9 for, 3 against')
  await wall.getByText('Vote: 9 for, 3 against.').waitFor({ timeout: 5000 })
  t.comment(`on the wall after ${Date.now() - from} ms`)
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await wall.emulateMedia({ colorScheme })
      await wall.setViewportSize({ width, height })
      await wall.waitForTimeout(50)
      t.equal(await over(wall), 0, `${width}, ${colorScheme}: nothing is out of view`)
      const size = Number(
        await wall.evaluate(
          "parseFloat(getComputedStyle(document.querySelector('.room-lines > li:last-child')).fontSize)",
        ),
      )
      t.ok(size >= height / 36, `${width}, ${colorScheme}: large enough, ${size} px`)
    }
  t.equal(
    await wall.locator('.room-lines li').last().innerText(),
    'Decided The stall is at the library. Vote: 9 for, 3 against.',
  )
  const plain = await house.comeIn({
    javaScriptEnabled: false,
    storageState: await minutes.context().storageState(),
  })
  await plain.goto(`${OPEN}/room`)
  await write(minutes, 'd We thank the caretaker')
  await plain.getByText('We thank the caretaker').waitFor({ timeout: 9000 })
  t.pass('and without a script it loads itself again')
})
