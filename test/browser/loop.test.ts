import { openBrowser, PHONE } from '../support/browser.ts'
import {
  doneAndClosed,
  newCopy,
  takenDown,
  tellDone,
  toldAsDone,
  underWay,
} from './loop/changed.ts'
import { heardByResidents, heardFirst, minutesBegin, raisedAndAgreed } from './loop/raised.ts'
import { approve, countsOn, publish, resident } from './loop/steps.ts'
import { SAID } from './loop/words.ts'

const { test } = await openBrowser()

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

    await minutesBegin(t, scripts, coordinator)

    const item = await raisedAndAgreed(t, scripts, coordinator)

    await heardFirst(t, coordinator, item)

    await approve(manager, SAID)
    await publish(coordinator, SAID)

    const address = await heardByResidents(t, house, before)

    await underWay(t, house, sergeant)

    await newCopy(t, house, coordinator, manager)

    await doneAndClosed(t, house, coordinator, sergeant)

    await tellDone(t, coordinator, manager)

    await toldAsDone(t, house, before, address)

    await takenDown(t, { house, coordinator, before, address })
  })
}
