import { hasFocus, signIn } from '../support/browser/pages.ts'
import t from 'tap'
import { termsOf } from '../../src/domain/actions/action.ts'
import { must } from '../../src/sample/must.ts'
import { SAMPLE_NOW } from '../../src/sample/sample.ts'
import type { Store } from '../../src/store/store.ts'
import { openBrowser, PEOPLE, PHONE } from '../support/browser.ts'
import { agree } from '../../src/domain/actions/agreement.ts'

const { test } = await openBrowser()
t.setTimeout(180_000)

/** Three more for the sergeant's seat, as before a meeting. */
const TEXTS = [
  'Walk the estate after school',
  'Write to the head teachers',
  'Mend the lamps in the yard',
]
const prepare = (store: Store): void => {
  const [sergeant, coordinator] = [PEOPLE.sergeant, PEOPLE.coordinator].map((email) =>
    store.people.findByEmail(email)!,
  )
  const seat = store.organisations
    .seats()
    .find((each) => each.holders.some((held) => held.personId === sergeant!.id))!
  for (const text of TEXTS) {
    store.actions.record(
      must(
        agree(
          {
            text,
            kind: 'one-off',
            leadId: seat.organisationId,
            seatId: seat.id,
            helperIds: [],
            by: null,
          },
          () => true,
        ),
      ),
      { roundTableId: null, concernIds: [], depth: 'table', ground: null, list: [] },
      { personId: coordinator!.id, at: SAMPLE_NOW },
    )
  }
}
const said = (store: Store) =>
  TEXTS.map((text) =>
    store.actions
      .listUnfiltered()
      .find((each) => termsOf(each).text === text)!
      .updates.at(-1)!,
  )
const HAND = { viewport: PHONE, hasTouch: true, isMobile: true }

for (const [how, javaScriptEnabled] of [
  ['as it comes', true],
  ['without JavaScript', false],
] as const) {
  test(
    `R20: before a meeting, three actions are said on a phone in one go, ${how}: four taps for each at most, and one to send`,
    async (t, house) => {
      const phone = await house.comeIn({ ...HAND, javaScriptEnabled })
      await signIn(phone, PEOPLE.sergeant)
      await phone.goto('/desk/mine')
      const from = Date.now()
      let taps = 0
      const tap = async (target: { tap: () => Promise<void> }): Promise<void> => {
        taps += 1
        await target.tap()
      }
      for (const [i, [status, words]] of (
        [
          ['under-way', 'Twice this week'],
          ['done', 'All nine have it'],
          ['waiting', ''],
        ] as const
      ).entries()) {
        const line = phone.locator('.mine > li').filter({ hasText: TEXTS[i]! })
        await tap(line.locator('summary'))
        t.notOk(await line.getByLabel('Waiting for whom').isVisible(), 'asked only of who waits')
        // The list of a phone opens with one tap and closes with another.
        taps += 2
        await line.getByLabel('Now').selectOption(status)
        if (status === 'waiting') {
          await tap(line.getByLabel('Waiting for whom'))
          await phone.keyboard.type('the council', { delay: 10 })
        } else {
          await tap(line.getByLabel('What happened? One line'))
          await phone.keyboard.type(words, { delay: 10 })
        }
      }
      t.equal(
        await phone.evaluate('document.documentElement.scrollWidth <= innerWidth'),
        true,
        'nothing runs off the side',
      )
      await tap(phone.getByRole('button', { name: 'Send all that I filled in' }))
      await phone.getByRole('status').getByText('3 updates').waitFor()
      const seconds = (Date.now() - from) / 1000
      t.comment(
        `${how}: ${taps} taps and ${seconds.toFixed(1)} seconds for three updates, typing 42 letters`,
      )
      t.ok(taps <= 13)
      t.ok(seconds < 30)
      t.match(said(house.store), [
        { status: 'under-way', text: 'Twice this week' },
        { status: 'done', text: 'All nine have it' },
        { status: 'waiting', waitingFor: 'the council' },
      ])
    },
    { prepare },
  )
}

test(
  'each line is as tall as a thumb and no taller than it must be: three are in sight at once on a phone',
  async (t, house) => {
    const phone = await house.comeIn(HAND)
    await signIn(phone, PEOPLE.sergeant)
    await phone.goto('/desk/mine')
    const lines = phone.locator('.mine').first().locator('> li')
    const heights = await lines.evaluateAll(
      (all: { getBoundingClientRect: () => { height: number } }[]) =>
        all.map((each) => Math.round(each.getBoundingClientRect().height)),
    )
    t.comment(`lines of ${heights.join(', ')} px`)
    t.ok(heights.slice(-3).reduce((sum, each) => sum + each, 0) < PHONE.height / 2)
    for (const summary of await phone.locator('.mine summary').all())
      t.ok((await summary.boundingBox())!.height >= 44)
    for (const link of await phone.locator('.mine h3 a').all())
      t.ok((await link.boundingBox())!.height >= 19)
  },
  { prepare },
)

