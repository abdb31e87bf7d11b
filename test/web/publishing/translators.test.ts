import t, { type Test } from 'tap'
import { readPo, writePo } from '../../../src/domain/publishing/handed-out/po.ts'
import type { TranslationWords } from '../../../src/domain/publishing/kinds/translation.ts'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { formsOf } from '../../support/forms.ts'
import { openHouse, PEOPLE, type House, type Visitor } from '../../support/house.ts'

const PLACE = '/desk/translations/fr'
const HUBS = 'Bring back police hubs, so we can reach the police in our own community.'
const OF_HUBS = { kind: 'entry', slug: '2021-q4-1' } as const

const rowsIn = (file: string) => {
  const read = readPo(file)
  if ('wrong' in read) throw new Error(read.wrong)
  return read.rows
}
const bring = (who: Visitor, file: string, place = PLACE) =>
  who.send({
    method: 'POST',
    url: `${place}/bringing-in`,
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    payload: Buffer.from(
      `--edge\r\nContent-Disposition: form-data; name="file"; filename="fr.po"\r\nContent-Type: text/plain\r\n\r\n${file}\r\n--edge--\r\n`,
    ),
  })
/** The file as a translator sends it back: what they changed, and every mark of a doubt gone. */
const worked = (file: string, said: Record<string, string> = {}): string =>
  writePo(
    'fr',
    'Worked on',
    rowsIn(file).map(({ english, text }) => ({
      english,
      text: said[english] ?? text,
      isDoubtful: false,
      stands: [],
    })),
  )
const wordsOf = (house: House) =>
  draftOf(house.store.publications.findTranslation(OF_HUBS, 'fr')!)!.words as TranslationWords
const saving = (page: string) =>
  formsOf(page).find(({ action }) => action === `${PLACE}/drafts`)!.fields
/** Sends what the page holds. */
const save = async (who: Visitor, page: string) => {
  const fields = Object.entries(saving(page)).map(([name, [value]]) => [name, value!] as const)
  return who.post(`${PLACE}/drafts`, Object.fromEntries(fields))
}

/** A translation of the sample is taken down, so that there is something to translate. */
const withoutOne = async ({ store, signIn }: House): Promise<void> => {
  const one = store.publications.list().find((each) => each.slug === 'programme.2020-q3-1.fr')!
  await signIn(PEOPLE.coordinator).post(`/desk/entries/${one.id}/withdrawal`, {
    ground: 'It was wrong.',
  })
}

const begin = async (t: Test, before = async (_house: House): Promise<void> => {}) => {
  const house = await openHouse({ t })
  await before(house)
  const laptop = house.signIn(PEOPLE.coordinator)
  const answer = await laptop.get(`${PLACE}/file`)
  t.equal(answer.statusCode, 200)
  return { house, laptop, answer, file: answer.body }
}

t.test('a translator is handed one file with all that residents are told', async (t) => {
  const { house, answer, file } = await begin(t, withoutOne)
  t.match(answer.headers['content-disposition'], 'round-table-fr.po')
  const rows = rowsIn(file)
  t.equal(new Set(rows.map((row) => row.english)).size, rows.length, 'each text once')
  const hubs = rows.find((row) => row.english === HUBS)!
  t.match(hubs, { text: /police/, isDoubtful: true }, 'a machine’s words are marked')
  for (const own of ['the council', 'Women’s safety', 'All of Westminster', 'Mosaic'])
    t.ok(
      rows.some((row) => row.english === own),
      own,
    )
  t.ok(
    rows.some((row) => row.text === ''),
    'what is not translated is there to be translated',
  )
  t.equal((await house.signIn(PEOPLE.sergeant).get(`${PLACE}/file`)).statusCode, 403)
  t.equal(
    (await house.signIn(PEOPLE.coordinator).get('/desk/translations/en/file')).statusCode,
    404,
  )
})

t.test('R11: nothing that is held in private, and no draft, stands in the file', async (t) => {
  const { house, laptop } = await begin(t)
  const at = '2022-01-27T10:40:00.000Z'
  const publication = house.store.publications.findTranslation(OF_HUBS, 'fr')!
  const words = wordsOf(house)
  house.store.publications.recordDraft(
    publication.id,
    { ...words, pieces: words.pieces.map((piece) => ({ ...piece, text: 'zz draft zz' })) },
    [],
    { personId: publication.drafts[0]!.writerId, at },
  )
  const { body } = await laptop.get(`${PLACE}/file`)
  t.notMatch(body, 'zz draft zz')
  const held = house.store.actions.listUnfiltered().filter((each) => each.depth === 'named')
  t.ok(held.length > 0)
  for (const { terms } of held)
    for (const { text } of terms) t.notOk(body.includes(text.slice(0, 30)))
})

