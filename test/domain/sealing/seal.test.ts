import t from 'tap'
import { readSeal, shortSeal } from '../../../src/domain/sealing/seal.ts'

const HEAD = '4f2a91c077de03b5a1c2' + 'ab'.repeat(22)

t.test(
  'R5: a seal is short enough to copy from paper, and is read however it is typed',
  async (t) => {
    t.equal(shortSeal(HEAD), '4F2A-91C0-77DE-03B5-A1C2')
    for (const typed of [
      shortSeal(HEAD),
      shortSeal(HEAD).toLowerCase(),
      '4F2A 91C0 77DE 03B5 A1C2',
      '4F2A-9ICO-77DE-O3B5-A1C2',
      ' 4f2a91c077de03b5a1c2\n',
      HEAD,
    ])
      t.ok(HEAD.startsWith(readSeal(typed)!), typed)
  },
)

t.test('R5: what is too short to be found by, or is no seal, is not taken for one', async (t) => {
  for (const typed of ['', '4F2A-91C0', '4F2A-91C0-77DE-03B', 'minutes-2021-q3.docx', `${HEAD}0`])
    t.equal(readSeal(typed), undefined, typed)
})
