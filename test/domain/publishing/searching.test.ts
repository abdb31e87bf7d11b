import t from 'tap'
import {
  alikeForThemes,
  alikeIn,
  DRAFTED_ALIKE,
  meantBy,
} from '../../../src/domain/publishing/searching/alike.ts'
import {
  isDistrict,
  withoutPostcodes,
} from '../../../src/domain/publishing/searching/asked-postcode.ts'
import { slipsBetween } from '../../../src/domain/folded.ts'
import { nearWords } from '../../../src/domain/publishing/searching/near-words.ts'

t.test(
  'two letters that changed places are one slip, and so is one too many or too few',
  async (t) => {
    for (const [one, other, slips] of [
      ['knief', 'knife', 1],
      ['polise', 'police', 1],
      ['saftey', 'safety', 1],
      ['park', 'parks', 1],
      ['dark', 'dark', 0],
      ['lighting', 'fighting', 1],
      ['crime', 'knife', 9],
    ] as const)
      t.equal(
        Math.min(9, slipsBetween(one, other, 8) > 2 ? 9 : slipsBetween(one, other, 2)),
        slips,
        one,
      )
    t.same(nearWords('knief', ['knife', 'night', 'brief']), ['knife'])
    t.same(nearWords('drk', ['dark']), [], 'a short word has to be right')
    t.same(nearWords('behavoir', ['behaviour', 'beaver']), ['behaviour'], 'a long one may have two')
  },
)

t.test('no search is slow, however long the words and however many there are', async (t) => {
  const many = Array.from({ length: 200_000 }, (_, i) => `behaviour${i.toString(36)}`)
  const begun = performance.now()
  nearWords('behaviuorabc', many)
  nearWords('x'.repeat(100), many)
  t.ok(performance.now() - begun < 2000)
})

t.test(
  'words that mean the same stand on a line, and the longest stretch is what was meant',
  async (t) => {
    const groups = alikeIn('mothers, mums\nstop and search, stopped\n\nalone\nstop, halt')
    t.equal(groups.length, 3, 'a word alone is like nothing')
    t.same(meantBy(['mum'], groups)[0]!.others, [['mothers']], 'one or several')
    t.same(
      meantBy(['stop', 'and', 'search', 'mums'], groups).map((each) => each.others),
      [[['stopped']], [['mothers']]],
    )
    t.same(meantBy(['park'], groups), [{ typed: ['park'], others: [] }])
  },
)

t.test('a partnership begins with the words that fit its themes', async (t) => {
  t.match(alikeForThemes(['Anti-social behaviour']), 'ASB')
  t.notMatch(alikeForThemes(['Anti-social behaviour']), 'knives')
  t.equal(alikeForThemes([]), DRAFTED_ALIKE)
})

t.test('R12: a postcode is known for one, and the rest of what was asked is kept', async (t) => {
  for (const postcode of ['NW8 8EG', 'nw88eg', 'W2 1AB', 'SW1A 1AA', 'w2-1ab'])
    t.same(withoutPostcodes(`lights ${postcode}`), { rest: 'lights', had: true }, postcode)
  for (const words of ['section 60', 'S60', 'W2 1st of May', '101', 'knife crime', 'B12', '%'])
    t.equal(withoutPostcodes(words).had, false, words)
  t.ok(isDistrict('NW8'))
  t.notOk(isDistrict('2022'))
})
