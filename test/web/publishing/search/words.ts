import t from 'tap'
import { type Board, makeBoard } from '../../../../src/domain/publishing/board.ts'
import { keepSearch } from '../../../../src/web/board/publishing/search.ts'
import { entry, finder } from './set-up.ts'

/** One entry for each text, numbered from 1, and a way to ask. */
const boardOf = (...texts: string[]): Board =>
  makeBoard(
    1,
    texts.map((said, i) => entry(`2021-q3-${i + 1}`, said)),
    [],
  )

t.test('a search forgives accents and capitals, either way', async (t) => {
  const find = finder(boardOf('The café is shut', 'The cafe is open', 'Naïve questions', 'ÉCOLE'))
  for (const q of ['café', 'cafe', 'CAFÉ', 'cafe\u0301'])
    t.same(
      find(q),
      { slugs: new Set(['2021-q3-1', '2021-q3-2']), close: false, numbers: [1, 2] },
      q,
    )
  t.same(find('naive').numbers, [3])
  t.same(find('ecole').numbers, [4])
})

t.test('a search forgives the ends of English words', async (t) => {
  const find = finder(
    boardOf(
      'We worry',
      'What worries us',
      'She was worried',
      'Near the school',
      'All schools',
      'They are stopped',
      'Stopping people',
      'Children’s safety',
      'Nothing of it',
    ),
  )
  for (const q of ['worry', 'worries', 'worried', 'Worrying']) t.same(find(q).numbers, [1, 2, 3], q)
  for (const q of ['school', 'schools', 'school’s', "school's"]) t.same(find(q).numbers, [4, 5], q)
  for (const q of ['stop', 'stopped', 'stopping', 'stops']) t.same(find(q).numbers, [6, 7], q)
  for (const q of ['children', 'children’s', "children's safety", 'childrens'])
    t.same(find(q).numbers, [8], q)
})

t.test(
  'a search forgives what Arabic, Farsi, Kurdish and Urdu keyboards write in their own way',
  async (t) => {
    const find = finder(
      boardOf(
        'الشرطة في الحي',
        'شرطة',
        'والمدرسة قريبة',
        'أمان النساء',
        'مستشفى',
        'پولیس کی مدد',
        'تـــفتيش',
        'کودک می‌رود',
      ),
    )
    for (const q of ['الشرطة', 'شرطة', 'شرطه', 'والشرطة', 'بالشرطة'])
      t.same(find(q).numbers, [1, 2], q)
    for (const q of ['مدرسة', 'المدرسة', 'المدرسه']) t.same(find(q).numbers, [3], q)
    for (const q of ['أمان', 'امان', 'إمان', 'آمان', 'الأمان', 'الامان'])
      t.same(find(q).numbers, [4], q)
    for (const q of ['مستشفى', 'مستشفي', 'مستشفی', 'المستشفى']) t.same(find(q).numbers, [5], q)
    for (const q of ['پولیس', 'پوليس']) t.same(find(q).numbers, [6], q)
    for (const q of ['تفتيش', 'تفتیش', 'تَفْتِيش', 'التفتيش']) t.same(find(q).numbers, [7], q)
    for (const q of ['كودك', 'کودک', 'می‌رود', 'میرود', 'ميرود']) t.same(find(q).numbers, [8], q)
    for (const q of ['حي', 'الحي']) t.same(find(q).numbers, [1], q)
  },
)

t.test('a search reads Bengali, Somali and French', async (t) => {
  const find = finder(
    boardOf('পুলিশ আমাদের থামায়', 'Booliisku way na joojiyaan', 'L’école est fermée', 'Straße'),
  )
  t.same(find('পুলিশ').numbers, [1])
  t.same(find('থামায়').numbers, [1], 'the letter ya-phala composed or not')
  t.same(find('থামা\u09df').numbers, [1])
  t.same(find('booliisku').numbers, [2])
  t.same(find('ecole').numbers, [3])
  t.same(find('fermee').numbers, [3])
  t.same(find('strasse').numbers, [4])
})

t.test(
  'a slip of the finger finds what comes close, and only when nothing has the word itself',
  async (t) => {
    const find = finder(boardOf('The station is dark', 'The nation', 'A knife was found', 'Knive'))
    t.same(find('knifr'), { slugs: new Set(['2021-q3-3']), close: true, numbers: [3] })
    t.same(find('station'), { slugs: new Set(['2021-q3-1']), close: false, numbers: [1] })
    t.same(
      find('statoin').close,
      find('statoin').numbers.length > 0,
      'close is said only where something was found',
    )
    t.same(find('zzzzzz'), { slugs: new Set(), close: false, numbers: [] })
    t.same(find('dork').numbers, [1])
    t.same(find('drk').numbers, [], 'a short word has to be right')
  },
)

t.test(
  'all words must stand in the entry, in any order, and the beginning of a word is enough',
  async (t) => {
    const find = finder(
      boardOf('Dark park', 'The park at noon', 'Dark street', 'Parked cars in the dark'),
    )
    t.same(find('dark park').numbers, [1, 4])
    t.same(find('PARK, dark!').numbers, [1, 4])
    t.same(find('park noon street').numbers, [])
    t.same(find('noo').numbers, [2])
  },
)

t.test(
  'what is no word finds nothing, what is nothing asks for nothing, and no sign is a command',
  async (t) => {
    const find = keepSearch()
    const board = boardOf('The park', 'A street')
    for (const q of [undefined, '', '   ', '\u202e'])
      t.equal(find(board, q), null, JSON.stringify(q))
    for (const q of ['"', '*', '%', '<>', '--'])
      t.same(find(board, q), { slugs: new Set(), pages: [], close: false }, JSON.stringify(q))
    for (const q of ['park*', '"park"', '+park', '-park', '(park', 'park^2', 'park~'])
      t.same(
        [...find(board, q)!.slugs].filter((slug) => slug !== '2021-q3-1'),
        [],
        q,
      )
    t.same([...find(board, '"park"')!.slugs], ['2021-q3-1'])
    for (const q of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      t.same(find(board, q)!.slugs.size, 0, q)
  },
)
