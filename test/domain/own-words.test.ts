import t from 'tap'
import { readRhythm } from '../../src/domain/actions/pace/review.ts'
import { readDate } from '../../src/domain/dates/read-date.ts'
import { guarded } from '../../src/domain/publishing/wording/guarded.ts'

/** Words that a list kept as an object knows without having been told. */
const WORDS = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf']

t.test('R12, R23, R26: a word that only a machine knows is a word like any other', async (t) => {
  for (const word of WORDS) {
    t.equal(readRhythm(word), undefined, word)
    for (const typed of [word, `3 ${word} 2022`, `${word} 2022`, `in ${word} weeks`])
      t.notOk(
        'when' in readDate(typed, { today: '2022-01-27', lean: 'ahead', nextTable: null }),
        typed,
      )
    const text = `They met the ${word} of the corner.`
    const part = { field: 'said', text }
    t.same(guarded(part, { guarded: [`The Corner House ${word}`, word] }).length, 1)
  }
})
