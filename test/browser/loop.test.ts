import { hasFocus, signIn, under } from '../support/browser/pages.ts'
import type { Page } from 'playwright-core'
import { openBrowser, PEOPLE, PHONE, type House } from '../support/browser.ts'

const { test } = await openBrowser()

const CONCERN = 'It is dark and scary on the way home from school, and nobody looks out for us.'
const ACTION = 'Walk the school route with officers when school ends.'
const SAID = 'The way home from school is dark. Young people do not feel safe on it.'
const HEARD =
  'We heard this at the round table. The police will walk the school route. Nobody has started yet.'
const DOING = 'Ward officers walk the school route twice a week, when school ends.'
const DID =
  'Ward officers walked the school route every school day in February. The broken lamps were mended.'
const ACTION_TOLD = 'Officers on the school route when school ends'

for (const scripts of [true, false]) {
  test(`One concern goes from a sentence in the room to the board and back off it, ${scripts ? 'with scripts' : 'without a line of script (R20)'}`, async (t, house) => {
    const coordinator = await house.comeIn({ javaScriptEnabled: scripts })
    const manager = await house.comeIn({ javaScriptEnabled: scripts })
    const sergeant = await house.comeIn({
      javaScriptEnabled: scripts,
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
    })
    const before = await countsOn(await resident(house))

    // The minute-taker goes on with the round table that is open, and says that the police have
    // come.
    await signIn(coordinator, PEOPLE.coordinator)
    await coordinator.getByRole('link', { name: 'Go on with the minutes' }).click()
    await coordinator.waitForURL('**/desk/round-tables/2022-q1')
    await coordinator.evaluate(() => {
      Object.assign(globalThis, { mark: 'here' })
    })
    const here = coordinator.locator('#attendance')
    t.match(
      await here.getByRole('alert').innerText(),
      /No one from the police is here/,
      'the missing police are named (R6)',
    )
    await here.getByLabel('Ward sergeant, Church Street').selectOption('Present')
    if (!scripts) await here.getByRole('button', { name: 'Save who is here' }).click()
    await here.getByRole('alert').waitFor({ state: 'detached' })
    t.match(
      await here.getByRole('group', { name: /^Metropolitan Police Service/ }).innerText(),
      /1 here/,
      'the police are at the table',
    )

    // What residents said, in their words; it comes first; the police agree to act.
    const adding = coordinator.locator('#new-concern')
    await adding.getByLabel('Add a concern, in residents’ words').fill(CONCERN)
    await adding.locator('summary').filter({ hasText: 'Theme' }).click()
    await adding.getByLabel('Theme', { exact: true }).selectOption('Young people')
    await adding.getByRole('button', { name: 'Add the concern' }).click()
    const item = coordinator.getByRole('article', { name: CONCERN })
    await item.waitFor()
    const next = item.getByLabel('Next action')
    t.ok(await hasFocus(next), 'after the concern, the keyboard is in its next action')
    await item.getByLabel('A priority now').check()
    if (!scripts) await item.getByRole('button', { name: /^Save whether/ }).click()
    if (scripts) await item.getByText(/^Saved \d/).waitFor()
    t.ok(await item.getByLabel('A priority now').isChecked(), 'the priority is kept')
    await next.fill(ACTION)
    await item.getByLabel('Who leads').selectOption('Metropolitan Police Service')
    await item.getByLabel('By, like 28/4 or April').fill('March')
    await next.press('Enter')
    await item.getByText(ACTION).waitFor()
    t.match(
      await item.getByRole('listitem').innerText(),
      /Metropolitan Police Service\. By March 2022\./,
      'the action says who and by when',
    )
    t.notMatch(await item.innerText(), /Not yet accepted/, 'the police are here, so it is agreed')
    t.equal(await next.inputValue(), '', 'the next action is empty again')
    t.ok(await hasFocus(next), 'and the keyboard is in it')
    t.equal(
      await coordinator.evaluate(() => 'mark' in globalThis),
      scripts,
      'with scripts the page is never left; without, each save is a page',
    )

    // The entry begins with "heard".
    await item.getByRole('link', { name: /^Change item/ }).click()
    t.match(
      await coordinator.locator('dl.facts').first().innerText(),
      /Young people[^]*Priority\s+Yes/,
      'the concern has its theme and is a priority',
    )
    await coordinator.getByRole('button', { name: 'Write the entry' }).click()
    t.match(
      await coordinator.locator('#checks').innerText(),
      /Write what residents said/,
      'the empty entry says what it lacks',
    )
    await coordinator.getByLabel('You said').fill(SAID)
    await coordinator.getByLabel('No answer yet: what happens next').fill(HEARD)
    await coordinator.getByLabel(/, in public words$/).fill(ACTION_TOLD)
    await saveAndCheck(coordinator)
    t.match(
      await coordinator.locator('#checks').innerText(),
      /All passed/,
      'the checks are read and pass',
    )
    t.match(
      await under(coordinator, 'As the public will see it').innerText(),
      /No answer yet[^]*walk the school route/i,
      'the writer sees it as the public will',
    )
    t.equal(
      await coordinator.getByRole('button', { name: /Approve these words/ }).count(),
      0,
      'the writer cannot approve their own words (R13)',
    )

    await approve(manager, SAID)
    await publish(coordinator, SAID)

    const heard = await resident(house)
    t.match(
      await pairUnder(heard, 'No answer yet', SAID),
      /No answer yet[^]*Nobody has started yet[^]*By\s+March 2022/i,
      'a resident reads that it was heard, and the date',
    )
    t.same(
      await countsOn(heard),
      { ...before, heard: before.heard! + 1, 'no answer yet': before['no answer yet']! + 1 },
      'and it counts once, as heard and as unanswered',
    )
    await heard
      .getByRole('article', { name: SAID })
      .getByRole('link', { name: 'Where it stands' })
      .click()
    t.match(
      await under(heard, 'Who, and by when').innerText(),
      /The police\.? By March 2022[^]*Not started/i,
      'its own page says who, by when, and that it is not started',
    )
    const address = heard.url()

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
    await coordinator.getByRole('link', { name: 'Actions' }).click()
    await coordinator.getByRole('row').getByRole('link', { name: ACTION }).click()
    await coordinator.getByRole('button', { name: 'Agreed: close it' }).click()
    t.match(
      await coordinator.locator('.trail').innerText(),
      /Closed by the round table/,
      'the table agrees that it is closed (R3)',
    )

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
      await under(did, 'What we told you, and when').getByRole('listitem').allInnerTexts(),
      ['27 January 2022: No answer yet', '3 February 2022: Under way', '28 February 2022: Done'],
      'and what was told, and when',
    )

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
  })
}

