import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { type House, PEOPLE } from '../../support/browser.ts'
import { goBy, signIn, under } from '../../support/browser/pages.ts'
import { approve, countsOn, pairUnder, publish, resident, saveAndCheck } from './steps.ts'
import { ACTION, ACTION_TOLD, DID, DOING, HEARD, SAID } from './words.ts'

export async function underWay(t: Test, house: House, sergeant: Page) {
  // A week on, the sergeant says where it has got to, on a phone.
  house.pass({ days: 7 })
  await signIn(sergeant, PEOPLE.sergeant)
  await under(sergeant, 'My actions').getByRole('link', { name: ACTION }).click()
  await sergeant.getByRole('radio', { name: 'Under way' }).check()
  await sergeant
    .getByLabel('What happened? One or two sentences')
    .fill('Two officers walk the route on Mondays and Thursdays.')
  await sergeant.getByRole('button', { name: 'Send the update' }).click()
  t.match(
    await sergeant.getByRole('status').innerText(),
    /Saved\. Thank you/,
    'the sergeant has a receipt',
  )
}

export async function newCopy(t: Test, house: House, coordinator: Page, manager: Page) {
  // The board tells of yesterday, so there is a new copy.
  await signIn(coordinator, PEOPLE.coordinator)
  const moved = under(coordinator, 'The board tells of yesterday')
  t.match(
    await moved.getByRole('listitem').filter({ hasText: SAID }).innerText(),
    /board says no answer yet\. It now stands at under way/i,
    'the desk says that the record has moved on (R28)',
  )
  await moved.getByRole('listitem').filter({ hasText: SAID }).getByRole('link').click()
  await saveAndCheck(coordinator, async () => {
    await coordinator
      .getByLabel('We are doing', { exact: true })
      .or(coordinator.getByLabel('No answer yet: what happens next'))
      .fill(DOING)
    await coordinator.getByLabel('Why there is a new copy').selectOption('News: it has moved on')
  })
  t.match(await coordinator.locator('#checks').innerText(), /All passed/)
  await signIn(manager, PEOPLE.manager)
  await approve(manager, SAID)
  await publish(coordinator, SAID)
  const doing = await resident(house)
  t.match(
    await pairUnder(doing, 'We are doing', SAID),
    /We are doing[^]*twice a week/i,
    'a resident reads what is being done',
  )
}

export async function doneAndClosed(t: Test, house: House, coordinator: Page, sergeant: Page) {
  // Done, in the sergeant's words; the table agrees that it is closed.
  house.pass({ days: 25 })
  await signIn(sergeant, PEOPLE.sergeant)
  await under(sergeant, 'My actions').getByRole('link', { name: ACTION }).click()
  await sergeant.getByRole('radio', { name: 'Done' }).check()
  await sergeant
    .getByLabel('What happened? One or two sentences')
    .fill('Officers walked the route every school day in February. The council mended the lamps.')
  await sergeant.getByText('When it happened').click()
  await sergeant.getByLabel('When it was done').fill('February')
  await sergeant.getByRole('button', { name: 'Send the update' }).click()
  await sergeant.getByText('Saved.').waitFor()

  await signIn(coordinator, PEOPLE.coordinator)
  await goBy(coordinator, 'Record', 'Actions')
  await coordinator.getByRole('row').getByRole('link', { name: ACTION }).click()
  await coordinator.getByRole('button', { name: 'Agreed: close it' }).click()
  t.match(
    await coordinator.locator('.trail').innerText(),
    /Closed by the round table/,
    'the table agrees that it is closed (R3)',
  )
}

export async function tellDone(t: Test, coordinator: Page, manager: Page) {
  await coordinator.getByRole('link', { name: 'Desk' }).click()
  await under(coordinator, 'The board tells of yesterday')
    .getByRole('listitem')
    .filter({ hasText: SAID })
    .getByRole('link')
    .click()
  await saveAndCheck(coordinator, async () => {
    await coordinator.locator('#words-did').fill(DID)
    await coordinator.locator('#words-on').fill('February 2022')
    await coordinator.getByLabel('How do you know how well it worked?').selectOption('Told to us')
    await coordinator
      .getByLabel('How well it worked', { exact: true })
      .fill('Parents say that they worry less.')
    await coordinator.getByLabel('Why there is a new copy').selectOption('News: it has moved on')
    await coordinator
      .getByRole('textbox', { name: 'How it happened' })
      .fill(
        'January 2022: Raised at the round table.\nFebruary 2022: Officers walked the school route.',
      )
  })
  t.match(await coordinator.locator('#checks').innerText(), /All passed/)
  await signIn(manager, PEOPLE.manager)
  await approve(manager, SAID)
  await publish(coordinator, SAID)
}

export async function toldAsDone(
  t: Test,
  house: House,
  before: Record<string, number>,
  address: string,
) {
  const did = await resident(house)
  t.match(
    await pairUnder(did, 'What you said, and our answer', SAID),
    /We did[^]*every school day[^]*Did it help\?[^]*worry less[^]*Done\s+February 2022/i,
    'a resident reads what was done, and whether it helped',
  )
  t.same(
    await countsOn(did),
    { ...before, heard: before.heard! + 1, done: before.done! + 1 },
    'it counts once, as done',
  )
  await did
    .getByRole('article', { name: SAID })
    .getByRole('link', { name: 'How it happened' })
    .click()
  t.equal(did.url(), address, 'its address is the same')
  t.match(
    await under(did, 'How it happened').innerText(),
    /January 2022[^]*Raised[^]*February 2022[^]*walked the school route/,
    'its page has the trail',
  )
  t.same(
    (await under(did, 'What we told you, and when').getByRole('listitem').allInnerTexts()).map(
      (line) => line.replace(/\s*\(sample\)/, ''),
    ),
    ['27 January 2022: No answer yet', '3 February 2022: Under way', '28 February 2022: Done'],
    'and what was told, and when',
  )
}

export async function takenDown(
  t: Test,
  {
    house,
    coordinator,
    before,
    address,
  }: { house: House; coordinator: Page; before: Record<string, number>; address: string },
) {
  // It is taken down, with a ground, and none of it is left.
  await coordinator.getByText('Withdraw it from the board').click()
  await coordinator
    .getByLabel('Ground', { exact: true })
    .selectOption('To protect someone’s privacy.')
  await coordinator.getByRole('button', { name: 'Withdraw it' }).click()
  const gone = await resident(house)
  t.same(await countsOn(gone), before, 'the board counts as before')
  const answer = await gone.goto(address)
  t.equal(answer?.status(), 410, 'its address says that it is gone (R15)')
  t.match(
    await gone.getByRole('main').innerText(),
    /taken down on 28 February 2022\. To protect someone’s privacy\./,
    'with the date and the ground',
  )
  const source = await answer!.text()
  for (const words of [SAID, HEARD, DOING, DID, ACTION_TOLD, 'worry less', 'school route'])
    t.notOk(source.includes(words), `none of the old words is there: ${words}`)
}
