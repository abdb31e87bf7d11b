import { encode } from 'uqr'
import type { Store } from '../../../src/store/store.ts'
import { entryWords, tell, translate } from '../../support/publications.ts'
import { print, test } from './set-up.ts'
import type { Test } from 'tap'
import type { Standing } from '../../../src/domain/concerns/standing.ts'

const STANDINGS: Standing[] = ['done', 'standing', 'under-way', 'could-not', 'unanswered']
const A4 = { width: 595, height: 842 }
const LONG = 'Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnung'
/** Quarters of the board with so many pairs, in words that are so long. */
const QUARTERS = [
  { quarter: '2020-q1', month: '2020-01', pairs: 1, times: 1, most: 1 },
  { quarter: '2020-q2', month: '2020-04', pairs: 3, times: 2, most: 1 },
  { quarter: '2020-q3', month: '2020-07', pairs: 5, times: 2, most: 2 },
  { quarter: '2020-q4', month: '2020-10', pairs: 9, times: 2, most: 2 },
  { quarter: '2019-q1', month: '2019-01', pairs: 40, times: 4, most: 25 },
  // Longer than a form lets anyone write: some of them go on on the next sheet.
  { quarter: '2018-q1', month: '2018-01', pairs: 3, times: 8, most: 4, goOn: true },
]

/** The first and the last words of each side of a pair are marks, which no page break may part. */
const marksOf = (at: string): string[] => [`${at}a`, `${at}b`, `${at}c`, `${at}d`]
const fill = (store: Store): void => {
  for (const { month, pairs, times } of QUARTERS) {
    for (let i = 0; i < pairs; i++) {
      const standing = STANDINGS[i % 5]!
      const [a, b, c, d] = marksOf(`7${month.replace('-', '')}${i}`)
      const middle = (
        pairs > 9 || times > 7 ? `${LONG} the lights are out ` : 'The street is dark '
      ).repeat(times)
      const [said, did] = [`${a} ${middle} ${b}`, `${c} ${middle}\nIn a second line. ${d}`]
      const { slug } = tell(
        store,
        entryWords({
          raisedOn: month,
          standing,
          on: standing === 'unanswered' ? null : '2022-01',
          said,
          did,
          trail: [],
          origin: '',
        }),
      )
      if (i % 2 === 0)
        translate(store, slug, 'ar', {
          [said]: `${a} ${'الشارع مظلم في المساء '.repeat(times)} ${b}`,
          [did]: `${c} ${'أصلح المجلس الأضواء '.repeat(times)}\nسطر ثانٍ. ${d}`,
        })
    }
  }
}
const marksIn = (quarter: string): string[][] => {
  const { month, pairs } = QUARTERS.find((each) => each.quarter === quarter)!
  return Array.from({ length: pairs }, (_, i) => marksOf(`7${month.replace('-', '')}${i}`))
}
/**
 * On how many pages each of these marks stands. A word of another direction beside it changes the
 * order of a line, and not the mark.
 */
const pagesOf = (texts: string[], mark: string): number[] =>
  texts.flatMap((text, i) => (new RegExp(`(?<!\\d)${mark}(?![a-z])`).test(text) ? [i] : []))

test(
  'a sheet is A4, no page break splits a pair, and each sheet says how to raise a concern',
  async (t, house) => {
    const page = await house.comeIn({ javaScriptEnabled: false })
    for (const { quarter, most, goOn } of QUARTERS) {
      for (const path of [
        `/poster?quarter=${quarter}`,
        `/poster?quarter=${quarter}&ink=save`,
        `/ar/poster?quarter=${quarter}`,
        `/ar/poster?quarter=${quarter}&ink=save`,
      ]) {
        const { texts, sizes } = await print(page, path)
        t.same(
          sizes.filter(
            ({ width, height }) =>
              Math.abs(width - A4.width) > 1 || Math.abs(height - A4.height) > 1,
          ),
          [],
          `${path}: each page is A4`,
        )
        const split = marksIn(quarter).filter(
          (marks) =>
            new Set(marks.flatMap((mark) => pagesOf(texts, mark))).size !== 1 ||
            marks.some((mark) => pagesOf(texts, mark).length !== 1),
        )
        if (goOn) sayThatTheyGoOn(t, texts, marksIn(quarter), path)
        else t.same(split, [], `${path}: each pair stands whole on one page`)
        t.ok(
          texts.length <= most * (path.startsWith('/ar') ? 2 : 1),
          `${path}: on ${texts.length} pages`,
        )
        for (const words of ['999', '101', '020 7946 0000', '10.30', new URL(house.url).host])
          t.same(
            texts.flatMap((each, i) => (each.includes(words) ? [] : [i + 1])),
            [],
            `${path}: each sheet says ${words}`,
          )
        t.ok(
          texts.every((each, i) =>
            each.replace(/[\u2066\u2069]/g, '').includes(`${i + 1} / ${texts.length}`),
          ),
          `${path}: each sheet says which it is of how many`,
        )
        t.ok(
          marksIn(quarter).some((marks) => pagesOf(texts, marks[0]!).includes(texts.length - 1)),
          'the last sheet is not the foot alone',
        )
      }
    }
  },
  { prepare: fill },
)