/** A resident with an old phone that knows nothing of us: no script, nothing kept. */
const resident = async (house: House): Promise<Page> => {
  const page = await house.comeIn({ javaScriptEnabled: false, viewport: PHONE })
  await page.goto('/')
  return page
}

/** The numbers at the top of the board, by their words. */
const countsOn = async (page: Page): Promise<Record<string, number>> => {
  const lines = await page.locator('.counts a').allInnerTexts()
  return Object.fromEntries(
    lines.map((line) => {
      const [, number, words] = /^(\d+)\s+(.*)$/s.exec(line.trim())!
      return [words!.replace(/^concerns? /, ''), Number(number)]
    }),
  )
}

const pairUnder = (page: Page, heading: string, said: string): Promise<string> =>
  under(page, heading).getByRole('article', { name: said }).innerText()

const saveAndCheck = async (
  page: Page,
  write: () => Promise<unknown> = async () => {},
): Promise<void> => {
  await write()
  await page.getByRole('button', { name: 'Save and check' }).click()
  // With scripts the page is not left, and the keyboard goes to the checks; without, the address
  // does.
  await Promise.any([
    page.waitForURL('**/desk/entries/*#checks'),
    page.locator('#checks-title:focus').waitFor(),
  ])
}

const approve = async (page: Page, said: string): Promise<void> => {
  if (page.url() === 'about:blank') await signIn(page, PEOPLE.manager)
  await under(page, 'Ready for you to read and approve')
    .getByRole('listitem')
    .filter({ hasText: said })
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: 'I have read it. Approve these words' }).click()
  await page.getByText('Change one letter and it has to be approved again').waitFor()
}

const publish = async (page: Page, said: string): Promise<void> => {
  await page.getByRole('link', { name: 'Desk' }).click()
  await under(page, 'Approved, ready to publish')
    .getByRole('listitem')
    .filter({ hasText: said })
    .getByRole('link')
    .click()
  await page.getByRole('button', { name: 'Publish on the board' }).click()
  await page.getByText('These words are public.').waitFor()
}
