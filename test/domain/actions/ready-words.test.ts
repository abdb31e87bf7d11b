import t from 'tap'
import { STATUSES } from '../../../src/domain/actions/action.ts'
import {
  beginWith,
  FIRST_READY_WORDS,
  readyWordsIn,
} from '../../../src/domain/actions/ready-words.ts'

t.test('R20: a new server offers plain words for every status', async (t) => {
  const ready = readyWordsIn(FIRST_READY_WORDS)
  for (const status of STATUSES) t.ok(ready.filter((each) => each.status === status).length >= 2)
  t.equal(new Set(ready.map((each) => each.words)).size, ready.length)
})

t.test('a line without a status is offered at every one, and an empty one never', async (t) => {
  t.same(readyWordsIn(' done: We did it \n\nNote: bring the key\r\nWaiting:  \n'), [
    { status: 'done', words: 'We did it' },
    { status: null, words: 'Note: bring the key' },
  ])
})

t.test('R23: words stand behind what was typed, and once', async (t) => {
  t.equal(beginWith('It is done.', ' '), 'It is done.')
  t.equal(beginWith('It is done.', 'On Monday.'), 'On Monday. It is done.')
  t.equal(beginWith('It is done.', 'On Monday. It is done.'), 'On Monday. It is done.')
})
