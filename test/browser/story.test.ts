import type { Store } from '../../src/store/store.ts'
import { partnershipOf } from '../../src/sample/partnership.ts'
import { openBrowser, PHONE } from '../support/browser.ts'
import { putOff, firstTable, tableAgain } from './story/minuted.ts'
import { answered, planned } from './story/planned.ts'
import { outOfDate, toldFirst, toldMoved } from './story/told.ts'

const { test } = await openBrowser()

/** The partnership and its people, before its first round table. */
const atTheBeginning = (store: Store): void => {
  partnershipOf(store)
}

for (const scripts of [true, false])
  test(
    `Three round tables: planned, moved and cancelled, answered from a phone, minuted, agreed and told, ${scripts ? 'with scripts' : 'without a line of script (R20)'} (R4, R5, R28, R30)`,
    async (t, house) => {
      // The first of July 2021.
      house.pass({ days: -210 })
      const coordinator = await house.comeIn({ javaScriptEnabled: scripts })
      const manager = await house.comeIn({ javaScriptEnabled: scripts })
      const phone = await house.comeIn({ javaScriptEnabled: scripts, viewport: PHONE })

      await planned(t, house, coordinator)
      await answered(t, house, coordinator, phone)

      // 22 July 2021.
      house.pass({ days: 21 })
      await firstTable(t, coordinator)
      await toldFirst(t, house, coordinator, manager)

      // 4 November 2021: the date is put off for the first time.
      house.pass({ days: 105 })
      await tableAgain(t, coordinator, '2021-q4', '2021-q3')
      await putOff(t, coordinator, '2021-q4', { from: 'September 2021', to: 'December 2021' })
      await outOfDate(t, coordinator)

      // 27 January 2022: and for the second.
      house.pass({ days: 84 })
      await tableAgain(t, coordinator, '2022-q1', '2021-q4')
      await putOff(t, coordinator, '2022-q1', { from: 'December 2021', to: 'March 2022' })
      await toldMoved(t, house, coordinator, manager)
    },
    { sample: false, prepare: atTheBeginning },
  )
