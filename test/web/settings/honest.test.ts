import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { FIGURES } from '../../../src/web/views/board-parts.ts'
import { readFigures } from '../../../src/web/words/figures.ts'
import { speak } from '../../../src/web/words/voice.ts'
import { linksOf } from '../../../src/web/to.ts'
import { openHouse, type House } from '../../support/house.ts'
import { english, language, languages, plain, words } from '../publishing/languages/set-up.ts'

const readable = (html: string): string =>
  plain(html)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

/** The page as it is drawn where these figures were measured. */
const draw = async (house: House, code: string, figures: unknown): Promise<string> =>
  readable(
    await house.app.view('board/settings/honest', {
      frame: {
        title: 'x',
        active: '',
        partnership: house.store.published.board().partnership,
        found: true,
        more: [],
      },
      t: speak(language(code), english),
      to: linksOf(code, '/about/honest', '', 'http://127.0.0.1:3000'),
      languages,
      printed: { size: 1, path: '', address: '' },
      figures,
    }),
  )

t.test(
  'R20, R24: anyone reads what is promised here, and how to complain, in every language',
  async (t) => {
    const house = await openHouse({ t })
    const resident = house.stranger()
    for (const { code } of languages) {
      const at = (path: string): string => (code === 'en' ? path : `/${code}${path}`)
      const answer = await resident.get(at('/about/honest'))
      t.equal(answer.statusCode, 200, code)
      for (const key of ['honest.nothing', 'honest.changed', 'honest.open', 'honest.letter'])
        t.ok(plain(answer.body).includes(String(words(code)[key])), `${code}: ${key}`)
      t.ok(answer.body.includes(`href="${at('/complain')}"`), `${code} leads to complaints`)
      t.equal(answer.headers['set-cookie'], undefined)
      for (const page of ['/about', '/privacy'])
        t.ok((await resident.get(at(page))).body.includes(`href="${at('/about/honest')}"`))
    }
  },
)

t.test('a figure that nobody measured is not shown, and one that was says when', async (t) => {
  const house = await openHouse({ t })
  const none = await draw(house, 'en', null)
  t.notMatch(none, /Tries:|counted by the tests/)
  t.match(none, words('en')['honest.tests'])

  const some = { version: '9.8.7', on: '2026-11-30', tried: { killed: 20, doors: 12345 } }
  const page = await draw(house, 'en', some)
  t.match(page, `${words('en')['honest.killed']} Tries: 20`)
  t.match(page, `${words('en')['honest.doors']} Tries: 12,345`)
  t.match(page, 'tests of version 9.8.7 on 30 November 2026')
  t.equal(page.split('Tries:').length, 3, 'no other figure is told')
  t.match(await draw(house, 'fr', some), 'Essais : 20')
})

t.test('figures come from the file alone, in the order of the page, known ones only', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'figures-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'figures.json')
  t.equal(readFigures(file), null)
  const tried = {
    invented: 1,
    ...Object.fromEntries(FIGURES.toReversed().map((name) => [name, 3])),
  }
  writeFileSync(file, JSON.stringify({ version: '1.0.0', on: '2026-11-30', tried }))
  const figures = readFigures(file)!
  t.same(Object.keys(figures.tried), [...FIGURES])
})