/** No word of a long pair is lost, and both sheets say that it is one pair. */
const sayThatTheyGoOn = (t: Test, texts: string[], marks: string[][], path: string): void => {
  t.same(
    marks.flat().filter((mark) => pagesOf(texts, mark).length === 0),
    [],
    `${path}: nothing is lost`,
  )
  // The letters of Arabic come out of a PDF in other shapes.
  if (path.startsWith('/ar')) return
  const [words, more] = ['This goes on from the sheet before.', 'There is more on the next sheet.']
  const saying = (what: string): number[] =>
    texts.flatMap((each, i) => (each.replace(/\s+/g, ' ').includes(what) ? [i] : []))
  t.ok(saying(words).length > 0, `${path}: a pair that goes on says so`)
  t.same(
    saying(more).map((i) => i + 1),
    saying(words),
    `${path}: and so does the sheet before it`,
  )
}

test(
  'all so far is a row of sheets, and each foot tells of the next round table',
  async (t, house) => {
    const page = await house.comeIn({ javaScriptEnabled: false })
    const { texts } = await print(page, '/poster?quarter=all')
    const last = texts.at(-1)!.replace(/\s+/g, ' ')
    const marks = QUARTERS.flatMap(({ quarter }) => marksIn(quarter))
    t.same(
      marks.flat().filter((mark) => pagesOf(texts, mark).length === 0),
      [],
      'each pair is there',
    )
    t.match(last, /Next round table: 28 April 2022/)
    t.match(last, /Worried about something\? Tell us\./)
    t.match(last, /You do not have to give your name/)
    t.match(texts[0], /You said,\s+we did\./)
  },
  { prepare: fill },
)

test(
  'the sheet that saves ink fills no area, and both can be read in black and white',
  async (t, house) => {
    const page = await house.comeIn({ javaScriptEnabled: false })
    await page.emulateMedia({ media: 'print' })
    const filled = () =>
      page.locator('.sheet, .sheet .pair, .sheet .pair *').evaluateAll((all) =>
        all
          .flatMap((each) =>
            ['', '::before', '::after'].map((pseudo) => {
              const style = each.ownerDocument.defaultView.getComputedStyle(each, pseudo || null)
              return style.content === 'none' && pseudo ? 'rgba(0, 0, 0, 0)' : style.backgroundColor
            }),
          )
          .filter(
            (colour) => !/^rgba\(0, 0, 0, 0\)$|^transparent$|^rgb\(255, 255, 255\)$/.test(colour),
          ),
      )
    for (const language of ['', '/ar', '/bn']) {
      await page.goto(`${language}/poster?quarter=2020-q3&ink=save`)
      t.same(await filled(), [], 'nothing is filled')
      await page.goto(`${language}/poster?quarter=2020-q3`)
      t.ok((await filled()).length > 5, 'the other is, so that this can be seen')
    }
    for (const path of ['/poster?quarter=2020-q3', '/poster?quarter=2020-q3&ink=save']) {
      const { texts } = await print(page, path)
      for (const words of [
        'We did',
        'Still going',
        'We are doing',
        'We could not, because',
        'No answer yet',
      ])
        t.equal(texts.join(' ').split(words).length, 2, `${path}: “${words}” is said in words`)
    }
  },
  { prepare: fill },
)

test('the square leads to the same pairs on the board, in the language of the sheet', async (t, house) => {
  const page = await house.comeIn({ javaScriptEnabled: false })
  const led: [string, string][] = [
    ['/poster?quarter=2021-q3', '/?quarter=2021-q3'],
    ['/ar/poster?quarter=2021-q3&theme=trust', '/ar?theme=trust&quarter=2021-q3'],
    ['/poster?quarter=all', '/'],
    ['/poster?quarter=all&by=police&ink=save', '/?by=police'],
    ['/poster', '/?quarter=2021-q4'],
    ['/poster?quarter=%3Cscript%3E', '/?quarter=2021-q4'],
  ]
  for (const [path, board] of led) {
    await page.goto(path)
    const drawn = await page.locator('.qr path').first().getAttribute('d')
    const size = Number((await page.locator('.qr').first().getAttribute('viewBox'))!.split(' ')[2])
    const dark = new Set(
      [...drawn!.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].flatMap(([, x, y, wide]) =>
        Array.from({ length: Number(wide) }, (_, i) => `${Number(x) + i} ${y}`),
      ),
    )
    const asked = encode(`${house.url}${board}`, { border: 4 })
    t.equal(size, asked.size, path)
    t.same(
      asked.data.flatMap((row, y) =>
        row.flatMap((each, x) => (each === dark.has(`${x} ${y}`) ? [] : [[x, y]])),
      ),
      [],
      `${path}: the square says ${board}`,
    )
    const pairs = await page.locator('.sheet article h2').allInnerTexts()
    await page.goto(board)
    t.same(
      [...(await page.getByRole('article').locator('.words').allInnerTexts())].toSorted(),
      pairs.toSorted(),
      'where the same pairs stand',
    )
    await page.goto(path)
    const box = await page.locator('.qr').first().boundingBox()
    t.ok(box!.width >= 96, 'large enough for a phone: an inch or more')
  }
})
