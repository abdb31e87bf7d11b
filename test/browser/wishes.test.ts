import t from 'tap'
import { termsOf } from '../../src/domain/actions/action.ts'
import { openBrowser, PEOPLE, PHONE } from '../support/browser.ts'
import { events, linkOf } from '../support/browser/links.ts'
import { signIn } from '../support/browser/pages.ts'

const { test } = await openBrowser()
t.setTimeout(180_000)

for (const [how, javaScriptEnabled] of [
  ['as it comes', true],
  ['without JavaScript', false],
] as const) {
  test(`R5, R20, R21: an owner asks for June from the letter, the coordinator sees it, the April table says yes, the minutes say so and the owner hears, ${how}`, async (t, house) => {
    const link = linkOf(house)
    const phone = await house.comeIn({
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
      javaScriptEnabled,
    })
    await phone.goto(link)
    await phone.getByText('Ask for another date').tap()
    await phone.getByLabel('Could it be').fill('June')
    await phone.getByRole('button', { name: 'Ask the table' }).tap()
    await phone.getByRole('link', { name: 'Say why. The table will read it' }).waitFor()
    t.equal(await phone.getByLabel('Could it be').inputValue(), 'June', 'R23: it is still there')
    await phone.getByLabel('Because').fill('The hall is shut until May')
    await phone.getByRole('button', { name: 'Ask the table' }).tap()
    await phone.getByRole('heading', { name: 'Saved. Thank you' }).waitFor()
    t.match(await phone.getByRole('main').innerText(), /You asked for June 2022/)
    t.equal(await phone.evaluate('document.documentElement.scrollWidth <= innerWidth'), true)
    t.equal(termsOf(events(house)).by, '2022-01-14', 'nothing moves')

    const coordinator = await house.comeIn({ javaScriptEnabled })
    await signIn(coordinator, PEOPLE.coordinator)
    await coordinator.goto('/desk')
    t.match(await coordinator.getByRole('main').innerText(), /asked for June 2022/)
    await coordinator.goto('/desk/round-tables/2022-q1/finishing')
    await coordinator.getByRole('button', { name: 'Finish', exact: true }).click()
    await coordinator.waitForURL('**/2022-q1**')
    await coordinator.goto('/desk/round-tables/2022-q1/minutes')
    t.match(await coordinator.getByRole('main').innerText(), /Not answered at this round table/)

    house.pass({ days: 91 })
    await signIn(coordinator, PEOPLE.coordinator)
    await coordinator.goto('/desk/round-tables/2022-q2')
    await coordinator.getByRole('button', { name: /^Open it/ }).click()
    await coordinator.locator('#quick-text').waitFor()
    const row = coordinator.locator(`#carried-${events(house).id}`)
    t.match(await row.innerText(), /asked for June 2022/)
    await row.getByRole('button', { name: /^Yes: June 2022/ }).click()
    await row.getByText('By June 2022').waitFor()
    t.equal(termsOf(events(house)).by, '2022-06')
    await coordinator.goto('/desk/round-tables/2022-q2/minutes')
    t.match(
      await coordinator.getByRole('main').innerText(),
      /asked for June 2022 on 27 January 2022. Why: The hall is shut until May[^]*The round table said yes/,
    )

    const sergeant = await house.comeIn({ viewport: PHONE, javaScriptEnabled })
    await signIn(sergeant, PEOPLE.sergeant)
    t.match(
      await sergeant.getByRole('main').innerText(),
      /The answer to what you asked[^]*round table said\s+yes/,
    )
  })
}
