import { currentLeaflets, successor } from '../../../src/domain/publishing/related.ts'
import type { LeafletWords } from '../../../src/domain/publishing/kinds/leaflet.ts'
import { FIRST } from '../../../src/domain/publishing/told.ts'
import fc from 'fast-check'
import t from 'tap'
import { makeBoard, type Copy } from '../../../src/domain/publishing/board.ts'
import {
  handedOut,
  handOut,
  isCurrent,
  putFile,
  rewriteLeaflet,
  successorOf,
  leafletTermsOf,
  writeLeaflet,
  type Leaflet,
  type LeafletFile,
  type LeafletTerms,
  type LeafletWritten,
} from '../../../src/domain/evidence/leaflet.ts'
import { AT, TODAY } from '../make.ts'

const written = (over: Partial<LeafletWritten> = {}): LeafletWritten => ({
  title: 'What you can ask',
  organisationId: null,
  version: '',
  languages: ['en'],
  answers: '',
  actionId: null,
  place: '',
  replacesId: null,
  ...over,
})
const terms = (over: Partial<LeafletTerms> = {}): LeafletTerms => ({
  id: 1,
  ...written(),
  personId: 1,
  at: AT,
  ...over,
})
const leaflet = (
  id: number,
  said: Partial<LeafletTerms> = {},
  over: Partial<Leaflet> = {},
): Leaflet => ({
  id,
  createdAt: AT,
  depth: 'table',
  ground: null,
  list: [],
  terms: [terms(said)],
  handings: [],
  files: [],
  ...over,
})
const file = (id: number, language = 'en'): LeafletFile => ({
  id,
  language,
  hash: `hash-${id}`,
  size: 1000,
  text: '',
  at: AT,
})
const reasonsOf = (decision: {
  accepted: boolean
  refusals?: { field: string; reason: string }[]
}) => (decision.accepted ? [] : decision.refusals!.map((each) => each.field))

t.test(
  'R2: a leaflet needs a title and a language, and what is not known stays open',
  async (t) => {
    t.same(writeLeaflet(written(), []), { accepted: true, value: written() })
    t.same(reasonsOf(writeLeaflet(written({ title: ' ', languages: [] }), [])), [
      'title',
      'languages',
    ])
  },
)

t.test(
  'two leaflets cannot take the place of one, nor each of the other, nor one of itself',
  async (t) => {
    const [first, second, third] = [
      leaflet(1),
      leaflet(2, { title: 'Second', replacesId: 1 }),
      leaflet(3, { replacesId: 2 }),
    ]
    const all = [first, second, third]
    const terms = all.map(leafletTermsOf)
    t.match(writeLeaflet(written({ replacesId: 1 }), all), {
      accepted: false,
      refusals: [{ field: 'replacesId', reason: /“Second” takes its place already/ }],
    })
    t.same(
      reasonsOf(rewriteLeaflet(second, written({ replacesId: 1 }), 1, all)),
      [],
      'it may say again what it said',
    )
    t.match(rewriteLeaflet(first, written({ replacesId: 1 }), 1, all), {
      accepted: false,
      refusals: [{ reason: /cannot take its own place/ }],
    })
    t.same(
      reasonsOf(rewriteLeaflet(first, written({ replacesId: 3 }), 1, all)),
      ['replacesId'],
      'however long the chain',
    )
    t.same(
      all.map((each) => isCurrent(each, terms)),
      [false, false, true],
    )
    t.equal(successorOf(first, terms)?.title, 'Second')
    t.equal(successorOf(first, [terms[2]!]), undefined, 'as far as it is known to who asks')
    t.same(
      reasonsOf(
        writeLeaflet(written({ replacesId: 7 }), [
          leaflet(5, { replacesId: 6 }),
          leaflet(6, { replacesId: 5 }),
        ]),
      ),
      [],
      'a ring that is there already keeps nobody waiting',
    )
  },
)

