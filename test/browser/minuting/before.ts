import type { Page } from 'playwright-core'
import type { Locator } from 'playwright-core'
import type { Test } from 'tap'
import { hasFocus, signIn } from '../../support/browser/pages.ts'
import { type Action, statusOf, termsOf } from '../../../src/domain/actions/action.ts'
import { addDays, dayOf } from '../../../src/domain/day.ts'
import { carriedTo } from '../../../src/domain/round-tables/minutes.ts'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import { PEOPLE } from '../../support/browser.ts'
import { boxOn, countedHands, openMinutes, read, saved, test, type CountedHands } from './set-up.ts'
import { inAgendaOrder } from '../../../src/domain/actions/agenda-order.ts'
import type { Store } from '../../../src/store/store.ts'
import type { RoundTable } from '../../../src/domain/round-tables/round-table.ts'

const TODAY = dayOf(SAMPLE_NOW)

test('Actions from before are gone through by the keyboard alone, the late ones first, and earlier minutes stay as they were (R4)', async (t, house) => {
  const page = await house.comeIn()
  await signIn(page, PEOPLE.coordinator)
  const minutesOf = async (slug: string): Promise<string> => {
    await page.goto(`/desk/round-tables/${slug}/minutes`)
    const words = await page.getByRole('main').innerText()
    // The seal is of the whole record at the moment of reading, and no word of the minutes.
    return words.replace(await page.locator('#seal').innerText(), '')
  }
  const before = [await minutesOf('2021-q3'), await minutesOf('2021-q4')]
  await openMinutes(page)
  const { store } = house
  const table = store.roundTables.find('2022-q1')!
  const open = () =>
    inAgendaOrder(
      carriedTo(table, store.actions.listUnfiltered()).filter(
        (each) =>
          each.depth !== 'named' &&
          each.closings.length === 0 &&
          !each.updates.some((update) => update.roundTableId === table.id),
      ),
      TODAY,
      addDays(TODAY, 92),
    )
  const offers = page.locator('.offers').getByRole('button')
  const { type, press } = countedHands(page)

  const agenda = await offeredInOrder(t, open, offers, type)

  const { rest, now } = await oneIsSaid(t, {
    page,
    store,
    table,
    open,
    offers,
    agenda,
    type,
    press,
  })
  await press('Backspace')
  const { closed, couldNot } = await severalAreSaid(t, { page, table, now, rest, type, press })
  await keptToCorrect(t, page, { closed, couldNot })
  t.same(
    [await minutesOf('2021-q3'), await minutesOf('2021-q4')],
    before,
    'not a word of the earlier minutes changed',
  )
  t.match(await minutesOf('2022-q1'), /two schools came to the table/, 'and these have it')
})

async function keptToCorrect(
  t: Test,
  page: Page,
  { closed, couldNot }: Pick<SeveralAreSaid, 'closed' | 'couldNot'>,
) {
  const fixes = page.locator('#added .unread')
  t.same(
    await fixes.locator('textarea[name=text]').evaluateAll((all) => all.map((each) => each.value)),
    [
      `u ${closed.number} under way: once more`,
      'u 9.9 done: there is no such action',
      `u ${couldNot.number} could not`,
    ],
    'what a rule refuses is kept as a note that says why',
  )
  t.match(await fixes.allInnerTexts(), [
    /closed this action/,
    /no open action 9\.9/,
    /why it could not be done/,
  ])
}

async function offeredInOrder(
  t: Test,
  open: () => Action[],
  offers: Locator,
  type: CountedHands['type'],
) {
  await type('u ')
  await offers.first().waitFor()
  const agenda = open()
  const names = await offers.allInnerTexts()
  t.comment(`offered: ${names.join(' | ')}`)
  t.same(
    names.map((each) => each.split(' ')[0]),
    agenda.slice(0, names.length).map((each) => each.number),
    'the open actions are offered in the order of the agenda',
  )
  const isLate = (action: Action): boolean =>
    termsOf(action).by !== null && TODAY.slice(0, termsOf(action).by!.length) > termsOf(action).by!
  const late = agenda.filter(
    (each) => isLate(each) && !['done', 'could-not'].includes(statusOf(each)),
  )
  t.ok(late.length > 0, 'some are late')
  t.same(
    names
      .slice(0, late.length)
      .map((each) => each.split(' ')[0])
      .toSorted(),
    late.map((each) => each.number).toSorted(),
    'the late ones come first',
  )
  return agenda
}

