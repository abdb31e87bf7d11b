import fc from 'fast-check'
import t from 'tap'
import { foundOf } from './make.ts'

const pick = (text: string) => fc.constantFrom(...text.split(' '))
/** Blanks, dashes, dots, slashes and brackets that stand between groups, of every kind we fold. */
const BETWEEN = fc.constantFrom(
  '',
  ' ',
  '-',
  '.',
  '/',
  '–',
  '—',
  '‑',
  '−',
  '·',
  '．',
  '／',
  '－',
  '\u00a0',
  '\u2009',
  ' - ',
  ') ',
  '\u200b',
)
const ZEROS = fc.constantFrom(0x30, 0x660, 0x6f0, 0x9e6, 0x966, 0xff10)
const inScript = (figures: string, zero: number): string =>
  [...figures].map((each) => String.fromCodePoint(zero + Number(each))).join('')
const anyCase = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(text, text.toLowerCase(), text.toUpperCase())
/** Cuts a text in pieces of any length and puts something between each two. */
const cut = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 5 }), BETWEEN), { minLength: 12, maxLength: 12 })
    .map((steps) => {
      let [at, made] = [0, '']
      for (const [length, between] of steps) {
        if (at >= text.length) break
        made += (at > 0 ? between : '') + text.slice(at, at + length)
        at += length
      }
      return made
    })

/** Numbers that are kept for plays and films. */
const phone = fc
  .tuple(
    pick('07700900 02079460 01134960 01314960 01614960 01632960 03069990 08081570'),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([start, rest]) =>
      start +
      String(rest)
        .padStart(3, '0')
        .slice(0, start === '01632960' ? 3 : 3),
  )

t.test(
  'R12: a phone number is found in any grouping, with anything between, in any figures',
  async () => {
    fc.assert(
      fc.property(
        phone.chain((number) =>
          fc.tuple(
            fc.constantFrom(number, `+44${number.slice(1)}`, `0044${number.slice(1)}`).chain(cut),
            ZEROS,
          ),
        ),
        ([number, zero]) => {
          const typed = number.replace(/\d/gu, (each) => inScript(each, zero))
          return foundOf('contacts', `For a place ask ${typed} about it.`).length === 1
        },
      ),
      { numRuns: 400 },
    )
  },
)

t.test('R12: a number before a street is found in any case', async () => {
  const name = pick(
    'Church Lisson Penfold Edgware Victoria Quarrendon Ashmill Bell High Station Salisbury',
  )
  const street = pick(
    'Street St Road Rd Avenue Ave Lane Close Court Ct Grove Crescent Drive Walk Row Hill Park Mansions Buildings ' +
      'Tower Point House Mews Terrace Gardens Wharf Way Square Place',
  )
  const number = fc.oneof(
    fc.integer({ min: 1, max: 999 }).map(String),
    fc
      .tuple(fc.integer({ min: 1, max: 99 }), pick('a b c A B'))
      .map(([n, letter]) => `${n}${letter}`),
    fc
      .tuple(fc.integer({ min: 1, max: 60 }), pick('- – /'))
      .map(([n, dash]) => `${n}${dash}${n + 2}`),
    fc
      .integer({ min: 1, max: 99 })
      .chain((n) => fc.constantFrom(`no. ${n}`, `number ${n}`, `#${n}`, `flat ${n},`)),
    pick('two seven twelve nineteen Twenty'),
  )
  fc.assert(
    fc.property(
      fc.tuple(number, name, street).chain(([a, b, c]) => anyCase(`${a} ${b} ${c}`)),
      (address) => foundOf('contacts', `The gate at ${address}, they said.`).length > 0,
    ),
    { numRuns: 400 },
  )
})

t.test('R12: a postcode is found with any dash, blank or dot, in any case', async () => {
  const outward = pick('NW8 W2 W9 NW10 EC1A SW1A M1 B33 CR2 DN55')
  const inward = fc
    .tuple(fc.integer({ min: 0, max: 9 }), pick('AB JH XY QT PW LN'))
    .map(([figure, letters]) => `${figure}${letters}`)
  fc.assert(
    fc.property(
      fc.tuple(outward, BETWEEN, inward).chain((parts) => anyCase(parts.join(''))),
      (postcode) => foundOf('contacts', `Send it to ${postcode}, please.`).length > 0,
    ),
  )
})

t.test('R12: a guarded word is found with its marks and blanks left off or changed', async () => {
  const word = pick(
    'O’Malley El-Amin Club~7 Lantern~Lane~Youth~Club St~Zed’s Al-Zedi~House Ed',
  ).map((each) => each.replaceAll('~', ' '))
  const mark = fc.constantFrom('', ' ', '-', '’', "'", '‑', '–', '\u00a0', '.', '·')
  fc.assert(
    fc.property(
      word.chain((each) =>
        fc.tuple(
          fc.constant(each),
          fc.array(mark, { minLength: 4, maxLength: 4 }).map((marks) => {
            let i = 0
            return each.replace(/[^\p{L}\p{N}]/gu, () => marks[i++]!)
          }),
          fc.constantFrom('', 's', '’s'),
          fc.boolean(),
        ),
      ),
      ([guarded, typed, ending, isLow]) =>
        foundOf(
          'guarded',
          `They came to the ${isLow ? typed.toLowerCase() : typed}${ending} again.`,
          {
            guarded: [guarded],
          },
        )[0] === guarded,
    ),
    { numRuns: 400 },
  )
})

t.test('R12: ordinary words, days and sums lead to nobody', async () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10))
  const piece = fc.oneof(
    pick('the police and council met lamps were mended on by with more less in every'),
    day,
    day.map((each) => each.split('-').toReversed().join('/')),
    day.map((each) => `${each.slice(8)} April ${each.slice(0, 4)}`),
    fc.integer({ min: 1, max: 999_999 }).map((n) => `£${n.toLocaleString('en-GB')}`),
    fc.integer({ min: 6, max: 22 }).map((n) => `at ${n}.30`),
    fc.integer({ min: 1, max: 100 }).map((n) => `${n}%`),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = `We ${pieces.join(' then ')}.`
      return foundOf('contacts', text).length === 0
    }),
    { numRuns: 400 },
  )
})
