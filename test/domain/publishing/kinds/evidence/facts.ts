import t from 'tap'
import type { UnrecordedSession } from '../../../../../src/domain/evidence/unrecorded-session.ts'
import { leaflet, leafletWords, programme, programmeWords, typing } from './set-up.ts'

t.test('R17: copies are told in whole tens, and neither copies nor pairs below ten', async (t) => {
  const told = (...copies: (number | null)[]) => {
    const { words } = leafletWords(leaflet(copies), typing({}))
    return words.copies
  }
  t.same(
    [told(), told(null), told(9), told(9, null), told(5, 5), told(46), told(40, 9), told(100)],
    [null, null, null, null, 10, 40, 40, 100],
  )
  t.same(
    programmeWords(programme(), typing({})).words.phases.map((each) => each.pairings),
    [11, null],
  )
})

t.test(
  'R13: the words of a leaflet hold the fingerprint of each file, so that other bytes are other words',
  async (t) => {
    const { words } = leafletWords(leaflet([]), typing({}))
    t.match(words, {
      files: [{ language: 'en', hash: 'h', size: 10 }],
      who: null,
      languages: ['en', 'ar'],
      replaces: 'leaflet-6',
    })
    t.same(
      Object.keys(words.files[0]!),
      ['language', 'hash', 'size'],
      'and not who put it there, nor when',
    )
  },
)

t.test(
  'R11: a point of a programme that is held in private is told by nobody, and R16: sessions are a number of sessions',
  async (t) => {
    const { words, coversIds } = programmeWords(
      programme(),
      typing({ 'point-3': 'Could', 'point-4': 'Held', 'became-4': 'Held' }),
      [{ headCount: 22 }, { headCount: null }] as UnrecordedSession[],
    )
    t.same(coversIds, [3])
    t.same(words.opportunities, [{ words: 'Could', entry: 'entry-105', became: '' }])
    t.equal(words.sessions, 1)
  },
)