t.test('R11: one that is held in private is not named', async (t) => {
  const held = leaflet(2, { title: 'Zebra', replacesId: 1 }, { depth: 'named' })
  const decision = writeLeaflet(written({ replacesId: 1 }), [leaflet(1), held])
  t.same(reasonsOf(decision), ['replacesId'])
  t.notMatch(JSON.stringify(decision), 'Zebra')
})

t.test('R23: someone else’s newer words, or newer file, are a conflict', async (t) => {
  const now = leaflet(1, { id: 4 }, { files: [file(7)] })
  t.same(reasonsOf(rewriteLeaflet(now, written(), 3, [now])), ['conflict'])
  t.same(reasonsOf(rewriteLeaflet(now, written(), NaN, [now])), ['conflict'])
  t.same(
    reasonsOf(rewriteLeaflet(now, written({ languages: ['ar'] }), 4, [now])),
    ['languages'],
    'its file is in English',
  )
  t.same(reasonsOf(putFile(now, 'en', 6)), ['conflict'])
  t.same(reasonsOf(putFile(now, 'en', 7)), [])
  t.same(reasonsOf(putFile(leaflet(1), 'en', 0)), [])
  t.same(reasonsOf(putFile(leaflet(1), 'ar', 0)), ['language'])
})

t.test(
  'a handing out says who and to whom, and never lies ahead; what was not counted stays open',
  async (t) => {
    const handing = { organisationId: 1, toWhom: ' mothers ', on: '2022-01', copies: null }
    t.match(handOut(handing, TODAY), { accepted: true, value: { toWhom: 'mothers', copies: null } })
    t.same(
      reasonsOf(handOut({ organisationId: null, toWhom: ' ', on: '2022-01-28', copies: 0 }, TODAY)),
      ['organisationId', 'toWhom', 'on', 'copies'],
    )
    t.equal(
      handedOut(
        leaflet(
          1,
          {},
          {
            handings: [
              { ...handing, id: 1, copies: 12 },
              { ...handing, id: 2 },
              { ...handing, id: 3, copies: 5 },
            ],
          },
        ),
      ),
      17,
    )
  },
)

const told = (slug: string, replaces: string | null): Copy<LeafletWords> => ({
  slug,
  version: 1,
  publishedOn: '2022-01-01',
  publishedAt: '2022-01-01T10:41:00.000Z',
  change: FIRST,
  earlier: [],
  words: {
    kind: 'leaflet',
    change: FIRST,
    who: null,
    version: '',
    languages: ['en'],
    files: [],
    copies: null,
    title: slug,
    answers: 'x',
    place: '',
    handed: '',
    replaces,
  },
})

t.test(
  'on the board the newest of a chain stands for all before it, whatever was told of whom',
  async (t) => {
    const board = makeBoard(
      1,
      [told('a', null), told('b', 'a'), told('c', 'b'), told('d', null)],
      [],
    )
    t.same(
      currentLeaflets(board).map((each) => each.slug),
      ['c', 'd'],
    )
    t.same(
      ['a', 'b', 'c', 'd'].map((slug) => successor(board, slug)?.slug),
      ['c', 'c', undefined, undefined],
    )
    t.same(
      currentLeaflets(makeBoard(1, [told('a', 'b'), told('b', 'a')], [])).map((each) => each.slug),
      ['b'],
      'of two that were each told as the newer one, the one that was told last is',
    )
    t.same(
      currentLeaflets(makeBoard(1, [told('b', 'gone')], [])).map((each) => each.slug),
      ['b'],
    )
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 7 })), { minLength: 1, maxLength: 8 }),
        (replaced) => {
          const board = makeBoard(
            1,
            replaced.map((each, i) => told(`l${i}`, each === null ? null : `l${each}`)),
            [],
          )
          const current = currentLeaflets(board).map((each) => each.slug)
          return (
            current.length > 0 &&
            board.leaflets.every(
              ({ slug }) =>
                current.includes(slug) || current.includes(successor(board, slug)!.slug),
            )
          )
        },
      ),
    )
    t.equal(leafletTermsOf(leaflet(1, { title: 'Second' })).title, 'Second')
  },
)
