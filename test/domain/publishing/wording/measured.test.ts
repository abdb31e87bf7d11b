import t from 'tap'
import { measure } from '../../../bench/sentences/measure.ts'

/** Of the ordinary sentences, this part may be asked about without need. */
const FALSE_AT_MOST = 0.05

for (const held of [false, true])
  t.test(
    `R12: nothing hidden in a public sentence is missed, and few false alarms (${held ? 'held out' : 'worked with'})`,
    async (t) => {
      const { hidden, missed, ordinary, alarmed } = measure(held)
      t.same(missed, [])
      t.ok(hidden + ordinary > 100, 'a set large enough to say so')
      t.ok(alarmed.length <= ordinary * FALSE_AT_MOST, alarmed.join('\n'))
    },
  )
