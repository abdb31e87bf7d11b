import fc from 'fast-check'
import t from 'tap'
import { readPo, writePo, type HandedRow } from '../../../src/domain/publishing/handed-out/po.ts'
import { wrongInRow } from '../../../src/domain/publishing/handed-out/row.ts'

const rowsOf = (file: string): HandedRow[] => {
  const read = readPo(file)
  if ('wrong' in read) throw new Error(read.wrong)
  return read.rows
}

t.test('what is handed out comes back as it was, whatever stands in it', async (t) => {
  const text = fc.string({ unit: 'binary', maxLength: 60 }).filter((each) => !/[\r\0]/.test(each))
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(text.filter(Boolean), text, fc.boolean()), {
        minLength: 1,
        maxLength: 8,
        selector: ([english]) => english,
      }),
      (all) => {
        const rows = all.map(([english, said, isDoubtful]) => ({ english, text: said, isDoubtful }))
        const handed = rows.map((row) => ({ ...row, stands: ['An entry\nof two lines'] }))
        const read = readPo(writePo('so', 'For a translator', handed))
        return (
          'rows' in read &&
          read.language === 'so' &&
          JSON.stringify(read.rows) === JSON.stringify(rows)
        )
      },
    ),
  )
  t.pass()
})

t.test('a file is read as other programs save it', async (t) => {
  t.same(
    rowsOf(
      [
        '# Ours',
        'msgid ""',
        'msgstr "Language: fr_FR\\n"',
        '#: somewhere',
        '#| msgid "Old words"',
        '#, fuzzy, c-format',
        'msgctxt "entry"',
        'msgid "One"',
        'msgstr ""',
        '"Un "',
        '"deux\\n"',
        '"trois"',
        '#~ msgid "Gone"',
        '#~ msgstr "Parti"',
        'msgid "Two"',
        'msgstr "Deux \\"fois\\""',
      ].join('\n'),
    ),
    [
      { english: 'One', text: 'Un deux\ntrois', isDoubtful: true },
      { english: 'Two', text: 'Deux "fois"', isDoubtful: false },
    ],
  )
})

t.test('R23: a file that is cut off, doubled or no such file says at which line', async (t) => {
  const wrong = (file: string): string => (readPo(file) as { wrong: string }).wrong
  t.match(wrong('msgid "One"\nmsgstr "Un'), /^Line 2: /)
  t.match(wrong('msgid "One"\n\nmsgid "Two"\nmsgstr ""'), /^Line 1: /)
  t.match(wrong('msgid "One"\nmsgstr "a"\n\nmsgid "One"\nmsgstr "b"'), /^Line 4: .*twice/)
  t.match(wrong('msgid "One"\nmsgid_plural "Many"\nmsgstr[0] "x"'), /^Line 2: /)
  t.match(wrong('msgid "One"\nmsgstr "a\\qb"'), /^Line 2: /)
  t.match(wrong('Dear friend,\nhere is the file.'), /^Line 1: /)
  t.match(wrong(''), /no rows/)
})

t.test('R17: a row keeps its lines and the numbers that we fill in', async (t) => {
  t.equal(wrongInRow('{stall-2.came} came.', 'Vinieron {stall-2.came}.'), null)
  t.match(wrongInRow('{stall-2.came} came.', 'Vinieron 38.'), /Keep \{stall-2\.came\}/)
  t.match(wrongInRow('Some came.', 'Vinieron {stall-2.came}.'), /does not stand in the English/)
  t.match(wrongInRow('One.\nTwo.', 'Uno. Dos.'), /2 lines/)
  t.match(wrongInRow('One.', 'u'.repeat(2501)), /too long/)
})
