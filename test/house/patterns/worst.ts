/** A text in pieces: what stands in a list is repeated until the whole is long enough. */
export type Shape = (string | [string])[]

const LENGTH = 100 * 1024

/** A hundred kilobytes of this shape. */
export const textOf = (shape: Shape): string => {
  const repeated = shape.filter((piece) => typeof piece !== 'string').length
  return shape
    .map((piece) =>
      typeof piece === 'string'
        ? piece
        : piece[0].repeat(Math.ceil(LENGTH / Math.max(1, repeated) / piece[0].length)),
    )
    .join('')
}

/** What `recheck` (4.5.0) found against patterns of ours that have been mended since. */
const FOUND: Shape[] = [
  [['/'], '\u0000/'],
  [['\t'], '\u0000\t'],
  [['<\u0000']],
  [['<form\tmethod="post"\taction="u']],
  [['<']],
  ['<%=', ['\t'], ['\t'], '\u0000'],
  ['<A', ['A'], '<'],
  [['<body']],
  ['0', ['\u0000'], '\u00000'],
  [['\t'], '\u0000'],
  [['y b'], 'e\t'],
  ['BY\t', ['\t\t'], '\u0000'],
  ['BY\t', ['\t']],
  [[','], '\u0000,'],
  ['\t', ['\t'], '\u0000'],
  ['\u0000', ['-'], '-\u0000'],
  [['a\t']],
  [['\t'], 'I\tINSTEAD'],
  [[', '], 'every every ,', ['.'], '. e'],
  ['\n', ['\t\n'], '%'],
  [['\t']],
  ['ACCEPT\tBY,', [' ,'], 'A'],
  [[' '], '\u0000'],
  [['\t'], '\u0000&'],
  [['\t'], '\u0000\t&'],
  [['(']],
  [['A'], 'AAA', ['A'], '\u0000A'],
  ['h', ['.f']],
  ['WEDO…\t\n\t', ['\t '], '\n'],
  [['\t'], '\u0000,'],
  ['F', ['PRIORITS'], '\u0000'],
  [['w\u0000next\u0000spreirfpuaxw\u0000'], '!'],
  [['A'], '\u0000A'],
  [['A'], 'A'],
  [["'"], "\u0000'"],
  [['@\u0000']],
  [['\t'], '::'],
  [[' '], '\u0000 '],
  ['we ', [':'], '\n'],
  ['g', ['u-0'], '\n'],
  ['aaa,', [','], '\n'],
  ['☒', ['\t'], 'i'],
  [['='], '\u0000='],
  [[' - -'], ' \u0000', [' - '], '-'],
  ['u', [',feighor e'], 'ightn'],
  ['t\t', ['\t']],
  [' ', [' ']],
  ['o', [' donep']],
  ['due', ['\td']],
  ['key led ', ['partner lead '], '\n'],
  ['apols ', [' '], 's'],
  ['rag', ['\t'], 's'],
  [['t-'], '\u0000'],
  ['!', ['ao'], ' '],
  [['!-']],
  [['.A'], '\u0000'],
  [['+.'], '\u0000'],
  [['t-']],
  ['v', ['tdad who got at'], '\n'],
]

/** Signs that patterns look for, over and over, and an end that none of them wants. */
const SIGNS = [
  ' ',
  '\t',
  '\n',
  'a',
  'a ',
  'Aa ',
  '1',
  '1.',
  '-',
  ' - ',
  '@',
  'a@',
  'a.',
  ', ',
  ':',
  '(',
  '<',
  "'",
  '\0',
  'é',
]

const EVERY: Shape[] = [...FOUND, ...SIGNS.map((sign): Shape => [[sign], '\0!'])]

/** The worst for a pattern: what is bad for any, and its own words, each alone and all together. */
export const worstFor = (source: string): Shape[] => {
  const words = [...new Set(source.match(/(?<![\\p{])[A-Za-z]{2,20}/g) ?? [])].slice(0, MOST_WORDS)
  return [
    ...EVERY,
    ...words.flatMap((word): Shape[] => [
      [[`${word} `], '\0'],
      [`${word} `, [' '], '\0'],
      [`${word} `, ['a '], '\0'],
    ]),
    ...togetherOf(words),
  ]
}
const MOST_WORDS = 4
const togetherOf = (words: string[]): Shape[] =>
  words.length === 0
    ? []
    : [
        [[words.join(' ')], '\0'],
        [[`${words.join(' a ')}, `], '\0'],
      ]
