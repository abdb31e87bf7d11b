import t from 'tap'
import { alertsIn } from '../../../../src/domain/publishing/wording/wording.ts'
import { KNOWLEDGE } from './make.ts'

const WORST = [
  'a@',
  'a',
  'A',
  '1 ',
  '0-',
  '7 ',
  '44 ',
  '+4',
  '(0',
  'St ',
  'Church St ',
  '12 church ',
  'no 1',
  'flat ',
  'one ',
  'two in ',
  '60% of ',
  'half of ',
  'Mothers: ',
  'the only ',
  'a mother who ',
  'his ',
  "'s son ",
  'woman at x ',
  'the boy from the ',
  '3 May ',
  '2022-01-',
  'mr ',
  'Ali ',
  'A.',
  'a at ',
  ' dot ',
  'NW8 ',
  'n w ',
  'zero ',
  "o'",
  'l a n ',
  'Lantern ',
  '٣',
  '\n',
  '.',
  'é',
  'the boy who ',
  'the chair of ',
  'girls 4, ',
  'f 4 ',
  'groups of three ',
  'abc.',
  'pat-at-',
  'pat at gmail ',
  'Ia',
  'lI',
  'at 12 Q',
  '12 penfold ',
  'reg a1 ',
  'crime number ',
  'the khans ',
  'Hope was ',
  '李',
  'м ',
  '-',
]
const SIZE = 50_000
/** Twice the text may take thrice as long and no more; where it is quick, the clock is too coarse. */
const GROWTH = 3
const QUICK_MS = 250

const took = (text: string): number => {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    alertsIn([{ field: 'did', text, when: ['2022-04-28'] }], {
      ...KNOWLEDGE,
      private: ['The oldest son was moved to another school in May'],
    })
    return process.cpuUsage(before).user / 1000
  })
  return Math.min(...times)
}

t.test('R12: no text makes the checks slow: twice as long is twice the work', async (t) => {
  for (const piece of WORST) {
    const [half, whole] = [SIZE, SIZE * 2].map((size) =>
      took(piece.repeat(Math.ceil(size / piece.length))),
    )
    t.ok(
      whole! < Math.max(QUICK_MS, half! * GROWTH),
      `${JSON.stringify(piece)}: ${half} ms, ${whole} ms`,
    )
  }
})
