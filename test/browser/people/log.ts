import type { Page } from 'playwright-core'
import { PEOPLE, PHONE } from '../../support/browser.ts'
import { goBy, signIn } from '../../support/browser/pages.ts'
import { test } from './set-up.ts'

const FAMILY = 'Any specific family cases to be supported by the partnership.'

test('A family case is opened from the log by those on its list alone, and each look is written down (R11)', async (t, house) => {
  const coordinator = await house.comeIn()
  await signIn(coordinator, PEOPLE.coordinator)
  const address = await openFamilyCase(coordinator)
  t.match(
    await coordinator.getByRole('main').innerText(),
    /Held in private\. A family could be identified\. Only Coordinator, Mosaic and Ward sergeant, police can open this\. This look is written down\./,
    'the page says who can open it',
  )
  const number = new URL(address).pathname.split('/').at(-1)!
  await goBy(coordinator, 'People', 'Journal')
  t.ok(
    (await looks(coordinator)).includes(`Coordinator, Mosaic looked at action ${number}`),
    'the journal has the look',
  )
  t.notMatch(
    await coordinator.getByRole('main').innerText(),
    /family/i,
    'and not a word of the matter',
  )

  const sergeant = await house.comeIn({ viewport: PHONE })
  await signIn(sergeant, PEOPLE.sergeant)
  t.equal((await sergeant.goto(address))?.status(), 200, 'the sergeant is on its list')
  for (const who of [PEOPLE.manager, PEOPLE.officer, PEOPLE.observer]) {
    const page = await house.comeIn()
    await signIn(page, who)
    const answer = await page.goto(address)
    t.equal(answer?.status(), 404, `${who} finds nothing there`)
    t.notMatch(await answer!.text(), /famil/i, `and no word of it (${who})`)
    for (const list of ['/desk', '/desk/actions', '/desk/round-tables/2021-q3']) {
      await page.goto(list)
      t.notMatch(
        await page.content(),
        new RegExp(`${FAMILY}|href="${new URL(address).pathname}"`),
        `nor on ${list} (${who})`,
      )
    }
  }
  const stranger = await house.comeIn()
  await stranger.goto(address)
  t.match(stranger.url(), /\/sign-in$/, 'someone who has not signed in is asked to')

  await coordinator.reload()
  t.ok(
    (await looks(coordinator)).includes(`Ward sergeant, police looked at action ${number}`),
    'the journal has the second look',
  )
  t.equal(
    (await looks(coordinator)).filter((line) => line.endsWith(`looked at action ${number}`)).length,
    2,
    'and no more than the two',
  )
})

/**
 * The coordinator goes through what the log says is held in private, until it is the family case.
 */
const openFamilyCase = async (page: Page): Promise<string> => {
  await goBy(page, 'Record', 'Actions')
  const held = page.getByRole('row').getByRole('link', { name: 'Held in private' })
  const addresses = await held.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')),
  )
  for (const address of addresses) {
    await page.locator(`a[href="${address}"]`).first().click()
    if ((await page.getByRole('heading', { name: FAMILY }).count()) > 0) return page.url()
    await page.goBack()
  }
  throw new Error('the log does not lead to the family case')
}

const looks = async (page: Page): Promise<string[]> => {
  const rows = await page.getByRole('row').filter({ hasText: 'looked at' }).all()
  return Promise.all(
    rows.map(async (row) => {
      const what = row.locator('td').last()
      const text = await what.innerText()
      // What its reader may open is a link with its name; the number is in its address.
      const link = what.getByRole('link')
      const number =
        (await link.count()) > 0 && (await link.getAttribute('href'))!.split('/').at(-1)
      const said = number ? text.replace(/(looked at \w+)[^]*/, `$1 ${number}`) : text
      return `${await row.getByRole('rowheader').innerText()} ${said}`
    }),
  )
}
