import type { Locator } from 'playwright-core'
import type { Test } from 'tap'
import { under } from '../../support/browser/pages.ts'
import type { Page } from 'playwright-core'
import { statusOf, termsOf } from '../../../src/domain/actions/action.ts'
import { partnershipOf } from '../../../src/sample/partnership.ts'
import { PEOPLE, type House } from '../../support/browser.ts'
import { boxOn, countedHands, saved, test } from './set-up.ts'

const COURT = 'The courtyard is dark at night.'
const COURT_SAID = 'The courtyard behind our homes is dark at night. People are afraid to cross it.'
const COURT_DID = 'The council counted the broken lamps. It will mend them by March.'

test(
  'A small round table goes from the plan to the board in few pages and few clicks',
  async (t, house) => {
    const coordinator = await house.comeIn()
    const manager = await house.comeIn()
    const hands = { coordinator: countedHands(coordinator), manager: countedHands(manager) }
    const steps: string[] = []
    let [pagesSoFar, clicksSoFar] = [0, 0]
    const step = (name: string): void => {
      const [pages, clicks] = [
        hands.coordinator.count.pages + hands.manager.count.pages,
        hands.coordinator.count.clicks + hands.manager.count.clicks,
      ]
      steps.push(`${name}: ${pages - pagesSoFar} pages, ${clicks - clicksSoFar} clicks`)
      ;[pagesSoFar, clicksSoFar] = [pages, clicks]
    }
    const comeIn = async (page: Page, { fill, enter }: Hands, email: string): Promise<void> => {
      await page.goto('/sign-in')
      await fill(page.getByLabel('Your work email'), email)
      await enter()
      const code = await page.locator('.code').innerText()
      await fill(page.getByLabel('Code', { exact: true }), code)
      await enter()
      await page.waitForURL('**/desk')
    }
    const { click, fill, enter, type, press } = hands.coordinator
    await comeIn(coordinator, hands.coordinator, PEOPLE.coordinator)
    step('the coordinator signs in')
    await plannedAndMinuted(t, { house, coordinator, step, click, type, press })

    await entryDrafted(t, { coordinator, step, click, fill, enter })

    await approvedByTheOther({ manager, hands, step, comeIn })

    await coordinator.reload()
    await click(coordinator.getByRole('button', { name: 'Publish on the board' }))
    await coordinator.getByText('These words are public.').waitFor()
    step('published')
    const resident = await house.comeIn({ javaScriptEnabled: false })
    await resident.goto('/')
    t.match(
      await resident.getByRole('main').innerText(),
      /The courtyard behind our homes is dark at night/,
      'residents read it',
    )

    const [pages, clicks] = [
      hands.coordinator.count.pages + hands.manager.count.pages,
      hands.coordinator.count.clicks + hands.manager.count.clicks,
    ]
    t.comment(
      `the small round table: ${pages} page loads, ${clicks} clicks, ${hands.coordinator.count.enters + hands.manager.count.enters} forms sent with Enter (${steps.join('; ')})`,
    )
    t.ok(pages <= 8, 'at most 8 pages')
    t.ok(clicks <= 18, 'at most 18 clicks, with one for each field that is filled')
  },
  {
    sample: false,
    prepare: (store) => {
      partnershipOf(store)
    },
  },
)

async function plannedAndMinuted(
  t: Test,
  {
    house,
    coordinator,
    step,
    click,
    type,
    press,
  }: {
    house: House
    coordinator: Page
    step: (name: string) => void
    click: (there: Locator) => Promise<void>
    type: (text: string) => Promise<void>
    press: (key: string) => Promise<void>
  },
) {
  await click(coordinator.getByRole('button', { name: 'Begin a round table now' }))
  await boxOn(coordinator).waitFor()
  step('planned and opened')
  for (const line of [
    'h @coord, @sergeant, @youth, 5 residents',
    `c ${COURT} !priority`,
    'a Count the broken lamps @wcc by Feb',
    'a Mend the lamps @wcc by March',
    'a Walk the courtyard twice a week @sergeant by Feb',
    'c Young men are stopped without being told why.',
    'a Hold a workshop on rights @mosaic +mps by April',
    'c People do not know whom to call.',
    'a Print a card with the numbers @mosaic by Feb',
    'u 1.1 done: eleven lamps are broken',
  ]) {
    await type(line)
    await press('Enter')
  }
  await saved(coordinator)
  step('minuted')
  t.match(
    [
      house.store.concerns.listUnfiltered().length,
      house.store.actions
        .listUnfiltered()
        .map((each) => [termsOf(each).leadId !== null, statusOf(each)]),
    ],
    [
      3,
      [
        [true, 'done'],
        [true, 'not-started'],
        [true, 'not-started'],
        [true, 'not-started'],
        [true, 'not-started'],
      ],
    ],
    'three concerns, five actions with an owner, one update',
  )
}

async function entryDrafted(
  t: Test,
  {
    coordinator,
    step,
    click,
    fill,
    enter,
  }: {
    coordinator: Page
    step: (name: string) => void
    click: (there: Locator) => Promise<void>
    fill: (field: Locator, text: string) => Promise<void>
    enter: () => Promise<void>
  },
) {
  const item = coordinator.getByRole('article', { name: COURT })
  await click(item.getByRole('link', { name: /^Change item/ }))
  await click(item.getByRole('button', { name: /^Tell residents about it/ }))
  await coordinator.getByLabel('You said').waitFor()
  await fill(coordinator.getByLabel('You said'), COURT_SAID)
  await fill(coordinator.locator('#words-did'), COURT_DID)
  for (const told of await coordinator.getByLabel(/, in public words$/).all())
    await fill(told, 'Look after the lamps and the courtyard')
  await enter()
  await coordinator.locator('#checks-title:focus').waitFor()
  t.match(await coordinator.locator('#checks').innerText(), /All passed/, 'the checks pass')
  step('the entry drafted')
}

async function approvedByTheOther({
  manager,
  hands,
  step,
  comeIn,
}: {
  manager: Page
  hands: Record<'coordinator' | 'manager', Hands>
  step: (name: string) => void
  comeIn: (page: Page, { fill, enter }: Hands, email: string) => Promise<void>
}) {
  await comeIn(manager, hands.manager, PEOPLE.manager)
  step('the approver signs in')
  await hands.manager.click(
    under(manager, 'Ready for you to read and approve').getByRole('link').first(),
  )
  await hands.manager.click(
    manager.getByRole('button', { name: 'I have read it. Approve these words' }),
  )
  await manager.getByText('Change one letter and it has to be approved again').waitFor()
  step('approved')
}

type Hands = ReturnType<typeof countedHands>
