import type { Locator, Page } from 'playwright-core'
import type { Test } from 'tap'
import { termsOf } from '../../../src/domain/actions/action.ts'
import { wordingOf } from '../../../src/domain/concerns/concern.ts'
import type { Store } from '../../../src/store/store.ts'
import { type House, openBrowser } from '../../support/browser.ts'

export const { test } = await openBrowser()
export const OPEN = '/desk/round-tables/2022-q1'
/** The network is taken away in these tests, and the browser says so. */
export const NO_NETWORK =
  /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_NETWORK|status of 503|answered 503/

export const SECOND = 'second@mosaic.example'
export const secondCoordinator = (store: Store): void => {
  const mosaic = store.organisations.list().find((each) => each.code === 'mosaic')!
  store.people.record(
    {
      name: 'Second minute-taker',
      email: SECOND,
      role: 'coordinator',
      approves: false,
      organisationId: mosaic.id,
    },
    { personId: null, at: '2022-01-27T10:00:00.000Z' },
  )
}

export const LINES = [
  'c The first thing that was said',
  'a Write the second thing down',
  'c The third thing that was said',
  'n The fourth thing is a note',
]

export const arrivedOnce = (t: Test, house: House): void => {
  const { store } = house
  const table = store.roundTables.find('2022-q1')!
  const concerns = store.concerns
    .listUnfiltered(store.roundTables.concernIds(table.id))
    .map((each) => wordingOf(each).text)
  t.same(
    concerns.slice(-2),
    ['The first thing that was said', 'The third thing that was said'],
    'each concern once, in order',
  )
  for (const line of LINES.slice(0, 3)) t.equal(countOf(house, line.slice(2)), 1, `once: ${line}`)
  t.same(
    store.notes.ofTable(table.id).filter((each) => each.text === 'The fourth thing is a note')
      .length,
    1,
    'and the note once',
  )
  const action = store.actions
    .listUnfiltered()
    .find((each) => termsOf(each).text === 'Write the second thing down')!
  t.equal(
    wordingOf(store.concerns.listUnfiltered(action.concernIds)[0]!).text,
    'The first thing that was said',
    'under the concern it was typed after',
  )
}
/**
 * Two hands that count: each key, each Shift that must be held, each click, each page that was
 * loaded.
 */
export const countedHands = (page: Page) => {
  const count = { keys: 0, shifts: 0, clicks: 0, enters: 0, pages: 0 }
  page.on('domcontentloaded', () => {
    count.pages += 1
  })
  const press = async (key: string): Promise<void> => {
    count.keys += 1
    await page.keyboard.press(key)
  }
  return {
    count,
    press,
    type: async (text: string): Promise<void> => {
      count.keys += text.length
      // Once for each run of letters and marks that need it, on a British keyboard.
      count.shifts += text.match(/[A-Z!"£$%^&*()_+{}:@~<>?|]+/g)?.length ?? 0
      await page.keyboard.type(text)
    },
    enter: async (): Promise<void> => {
      count.enters += 1
      await press('Enter')
    },
    /** A click into the field, and its words. */
    fill: async (field: Locator, text: string): Promise<void> => {
      count.clicks += 1
      await field.fill(text)
    },
    click: async (there: Locator): Promise<void> => {
      count.clicks += 1
      await there.click()
    },
  }
}

export const boxOn = (page: Page): Locator => page.locator('#quick-text')

/** All that was sent has arrived. */
/**
 * Every line is on disk: the tab holds none of them any more, since what it says may still be said
 * of the line before.
 */
export const saved = async (page: Page): Promise<void> => {
  while (
    await page.evaluate(
      'Object.keys(sessionStorage).some((key) => key.endsWith(location.pathname))',
    )
  )
    await page.waitForTimeout(20)
  await page.locator('#quick-state', { hasText: /^Saved \d/ }).waitFor()
}

/** The minutes that are open, with the keyboard in the line. */
export const openMinutes = async (page: Page): Promise<void> => {
  await page.goto(OPEN)
  await page.locator('#quick-text:focus').waitFor()
}

export const read = async (page: Page, words: RegExp): Promise<void> => {
  await page.locator('#quick-reading', { hasText: words }).waitFor()
}

/** How many concerns and actions have these words. */
export const countOf = ({ store }: House, text: string): number =>
  store.concerns.listUnfiltered().filter((each) => wordingOf(each).text === text).length +
  store.actions.listUnfiltered().filter((each) => termsOf(each).text === text).length

/** The box holds these words, or will in a moment. */
export const holds = async (page: Page, words: RegExp): Promise<void> => {
  for (let i = 0; i < 100 && !words.test(await boxOn(page).inputValue()); i += 1)
    await page.waitForTimeout(50)
  if (!words.test(await boxOn(page).inputValue()))
    throw new Error(`The box holds “${await boxOn(page).inputValue()}”`)
}

export type CountedHands = ReturnType<typeof countedHands>
