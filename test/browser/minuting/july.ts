import { partnershipOf } from '../../../src/sample/partnership.ts'
import { verbsOf } from '../../../src/sample/verbs.ts'
import type { Store } from '../../../src/store/store.ts'
import { PEOPLE } from '../../support/browser.ts'
import { hasFocus, signIn } from '../../support/browser/pages.ts'
import { actionsOfJuly, concernsOfJuly, whoWasThere } from './july-held.ts'
import {
  ABUSE,
  ACTIVITIES,
  ASB,
  CRIME,
  GAP,
  HERE,
  HESITANT,
  JULY,
  KNIFE,
  SAFE,
  SAFER,
  STOPS,
  WOMEN,
} from './july-words.ts'
import { boxOn, countedHands, openMinutes, saved, test } from './set-up.ts'

/**
 * The partnership and its people, and nothing else but a round table of July 2021 that has just
 * been opened.
 */
const openedInJuly = (store: Store): void => {
  const verbs = verbsOf(store, partnershipOf(store))
  verbs.on('2021-07-15T09:55:00.000Z')
  verbs.open(verbs.plan('2021-07', null))
}

test(
  'The whole round table of July 2021 is minuted by the keyboard alone, with hardly a key more than its words',
  async (t, house) => {
    house.pass({ days: -196 })
    const page = await house.comeIn()
    await signIn(page, PEOPLE.coordinator)
    await page.goto('/desk/round-tables/2021-q3')
    await page.locator('#quick-text:focus').waitFor()
    t.ok(await hasFocus(boxOn(page)), 'the keyboard is in the line when the page opens')
    const hands = countedHands(page)
    for (const line of JULY) {
      await hands.type(line)
      await hands.press('Enter')
    }
    await saved(page)

    const content = [
      ...HERE,
      CRIME,
      STOPS,
      ASB,
      WOMEN,
      KNIFE,
      SAFER,
      GAP,
      HESITANT,
      ABUSE,
      SAFE,
      ...ACTIVITIES,
    ].join('').length
    t.comment(
      `July 2021: ${hands.count.keys} keystrokes and ${hands.count.clicks} clicks for ${content} characters of content, ratio ${(hands.count.keys / content).toFixed(3)}; with each Shift as a key of its own ${hands.count.keys + hands.count.shifts}, ratio ${((hands.count.keys + hands.count.shifts) / content).toFixed(3)}`,
    )
    t.ok(
      (hands.count.keys + hands.count.shifts) / content <= 1.25,
      'at most a quarter more keys than there are letters, Shift counted too',
    )
    t.equal(hands.count.clicks, 0, 'and not one click')

    const { store } = house
    const table = store.roundTables.find('2021-q3')!
    const codes = whoWasThere(t, store, table)
    const concerns = concernsOfJuly(t, store, table)
    actionsOfJuly(t, { store, table, codes, concerns })
    t.notMatch(
      await page.getByRole('main').innerText(),
      /family cases/,
      'the family’s matter is nowhere on the screen (R11)',
    )
    await page.goto('/desk/round-tables/2021-q3/minutes')
    const minutes = await page.getByRole('main').innerText()
    t.match(
      minutes,
      /held in private[^]*A family could be identified\./i,
      'the minutes show a numbered gap and its ground (R11)',
    )
    t.notMatch(minutes, /family cases/)
    for (const text of [CRIME, HESITANT, ABUSE, ACTIVITIES[8], ACTIVITIES[4]])
      t.ok(minutes.includes(text), `the minutes are ready: ${text}`)
  },
  { sample: false, prepare: openedInJuly },
)

test(
  'Lines that come too late for minutes that someone finished go back into the box, with the reason, and never to another table (R22, R23)',
  async (t, house) => {
    const page = await house.comeIn()
    await signIn(page, PEOPLE.coordinator)
    await openMinutes(page)
    const table = house.store.roundTables.find('2022-q1')!
    await page.context().setOffline(true)
    for (const line of ['c The lift is broken', 'a Ask the landlord']) {
      await page.keyboard.type(line)
      await page.keyboard.press('Enter')
    }
    await page.locator('#quick-state', { hasText: 'Not saved yet' }).waitFor()
    house.store.roundTables.recordFinish(table.id, {
      personId: house.store.people.findByEmail(PEOPLE.coordinator)!.id,
      at: '2022-01-27T11:00:00.000Z',
    })
    await page.context().setOffline(false)
    for (let i = 0; i < 100 && (await boxOn(page).inputValue()).split('\n').length < 2; i += 1)
      await page.waitForTimeout(100)
    t.same(
      (await boxOn(page).inputValue()).split('\n').toSorted(),
      ['a Ask the landlord', 'c The lift is broken'],
      'both are there to copy',
    )
    t.match(await page.locator('#quick-state').innerText(), /finished/, 'and the bar says why')
    house.store.roundTables.recordOpening(house.store.roundTables.find('2022-q2')!.id, {
      personId: table.id,
      at: '2022-01-27T11:01:00.000Z',
    })
    page.on('dialog', (dialog) => {
      void dialog.accept()
    })
    await page.goto('/desk/round-tables/2022-q2')
    await page.locator('#quick-text').waitFor()
    t.equal(await boxOn(page).inputValue(), '', 'the next table begins with an empty box')
  },
  { expected: /409|ERR_INTERNET_DISCONNECTED|Failed to fetch|404/ },
)
