import t from 'tap'
import { openHouse, PEOPLE } from '../support/house.ts'
import { preparedWhile } from '../support/house/statements.ts'
import { fillWithYears } from '../bench/desk/years.ts'

// To make a statement ready costs more than to run it, and what is made ready is let go of late:
// what is written again and again is made ready once.

t.test('an update that is written once more has every statement ready', async (t) => {
  const house = await openHouse({ t })
  const coordinator = house.signIn(PEOPLE.coordinator)
  const say = async (text: string): Promise<void> => {
    const answer = await coordinator.post('/desk/actions/5/updates', {
      status: 'under-way',
      text,
      on: '',
    })
    t.equal(answer.statusCode, 303, text)
  }
  t.not((await preparedWhile(() => say('The lamps were counted'))).length, 0, 'at first')
  // What is kept in memory is looked at again after the first of them.
  await say('The list went to the depot')
  t.same(await preparedWhile(() => say('The depot has answered')), [])
})

t.test(
  'a round table with all that is agreed, reported and told there has its rows ready',
  async (t) => {
    const { store } = await openHouse({ t })
    fillWithYears(store, 1)
    const [one, three] = [
      await preparedWhile(() => fillWithYears(store, 1)),
      await preparedWhile(() => fillWithYears(store, 3)),
    ]
    t.same(
      three.filter((text) => /^\s*insert/i.test(text)),
      [],
    )
    t.not(one.length, 0)
    t.ok(three.length <= 3 * one.length, `${three.length} for three tables, ${one.length} for one`)
  },
)