t.test(
  'R12, R13: what comes back is shown, becomes drafts when it is saved, and is told once someone else approves it',
  async (t) => {
    const { house, laptop, file } = await begin(t)
    const drafts = () => house.store.publications.list().flatMap((each) => each.drafts).length
    const before = drafts()
    const read = await bring(laptop, worked(file, { [HUBS]: 'Rendez-nous la police de quartier.' }))
    t.equal(read.statusCode, 200)
    t.match(read.body, /1 row new, 0 not taken/)
    t.match(read.body, 'Rendez-nous la police de quartier.')
    t.match(read.body, 'Remettez des points', 'beside what it says now')
    t.equal(drafts(), before, 'nothing is saved yet')
    const saved = await save(laptop, read.body)
    t.match(saved.headers.location, '/desk/translations?language=fr&saved=')
    t.match((await laptop.get(String(saved.headers.location))).body, /Saved: \d+ drafts/)
    t.match(wordsOf(house), { checked: true })
    t.ok(wordsOf(house).pieces.some(({ text }) => text === 'Rendez-nous la police de quartier.'))
    const page = async () => (await house.stranger().get('/fr/entries/2021-q4-1')).body
    t.notMatch(await page(), 'Rendez-nous', 'a draft is not told')
    const { id } = house.store.publications.findTranslation(OF_HUBS, 'fr')!
    const draftId = () => draftOf(house.store.publications.find(id)!)!.id
    const approve = (who: Visitor) =>
      who.post(`/desk/entries/${id}/approval`, { draftId: draftId() })
    t.equal((await approve(laptop)).statusCode, 403)
    t.equal((await approve(house.signIn(PEOPLE.approver))).statusCode, 303)
    t.equal((await laptop.post(`/desk/entries/${id}/publication`, {})).statusCode, 303)
    t.match(await page(), 'Rendez-nous la police de quartier.')
  },
)

t.test('a row that the translator left marked stays a machine’s', async (t) => {
  const { house, laptop, file } = await begin(t)
  const rows = rowsIn(file).map((row) => ({ ...row, stands: [] }))
  const said = rows.map((row) => (row.english === HUBS ? { ...row, text: 'Rendez-les.' } : row))
  await save(laptop, (await bring(laptop, writePo('fr', '', said))).body)
  t.match(wordsOf(house), { checked: false })
})

t.test(
  'R12, R17, R23: a row that cannot be taken says why beside it, and the rest is',
  async (t) => {
    const { house, laptop, file } = await begin(t)
    const STALL = 'The stall was held.'
    const GAP = 'Mosaic meets mothers every month.'
    const MOTHERS = 'The mothers met again.'
    const back = worked(file, {
      [HUBS]: 'Rendez-nous la police de quartier.',
      [STALL]: 'Voir Lantern Lane Youth Club.',
      [GAP]: 'Une ligne.\nEt une autre.',
    }).replace(`msgid "${MOTHERS}"`, 'msgid "The mothers met once more."')
    const { body } = await bring(laptop, back)
    t.match(body, /1 row new, 3 not taken/)
    t.match(body, /Voir Lantern Lane Youth Club\.[\s\S]{0,400}?is a guarded word/)
    t.match(body, /The English has one line, and this has 2/)
    t.match(body, /The mothers met once more\.[\s\S]{0,400}?not told in these words now/)
    t.equal((await save(laptop, body)).statusCode, 303)
    const all = house.store.publications
      .list()
      .flatMap((each) => JSON.stringify(draftOf(each)!.words))
      .join('\n')
    t.match(all, 'Rendez-nous la police de quartier.')
    t.notMatch(all, /Voir Lantern Lane|Une ligne/)
  },
)

t.test('R23: what is no such file, or another language’s, is refused in plain words', async (t) => {
  const { laptop, file } = await begin(t)
  const refusal = async (back: string, place = PLACE) => {
    const { statusCode, body } = await bring(laptop, back, place)
    t.equal(statusCode, 422)
    t.match(body, /<title>Error: /)
    return body
  }
  t.match(await refusal('Dear all, here it is'), /Line 1: /)
  t.match(await refusal(''), /Choose the file/)
  t.match(await refusal('\u0000\u0001'), /not a translator’s file/)
  t.match(await refusal(file, '/desk/translations/es'), /This file is in French/)
})

t.test('nothing is saved that nobody saw: other drafts since are looked at first', async (t) => {
  const { house, laptop, file } = await begin(t)
  const { body } = await bring(laptop, worked(file, { [HUBS]: 'Rendez-nous la police.' }))
  const { id } = house.store.publications.findTranslation(OF_HUBS, 'fr')!
  house.store.publications.recordDraft(id, wordsOf(house), [], {
    personId: 1,
    at: '2022-01-27T10:41:00.000Z',
  })
  const refused = await save(laptop, body)
  t.equal(refused.statusCode, 422)
  t.match(refused.body, /Something has changed since you looked/)
  t.match(refused.body, 'Rendez-nous la police.', 'nothing of the file is lost')
  t.equal((await save(laptop, refused.body)).statusCode, 303)
})