test(
  'R23: with the keyboard alone: open, choose, send, be led to what is wrong, put it right, with all the rest still there',
  async (t, house) => {
    const laptop = await house.comeIn()
    await signIn(laptop, PEOPLE.sergeant)
    await laptop.goto('/desk/mine')
    const line = (i: number) => laptop.locator('.mine > li').filter({ hasText: TEXTS[i]! })
    const press = async (key: string, times = 1): Promise<void> => {
      for (let i = 0; i < times; i++) await laptop.keyboard.press(key)
    }
    await line(0).locator('summary').focus()
    await press('Enter')
    await press('Tab')
    t.ok(await hasFocus(line(0).getByLabel('Now')))
    await laptop.keyboard.type('Und')
    t.equal(await line(0).getByLabel('Now').inputValue(), 'under-way')
    await press('Tab')
    t.ok(
      await hasFocus(line(0).getByLabel('What happened? One line')),
      'what is hidden is not stopped at',
    )
    await laptop.keyboard.type('Twice this week')
    // The way to say it with photos, the next line's title, and its "Say where it stands".
    await press('Tab', 3)
    t.ok(await hasFocus(line(1).locator('summary')))
    await press('Space')
    await press('Tab')
    await laptop.keyboard.type('Could')
    await press('Tab')
    await press('Enter')
    await laptop.getByRole('heading', { name: 'There is a problem' }).waitFor()
    const problem = laptop.getByRole('link', { name: /say why it could not be done/ })
    await problem.focus()
    await press('Enter')
    const field = line(1).getByLabel('What happened? One line')
    t.ok(await hasFocus(field))
    t.ok(await field.isVisible())
    t.equal(await line(0).getByLabel('What happened? One line').inputValue(), 'Twice this week')
    t.equal(await line(0).getByLabel('Now').inputValue(), 'under-way')
    await laptop.keyboard.type('They are on holiday')
    await press('Enter')
    await laptop.getByRole('status').getByText('2 updates').waitFor()
    t.match(said(house.store).slice(0, 2), [
      { status: 'under-way', text: 'Twice this week' },
      { status: 'could-not', text: 'They are on holiday' },
    ])
  },
  { prepare },
)

test(
  'R23: what a colleague closed meanwhile: the refusal leads to my words, which stand at the top of the page',
  async (t, house) => {
    const phone = await house.comeIn(HAND)
    await signIn(phone, PEOPLE.sergeant)
    await phone.goto('/desk/mine')
    const line = phone.locator('.mine > li').filter({ hasText: TEXTS[0]! })
    await line.locator('summary').tap()
    await line.getByLabel('Now').selectOption('under-way')
    await line.getByLabel('What happened? One line').fill('Twice this week')
    const { actionId } = said(house.store)[0] as unknown as { actionId: number }
    const by = { personId: house.store.people.findByEmail(PEOPLE.coordinator)!.id, at: SAMPLE_NOW }
    house.store.actions.recordClosing(actionId, null, by)
    await phone.getByRole('button', { name: 'Send all that I filled in' }).tap()
    await phone.getByRole('link', { name: /the round table has closed this action/ }).tap()
    const kept = phone.getByText('“Under way: Twice this week”')
    t.ok(await hasFocus(kept))
    t.ok((await kept.boundingBox())!.y < PHONE.height)
  },
  { prepare },
)

test(
  'on paper, the list of what is mine has what is mine',
  async (t, house) => {
    const page = await house.comeIn()
    await signIn(page, PEOPLE.sergeant)
    await page.goto('/desk/mine')
    await page.emulateMedia({ media: 'print' })
    for (const text of TEXTS) t.ok(await page.getByText(text).first().isVisible(), text)
    t.notOk(await page.getByText('Send all that I filled in').isVisible())
    t.notOk(await page.getByText('Say where it stands').first().isVisible())
  },
  { prepare },
)

test('The way back to a page that the browser kept asks for it anew, and keeps what is being written', async (t, house) => {
  const phone = await house.comeIn(HAND)
  await signIn(phone, PEOPLE.sergeant)
  await phone.goto('/desk/mine')
  // This browser is started without keeping pages, so that it is told that it did.
  const comeBack = () =>
    phone.evaluate('dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))')
  await phone.evaluate('document.body.dataset.kept = "yes"')
  await Promise.all([phone.waitForEvent('load'), comeBack()])
  t.equal(await phone.locator('body[data-kept]').count(), 0, 'what was said since is on it')
  await phone.evaluate('document.body.dataset.kept = "yes"')
  await phone.evaluate(`document.querySelector('[name^="text-"]').value = 'Half a sentence'`)
  await comeBack()
  await phone.waitForTimeout(300)
  t.equal(await phone.locator('body[data-kept]').count(), 1, 'what is being written stays')
})
