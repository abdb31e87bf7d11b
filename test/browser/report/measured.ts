import type { Page } from 'playwright-core'
import { PHONE, type House } from '../../support/browser.ts'
import { linkFor, test } from './set-up.ts'

const TIMES = 5
const WORDS = 'The day was held, and 40 families came'

/** A letter as it was sent: its HTML part, in a mail program on a phone. */
const letterOf = async (house: House, phone: Page): Promise<string> => {
  const link = linkFor(house)
  house.pass({ days: 61 })
  await phone.goto(link)
  await phone.getByRole('button', { name: 'Send me a new link' }).tap()
  await phone.getByRole('heading', { name: 'Look in your email' }).waitFor()
  return house.letters.at(-1)!.html!
}

test(
  'R21: from opening the letter to the receipt: four taps and a few seconds, the median of several',
  async (t, house) => {
    const seconds: number[] = []
    let taps = 0
    const phone = await house.comeIn({ viewport: PHONE, hasTouch: true, isMobile: true })
    const letter = await letterOf(house, phone)
    for (let i = 0; i < TIMES; i++) {
      taps = 0
      const tap = async (target: { tap: () => Promise<void> }): Promise<void> => {
        taps += 1
        await target.tap()
      }
      await phone.goto('about:blank')
      await phone.setContent(letter)
      const from = Date.now()
      await tap(phone.locator('a[href*="/report/"]').first())
      await tap(phone.locator('#status').getByText('Done'))
      await tap(phone.getByLabel('What happened? One line'))
      await phone.keyboard.type(WORDS, { delay: 10 })
      await tap(phone.getByRole('button', { name: 'Send' }))
      await phone.getByRole('heading', { name: 'Saved. Thank you' }).waitFor()
      seconds.push((Date.now() - from) / 1000)
    }
    const median = seconds.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)]!
    t.comment(
      `${taps} taps and ${median.toFixed(1)} seconds (median of ${TIMES}) from the letter to the receipt, typing ${WORDS.length} letters`,
    )
    t.equal(taps, 4)
    t.ok(median < 10)
  },
  { expected: /410/ },
)
