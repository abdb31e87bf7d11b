import { readdirSync, readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import Database from 'better-sqlite3'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { dropWhatIsOver } from '../../../../src/work/clock/dropped.ts'
import { type House, PEOPLE } from '../../../support/house.ts'
import { ALT, FORM, isGone, open, publish, shown } from './shown-set-up.ts'

const IN_FRENCH = 'Une lampe neuve près de la porte d’un immeuble.'

/** Translates each piece of what is told beside an entry, and publishes that. */
const tellIn = async (
  house: House,
  of: { kind: 'photo' | 'quote'; slug: string },
  tongue: Record<string, string>,
): Promise<string> => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const begun = await laptop.post('/desk/translations', { language: 'fr', ...of })
  const path = String(begun.headers.location)
  const { id, words } = draftOf(house.store.publications.find(idOf(path))!)!
  if (words.kind !== 'translation') throw new Error(begun.body)
  const saved = await laptop.post(`${path}/drafts`, {
    basedOn: String(id),
    checked: 'yes',
    ...Object.fromEntries(
      words.pieces.flatMap(({ english }, i) => [
        [`english-${i}`, english],
        [`piece-${i}`, tongue[english]!],
      ]),
    ),
  })
  if (saved.statusCode !== 303) throw new Error(saved.body)
  await publish(house, path)
  return path
}
const idOf = (path: string): number => Number(path.split('/').at(-1))

/** No text of it is in any column of any table, nor in any file of the record. */
const isNowhere = (t: Test, house: House, texts: string[]): void => {
  const db = new Database(house.file, { readonly: true })
  const tables = db.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all()
  for (const table of tables) {
    const rows = JSON.stringify(db.prepare(`select * from "${String(table)}"`).all())
    for (const text of texts) t.notOk(rows.includes(text), `${String(table)}: ${text}`)
  }
  db.close()
  for (const file of readdirSync(house.folder, { withFileTypes: true, recursive: true }))
    if (file.isFile()) {
      const bytes = readFileSync(`${file.parentPath}/${file.name}`)
      for (const text of texts) t.notOk(bytes.includes(text), `${file.name}: ${text}`)
    }
}

t.test(
  'R18: a photo is told in a language, and once it is taken back its words in it are in no table, file or log',
  async (t) => {
    const { house, laptop, at, photoPath, page, picture } = await shown(t)
    const { slug } = house.store.publications.find(idOf(at))!
    t.match((await house.stranger().get(`/fr${page}`)).body, ALT)
    await tellIn(house, { kind: 'photo', slug: slug! }, { [ALT]: IN_FRENCH })
    const french = (await house.stranger().get(`/fr${page}`)).body
    t.match(french, `alt="${IN_FRENCH}"`)
    t.notMatch(french, ALT)
    t.match((await house.stranger().get('/fr/board.json')).body, IN_FRENCH)
    t.equal((await laptop.post(`${photoPath}/taking-back`)).statusCode, 303)
    await isGone(t, house, { page, picture })
    t.notMatch((await house.stranger().get(`/fr${page}`)).body, IN_FRENCH)
    isNowhere(t, house, [ALT, IN_FRENCH])
  },
)

t.test('R18: nor are words that were drafted in a language and never told', async (t) => {
  const { house, laptop, at, photoPath } = await shown(t)
  const { slug } = house.store.publications.find(idOf(at))!
  const of = { language: 'fr', kind: 'photo', slug: slug! }
  const path = String((await laptop.post('/desk/translations', of)).headers.location)
  const draft = () => draftOf(house.store.publications.find(idOf(path))!)!
  const typed = { checked: 'no', 'english-0': ALT, 'piece-0': IN_FRENCH }
  const saved = await laptop.post(`${path}/drafts`, { ...typed, basedOn: String(draft().id) })
  t.equal(saved.statusCode, 303)
  await laptop.post(`${photoPath}/taking-back`)
  isNowhere(t, house, [ALT, IN_FRENCH])
  t.match((await laptop.get(path)).body, 'is not told any more', 'and nothing is left to say')
  await laptop.post(`${path}/drafts`, { ...typed, basedOn: String(draft().id) })
  isNowhere(t, house, [ALT, IN_FRENCH])
})

t.test('R18: what someone said is gone in every language as well', async (t) => {
  const { house, laptop } = await open(t)
  const quote = house.store.quotes.list()[0]!
  const { slug } = house.store.publications.list().find(({ quoteId }) => quoteId === quote.id)!
  const entry = house.store.publications.findFor({ kind: 'entry', concernId: quote.concernId })!
  const tongue = { [quote.words]: 'Un repas formidable.', [quote.role]: 'Un mot de merci' }
  await tellIn(house, { kind: 'quote', slug: slug! }, tongue)
  const page = `/fr/entries/${entry.slug}`
  t.match((await house.stranger().get(page)).body, '“Un repas formidable.”')
  t.match((await house.stranger().get('/fr/feed.atom')).body, 'Un repas formidable.')
  t.equal((await laptop.post(`/desk/quotes/${quote.id}/withdrawal`)).statusCode, 303)
  for (const path of [page, '/fr/feed.atom', '/fr/board.json', '/fr/poster?quarter=all'])
    t.notMatch((await house.stranger().get(path)).body, 'formidable', path)
  isNowhere(t, house, [quote.words, 'Un repas formidable.'])
})

t.test(
  'R18: on the day after a yes has run out, the photo is in no table, file or log, by itself',
  async (t) => {
    const askedById = '1'
    const form = { recognised: 'yes', askedById, use: 'the board', until: '28/1/2022' }
    const { house, at, page, picture } = await shown(t, form)
    const { id, hash } = house.store.shownPhotos.list().at(-1)!
    const bytes = house.store.shownPhotos.bytes(id)!.subarray(-200)
    const isIn = () =>
      [house.file, `${house.file}-wal`].some((file) => readFileSync(file).includes(bytes))
    dropWhatIsOver(house.store, new Date('2022-01-28T22:00:00.000Z'))
    t.equal((await house.stranger().get(picture)).statusCode, 200, 'it holds to its last day')
    t.ok(isIn())
    const next = '2022-01-29T00:10:00.000Z'
    house.clock.moveTo(next)
    dropWhatIsOver(house.store, new Date(next))
    await isGone(t, house, { page, picture })
    t.equal(house.store.publications.find(idOf(at))!.withdrawal!.at, '2022-01-29')
    t.equal(house.store.shownPhotos.bytes(id), null)
    t.notOk(house.store.shownPhotos.byHash(id, hash))
    t.notOk(isIn())
    isNowhere(t, house, [FORM.alt])
  },
)
