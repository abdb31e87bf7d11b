import { PHONE, type House } from '../../support/browser.ts'
import { find, linkFor, test } from './set-up.ts'

const lastLine = (house: House) => house.store.journal.lastId()

for (const [how, javaScriptEnabled] of [
  ['as it comes', true],
  ['without JavaScript', false],
] as const) {
  test(`R20, R21: from the letter’s link to the receipt on a phone, ${how}: three taps at most besides typing, and no scrolling`, async (t, house) => {
    const link = linkFor(house)
    const phone = await house.comeIn({
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
      javaScriptEnabled,
    })
    const before = find(house).updates.length
    const from = Date.now()
    let taps = 0
    const tap = async (target: { tap: () => Promise<void> }): Promise<void> => {
      taps += 1
      await target.tap()
    }
    await phone.goto(link)
    const send = phone.getByRole('button', { name: 'Send' })
    const seen = async (): Promise<boolean> => {
      const box = (await send.boundingBox())!
      return box.y >= 0 && box.y + box.height <= PHONE.height && box.height >= 44
    }
    t.ok(await seen(), `Send is in the window: ${JSON.stringify(await send.boundingBox())}`)
    await tap(phone.getByText('Done', { exact: true }))
    await tap(phone.getByLabel('What happened? One line'))
    await phone.keyboard.type('The day was held, and 40 families came', { delay: 10 })
    t.ok(await seen(), 'and still is after the choice')
    await tap(send)
    await phone.getByRole('heading', { name: 'Saved. Thank you' }).waitFor()
    const seconds = (Date.now() - from) / 1000
    t.comment(
      `${how}: ${taps} taps and ${seconds.toFixed(1)} seconds from the link to the receipt, typing 38 letters`,
    )
    t.ok(taps <= 3)
    t.ok(seconds < 10)
    t.match(find(house).updates.slice(before), [
      { status: 'done', text: 'The day was held, and 40 families came' },
    ])
    t.equal((await phone.context().cookies()).length, 0)
    t.equal(
      await phone.evaluate('document.documentElement.scrollWidth <= innerWidth'),
      true,
      'nothing runs off the side',
    )
    await phone.getByRole('button', { name: 'Take it back' }).tap()
    await phone.getByText('Taken back.').waitFor()
    t.ok(find(house).updates.at(-1)!.takenBackAt)
  })
}

test('R23: done with no words is refused beside the field, with the choice still there, and goes on from there', async (t, house) => {
  const phone = await house.comeIn({ viewport: PHONE, hasTouch: true, isMobile: true })
  await phone.goto(linkFor(house))
  await phone.getByText('Could not', { exact: true }).tap()
  await phone.getByRole('button', { name: 'Send' }).tap()
  await phone.getByRole('link', { name: 'Say why it could not be done' }).tap()
  t.ok(
    await phone
      .getByLabel('What happened? One line')
      .evaluate((field) => field === field.ownerDocument.activeElement),
  )
  t.ok(await phone.getByLabel('Could not').isChecked())
  await phone.keyboard.type('The field was flooded')
  await phone.getByRole('button', { name: 'Send' }).tap()
  await phone.getByRole('heading', { name: 'Saved. Thank you' }).waitFor()
})

test('R21: a scanner with a browser that opens every link of the letter, and every link on those pages, changes nothing', async (t, house) => {
  const link = linkFor(house)
  const scanner = await house.comeIn()
  const before = lastLine(house)
  for (const path of [link, `${link}/receipt`]) {
    await scanner.goto(path)
    for (const href of await scanner
      .locator('a[href^="/"]')
      .evaluateAll((all: { getAttribute: (name: string) => string | null }[]) =>
        all.map((each) => each.getAttribute('href')!),
      ))
      await scanner.goto(href)
  }
  t.equal(lastLine(house), before)
  await scanner.goto(link)
  t.ok(await scanner.getByRole('button', { name: 'Send' }).isVisible(), 'the link is still good')
})
