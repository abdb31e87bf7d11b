import { signIn, under } from '../../support/browser/pages.ts'
import { PEOPLE } from '../../support/browser.ts'
import { check, pages, test } from './set-up.ts'

test('What would stand in someone’s way is seen when it is there', async (t, house) => {
  const page = await house.comeIn()
  const wrong: string[] = []
  await page.goto('/')
  await page.locator('html').evaluate((html) => {
    html.removeAttribute('lang')
    html.querySelector('.lede').style.cssText = 'color: #777; font-size: 1rem; width: 50rem'
    html.querySelector('.counts').style.cssText = 'width: 50rem'
    html.querySelector('.skip').setAttribute('href', '#nowhere')
  })
  await check(page, 'a bad page', wrong)
  for (const fault of [
    /html-has-lang/,
    /light\): color-contrast/,
    /dark\): color-contrast/,
    /\(320\): scrolls sideways/,
    /#nowhere, which is not there/,
  ])
    t.ok(
      wrong.some((line) => fault.test(line)),
      `${fault} is seen`,
    )
  pages.states -= 1
})

test('Taking an entry down is within reach of everyone, and so is what stands in its place', async (t, house) => {
  const wrong: string[] = []
  const coordinator = await house.comeIn()
  await signIn(coordinator, PEOPLE.coordinator)
  await coordinator.goto('/desk/entries')
  await coordinator
    .getByRole('link', { name: 'We want safer neighbourhoods.', exact: true })
    .click()
  const public_ = await coordinator
    .getByRole('link', { name: 'See them on the board' })
    .getAttribute('href')
  await coordinator.getByText('Withdraw it from the board').click()
  await coordinator.getByRole('button', { name: 'Withdraw it' }).click()
  await check(coordinator, 'a withdrawal without a ground', wrong)
  await coordinator.getByLabel('Ground', { exact: true }).selectOption('It was wrong.')
  await coordinator.getByRole('button', { name: 'Withdraw it' }).click()
  await check(coordinator, 'an entry that was withdrawn, on the desk', wrong)
  const resident = await house.comeIn()
  t.equal((await resident.goto(public_!))?.status(), 410)
  await check(resident, 'an entry that was withdrawn', wrong)
  t.same(wrong, [], 'nothing stands in anyone’s way')
})

test(
  'A house with nothing in it yet is within reach, and says where to begin',
  async (t, house) => {
    const page = await house.comeIn()
    const wrong: string[] = []
    await page.goto('/')
    t.match(
      await page.getByRole('main').innerText(),
      /Nothing here yet/,
      'residents read that nothing is here yet',
    )
    await signIn(page, PEOPLE.coordinator)
    const first = under(page, 'Start here')
    t.match(await first.innerText(), /The organisations at your table/, 'the desk has a first step')
    t.equal(await first.getByRole('link').count(), 6)
    for (const path of [
      '/desk',
      '/desk/round-tables',
      '/desk/sessions',
      '/desk/bringing-in',
      '/desk/concerns',
      '/desk/actions',
      '/desk/entries',
      '/desk/people',
      '/desk/settings',
      '/desk/journal',
    ]) {
      await page.goto(path)
      await check(page, `${path}, empty`, wrong)
    }
    t.same(wrong, [], 'nothing stands in anyone’s way')
  },
  {
    sample: false,
    prepare: (store) => {
      const by = { personId: null, at: '2022-01-27T10:00:00.000Z' }
      const organisationId = store.organisations.record(
        { code: 'mosaic', name: 'Mosaic Community Trust', publicName: 'Mosaic', expected: true },
        by,
      )
      store.people.record(
        {
          name: 'Coordinator',
          email: PEOPLE.coordinator,
          role: 'coordinator',
          approves: false,
          organisationId,
        },
        by,
      )
    },
  },
)
