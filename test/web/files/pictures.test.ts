import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import t from 'tap'
import { keepPictures } from '../../../src/web/files/pictures/kept-pictures.ts'
import { lettersIn } from '../../../src/web/files/pictures/letters.ts'
import type { PairWords } from '../../../src/web/files/pictures/picture.ts'
import { readPhotos } from '../../../src/web/files/photos/photo.ts'
import { readLanguages } from '../../../src/web/words/read-languages.ts'

const FONTS = fileURLToPath(new URL('../../../static/fonts', import.meta.url))
process.env.FONTCONFIG_FILE = `${FONTS}/fonts.conf`
const pair: PairWords = {
  saidLabel: 'You said',
  said: 'The park is dark.',
  didLabel: 'We did',
  did: 'There are lights now.',
  name: 'Mosaic',
  moon: 'done',
  fromRight: false,
}

t.test(
  'every word of ours can be drawn in every language, with no font of the server’s',
  async (t) => {
    const has = lettersIn(FONTS)
    const languages = readLanguages('views/words')
    t.equal(languages.length, 11)
    for (const { code, words } of languages)
      for (const key of ['pair.said', 'pair.done', 'pair.could-not', 'standing.unanswered'])
        t.ok(has(String(words[key])), `${code}: ${key}`)
    t.ok(has('“Café”, ë ñ ç œ – … ’ 2021 £5 (MPS)'))
    for (const boxes of ['公园', 'Парк', '😀', 'ł']) t.notOk(has(boxes), `${boxes} would be a box`)
  },
)

t.test('the same words are drawn once, in turn, and too many at once are sent away', async (t) => {
  const pictures = keepPictures(FONTS)
  t.equal(pictures(pair), pictures({ ...pair }), 'one drawing for two who ask')
  const many = Array.from({ length: 60 }, (_, i) => pictures({ ...pair, said: `Number ${i}` }))
  t.equal(many.filter((each) => each === undefined).length, 21, 'forty wait, and no more')
  const drawn = await Promise.all(many)
  t.equal(new Set(drawn.flatMap((each) => each?.tag ?? [])).size, 39)
  t.not(pictures({ ...pair, said: 'Later' }), undefined, 'and then there is room again')
})

t.test('nothing in the words is read as markup, and the longest fit', async (t) => {
  const pictures = keepPictures(FONTS)
  for (const said of [
    '<b>&amp;</b> <span size="9999999">',
    'w'.repeat(500),
    ' ',
    'a\n'.repeat(200),
  ]) {
    const { bytes } = await pictures({ ...pair, said })!
    const { width, height } = await sharp(bytes).metadata()
    t.same([width, height], [1200, 630], said.slice(0, 20))
  }
})

t.test('to draw opens no reader: what a phone sends is still read by three alone', async (t) => {
  await keepPictures(FONTS)({ ...pair, said: 'Drawn first' })
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  await t.rejects(sharp(svg).png().toBuffer(), 'no SVG')
  t.match(await readPhotos([svg]), { wrong: 'is no photo that we can read' })
})

t.test(
  'a server without fonts, and where nothing may be written beside them, draws the same',
  async (t) => {
    const here = await keepPictures(FONTS)({ ...pair, said: 'قلتم', fromRight: true })!
    const script = `
    import { keepPictures } from ${JSON.stringify(new URL('../../../src/web/files/pictures/kept-pictures.ts', import.meta.url).href)}
    const { tag } = await keepPictures(${JSON.stringify(FONTS)})(${JSON.stringify({ ...pair, said: 'قلتم', fromRight: true })})
    process.stdout.write(tag)`
    const tag = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: {
        HOME: '/nonexistent',
        XDG_CACHE_HOME: '/nonexistent',
        PATH: '',
        FONTCONFIG_FILE: `${FONTS}/fonts.conf`,
      },
      encoding: 'utf8',
    })
    t.equal(tag, here.tag)
  },
)
