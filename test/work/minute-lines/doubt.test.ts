import t from 'tap'
import { statusOf } from '../../../src/domain/actions/action.ts'
import { planLines } from '../../../src/work/minute-lines/plan.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'

t.test('R2: an update whose status is in doubt leaves the action where it stood', async (t) => {
  const { store, person, clock } = await openHouse({ t })
  const who = person(PEOPLE.coordinator)
  const actor = {
    who: { ...who, personId: who.id, seatIds: [], isCharity: true },
    by: { personId: who.id, at: clock.at() },
    today: '2022-01-27',
  }
  const table = store.roundTables.find('2022-q1')!
  for (const words of [
    'doing nothing',
    'done in part, more to come',
    'no progress',
    'nearly done',
  ]) {
    const [plan] = planLines(store, actor, table, `u 1.3 ${words}`, null)
    t.equal(plan?.becomes, 'update', words)
    if (plan?.becomes !== 'update') continue
    t.equal(plan.said!.status, statusOf(plan.action), words)
    t.equal(plan.said!.text, words)
  }
})
