import t from 'tap'
import { type Board, type Copy, makeBoard } from '../../../../src/domain/publishing/board.ts'
import { entriesOf, readQuery } from '../../../../src/web/board/publishing/board.ts'
import { keepLists } from '../../../../src/web/board/publishing/lists.ts'
import { keepSearch } from '../../../../src/web/board/publishing/search.ts'
import { copy, entry, finder, numbers } from './set-up.ts'
import { STANDINGS } from '../../../../src/domain/concerns/standing.ts'
import {
  type BoardQuery,
  inState,
  longestWaiting,
  matching,
} from '../../../../src/domain/publishing/board-query.ts'
import { FIRST } from '../../../../src/domain/publishing/told.ts'
import type { TranslationWords } from '../../../../src/domain/publishing/kinds/translation.ts'

const translation = (
  slug: string,
  language: string,
  pieces: Record<string, string>,
  checked = false,
): Copy<TranslationWords> =>
  copy(`entry.${slug}.${language}`, {
    kind: 'translation',
    change: FIRST,
    language,
    of: { kind: 'entry', slug },
    checked,
    names: [],
    pieces: Object.entries(pieces).map(([english, text]) => ({ english, text })),
  })

t.test(
  'an entry is found by everything its page says, in each language it is told in',
  async (t) => {
    const words = {
      did: 'We asked the council.',
      theme: { code: 'light', name: 'Lighting' },
      area: { code: 'church', name: 'Church Street' },
      who: [{ code: 'council', name: 'the council' }],
      origin: 'Community survey',
      actions: [
        {
          words: 'Put up lamps',
          who: { code: 'police', name: 'the police' },
          helpers: [],
          by: null,
          kind: 'one-off' as const,
          status: 'under-way' as const,
          accepted: true,
          closed: false,
          lastHeardOn: '2022-01-01',
        },
      ],
      trail: [{ on: '2021-07', words: 'Raised at a stall.' }],
      worked: { strength: 'told' as const, words: 'Neighbours walk there again.' },
    }
    const one = entry('2021-q3-1', 'The park is dark', words)
    const board = makeBoard(
      1,
      [
        one,
        entry('2021-q3-2', 'Something else'),
        translation('2021-q3-1', 'fr', {
          'The park is dark': 'Le parc est sombre',
          Lighting: 'Éclairage',
        }),
        translation('2021-q3-1', 'ar', { 'We asked the council.': 'سألنا المجلس.' }),
      ],
      [],
    )
    const find = finder(board)
    for (const q of [
      'dark',
      'council',
      'lighting',
      'church street',
      'survey',
      'lamps',
      'police',
      'stall raised',
      'neighbours walk',
      'parc sombre',
      'eclairage',
      'مجلس',
    ])
      t.same(find(q).numbers, [1], q)
  },
)

t.test(
  'R15: the index follows what is published: new words are found, and old ones and withdrawn ones never again',
  async (t) => {
    const find = keepSearch()
    const french = translation('2021-q3-1', 'fr', { 'The park is dark': 'Le parc est sombre' })
    const of = (board: Board, q: string) => numbers(find(board, q)!.slugs)
    const first = makeBoard(
      1,
      [entry('2021-q3-1', 'The park is dark'), entry('2021-q3-2', 'A knife'), french],
      [],
    )
    t.same(of(first, 'park'), [1])
    t.same(of(first, 'sombre'), [1])
    const corrected = makeBoard(
      2,
      [
        entry('2021-q3-1', 'The square is dark'),
        entry('2021-q3-2', 'A knife'),
        entry('2021-q3-3', 'A park'),
        french,
      ],
      [],
    )
    t.same(of(corrected, 'park'), [3])
    t.same(of(corrected, 'square'), [1])
    t.same(of(corrected, 'sombre'), [], 'nor by a translation of words that are gone')
    const withdrawn = makeBoard(
      3,
      [entry('2021-q3-2', 'A knife')],
      [{ slug: '2021-q3-1', kind: 'entry', on: '2022-01-27', ground: 'It was wrong.' }],
    )
    for (const q of ['square', 'park', 'dark'])
      t.same(find(withdrawn, q), { slugs: new Set(), pages: [], close: false }, q)
    t.same(of(withdrawn, 'knife'), [2])
    t.same(of(corrected, 'square'), [1], 'a board that is asked again is read again')
  },
)

t.test(
  'it works on 10,000 entries: found, filtered, ordered, and brought up to date',
  async (t) => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      entry(`2021-q3-${i + 1}`, `Concern of resident group ${i % 100} about place${i}`, {
        standing: STANDINGS[i % 5]!,
        raisedOn: `20${String(10 + (i % 12)).padStart(2, '0')}-0${1 + (i % 9)}`,
        theme: { code: `t${i % 7}`, name: `Theme ${i % 7}` },
      }),
    )
    const board = makeBoard(1, many, [])
    const search = keepSearch()
    const find = (q: string | undefined) => search(board, q)
    const lists = keepLists(search)
    const list = (asked: BoardQuery) => lists(board, '2022-01-27', asked)
    t.same([...find('place1234')!.slugs].includes('2021-q3-1235'), true)
    t.equal(find('concern')!.slugs.size, 10_000)
    const asked = { ...readQuery({ q: 'resident place4321', theme: 't2', state: STANDINGS[1]! }) }
    t.same(
      entriesOf({ list }, asked).map((each) => each.slug),
      many
        .filter((each, i) => each.words.said.endsWith('place4321') && i % 7 === 2 && i % 5 === 1)
        .map((each) => each.slug),
    )
    const waiting = entriesOf({ list }, readQuery({ order: 'waiting', theme: 't3' }))
    const open = waiting.filter(({ words }) => ['unanswered', 'under-way'].includes(words.standing))
    t.same(waiting.slice(0, open.length), open, 'what waits stands first')
    t.same(
      open.map(({ words }) => words.raisedOn),
      open.map(({ words }) => words.raisedOn).toSorted(),
      'the longest waiting first',
    )
    t.equal(waiting.length, many.filter((_, i) => i % 7 === 3).length)
    const next = makeBoard(2, [...many.slice(1), entry('2022-q1-1', 'Zebra crossing')], [])
    t.same([...search(next, 'zebra')!.slugs], ['2022-q1-1'])
    t.equal(search(next, 'place0')!.slugs.has('2021-q3-1'), false)
  },
)

t.test(
  'longest waiting: open ones by the day they were raised, then the rest as on the board',
  async (t) => {
    const board = makeBoard(
      1,
      [
        entry('2021-q3-1', 'a', { raisedOn: '2021-09-02' }),
        entry('2021-q3-2', 'b', { raisedOn: '2021-07-15', standing: 'under-way' }),
        entry('2021-q3-3', 'c', { raisedOn: '2021-01', standing: 'done', on: '2021-12' }),
        entry('2021-q3-4', 'd', { raisedOn: '2021-07' }),
        entry('2021-q3-5', 'e', { raisedOn: '2020-01', standing: 'could-not', on: '2022-01' }),
      ],
      [],
    )
    t.same(
      longestWaiting(board.entries).map((each) => each.slug),
      ['2021-q3-4', '2021-q3-2', '2021-q3-1', '2021-q3-5', '2021-q3-3'],
    )
    t.same(
      board.entries.map((each) => each.slug),
      ['2021-q3-5', '2021-q3-3', '2021-q3-2', '2021-q3-4', '2021-q3-1'],
      'and the board itself is as it was',
    )
    t.same(
      inState(longestWaiting(matching(board, { page: 1 })), 'under-way').map((each) => each.slug),
      ['2021-q3-2'],
    )
  },
)