async function oneIsSaid(
  t: Test,
  {
    page,
    store,
    table,
    open,
    offers,
    agenda,
    type,
    press,
  }: {
    page: Page
    store: Store
    table: RoundTable
    open: () => Action[]
    offers: Locator
    agenda: Action[]
  } & Pick<CountedHands, 'type' | 'press'>,
) {
  const first = agenda[0]!
  await press('Tab')
  t.equal(await boxOn(page).inputValue(), `u ${first.number} `, 'Tab takes the first')
  t.ok(await hasFocus(boxOn(page)), 'and the keyboard stays in the line')
  await type('waiting for the caretaker: the hall has to be opened for us')
  await read(page, /Waiting for the caretaker/)
  await press('Enter')
  await saved(page)
  const now = (number: string) =>
    store.actions.listUnfiltered().find((each) => each.number === number)!
  t.match(
    now(first.number).updates.at(-1),
    {
      status: 'waiting',
      waitingFor: 'the caretaker',
      text: 'the hall has to be opened for us',
      roundTableId: table.id,
    },
    'one line is the status, for whom, and the words',
  )

  const rest = open().filter((each) => !termsOf(each).proposed || each.acceptances.length > 0)
  t.notOk(
    rest.some((each) => each.number === first.number),
    'what was spoken of is not offered again',
  )
  await type('u ')
  await offers.first().waitFor()
  t.notOk(
    (await offers.allInnerTexts()).some((each) => each.startsWith(`${first.number} `)),
    'nor on the screen',
  )
  await press('Backspace')
  return { rest, now }
}

async function severalAreSaid(
  t: Test,
  {
    page,
    table,
    now,
    rest,
    type,
    press,
  }: { page: Page; table: RoundTable; now: (number: string) => Action; rest: Action[] } & Pick<
    CountedHands,
    'type' | 'press'
  >,
) {
  const oneOffs = rest.filter(
    (each) =>
      termsOf(each).kind === 'one-off' &&
      statusOf(each) !== 'done' &&
      statusOf(each) !== 'could-not',
  )
  const [closed, couldNot, moved, plain] = oneOffs
  if (!closed || !couldNot || !moved || !plain)
    throw new Error('the sample has too few open actions for this')
  for (const line of [
    `u ${closed.number} done, closed: two schools came to the table`,
    `u ${couldNot.number} could not, because nobody was paid to do it`,
    `u ${moved.number} by May`,
    `u ${plain.number} the letter went out`,
    `u ${closed.number} under way: once more`,
    'u 9.9 done: there is no such action',
    `u ${couldNot.number} could not`,
  ]) {
    await type(line)
    await press('Enter')
  }
  await saved(page)
  t.match(
    now(closed.number),
    {
      updates: { length: closed.updates.length + 1 },
      closings: [{ roundTableId: table.id, reopenedAt: null }],
    },
    'done and closed in one line (R3)',
  )
  t.equal(now(closed.number).updates.at(-1)!.text, 'two schools came to the table')
  t.match(
    now(couldNot.number).updates.at(-1),
    { status: 'could-not', text: 'nobody was paid to do it' },
    'could not, with its reason (R3)',
  )
  t.equal(termsOf(now(moved.number)).by, '2022-05', 'a new month')
  t.equal(
    now(moved.number).updates.length,
    moved.updates.length,
    'and nothing was said that was not typed',
  )
  t.equal(now(plain.number).updates.at(-1)!.text, 'the letter went out')
  return { closed, couldNot }
}

export type SeveralAreSaid = Awaited<ReturnType<typeof severalAreSaid>>
