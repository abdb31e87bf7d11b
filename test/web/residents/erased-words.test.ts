import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { countWords, plainWords, withoutWords } from '../../../src/domain/people/erased-words.ts'
import { CLASSES } from '../../../src/store/classes/classes.ts'
import { copyTo } from '../../../src/store/copies.ts'
import { connect } from '../../../src/store/database.ts'
import { bringList } from '../../../src/store/erasing/list.ts'
import { PLACES } from '../../../src/store/erasing/places.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { putInPlace } from '../../../src/store/restoring.ts'
import { verifyChain } from '../../../src/store/sealing/verify.ts'
import { openStore } from '../../../src/store/store.ts'
import { openHouse, PEOPLE, type House, type Visitor } from '../../support/house.ts'
import { entryWords } from '../../support/publications.ts'
import { onDisk } from './messages/set-up.ts'

const NAME = /zqanna\s+zqberg(?!man)/i

/** A record in which a name stands in what several people wrote, and in a private matter of the police. */
const withName = async (t: Test) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const phone = house.signIn(PEOPLE.sergeant)
  const made = await laptop.post('/desk/concerns', {
    text: 'The son of Zqanna  Zqberg was stopped.',
    originKind: 'phone',
  })
  const said = { status: 'under-way', text: 'I rang ZQANNA ZQBERG, and not Zqanna Zqbergman.' }
  await laptop.post('/desk/actions/1/updates', said)
  draftedWith(house, 'Zqanna Zqberg told us.', 'A mother told us.')
  return { house, laptop, phone, concern: made.headers.location! }
}

/** An entry in preparation: its first draft names somebody, and the one in hand does not. */
const draftedWith = (house: House, first: string, second: string): void => {
  const { store } = house
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  const { id: concernId } = store.concerns.listUnfiltered().at(-1)!
  const of = { kind: 'entry' as const, concernId, roundTableId: null, year: null }
  const id = store.publications.record(of, entryWords({ said: first }), [], by)
  const draft = store.publications.find(id)!.drafts.at(-1)!
  store.publications.recordComment(id, draft.id, 1, 'Who is Zqanna Zqberg?', by)
  store.publications.recordDraft(id, entryWords({ said: second }), [], by)
}

const holdInPrivate = (house: House): number => {
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  return house.store.concerns.record(
    {
      text: 'Zqanna Zqberg is afraid.',
      raisedOn: '2022-01-20',
      originKind: 'phone',
      originNote: null,
      themeId: null,
      areaId: null,
      depth: 'named',
      ground: GROUNDS[0],
      list: [house.person(PEOPLE.sergeant).id],
    },
    { roundTableId: null, splitFromId: null },
    by,
  )
}

const words = { words: 'zqanna zqberg.' }

/** Looks, and sends the form that is shown with every sentence ticked. */
const erase = async (laptop: Visitor, typed: { words: string }, without: RegExp = /^$/) => {
  const page = await laptop.post('/desk/erasures/words', { ...typed, step: 'look' })
  const rows = [...page.body.matchAll(/name="rows" value="([^"]+)"/g)].map((each) => each[1]!)
  const form = { ...typed, rows: rows.filter((each) => !without.test(each)), step: 'erase' }
  return { page: page.body, sent: await laptop.post('/desk/erasures/words', form) }
}

t.test(
  'R5, R29: a name is taken out of sentences that others wrote, and the sentence stays',
  async (t) => {
    const { house, laptop, concern } = await withName(t)
    const none = await laptop.post('/desk/erasures/words', { ...words, step: 'erase' })
    t.match(none.body, 'Tick the sentences', 'nothing goes that nobody saw')
    t.match(onDisk(house), NAME)
    const { page, sent } = await erase(laptop, words)
    t.match(page, /The son of Zqanna\s+Zqberg was stopped\./, 'each sentence is shown first')
    t.match(page, 'Actions, and what owners said')
    t.match(page, /aria-label="What we found"[^>]*autofocus/, 'a phone shows first what was found')
    t.equal(none.body.match(/autofocus/g)?.length, 1, 'or what is wrong')
    t.equal(sent.headers.location, '/desk/erasures?done=words')
    const done = (await laptop.get('/desk/erasures?done=words')).body
    t.match(done, /Minutes that went out\s+by letter or on paper have it still/)
    t.match((await laptop.get(concern)).body, 'The son of [erased] was stopped.')
    const action = (await laptop.get('/desk/actions/1')).body
    t.match(action, 'I rang [erased], and not Zqanna Zqbergman.')
    t.notMatch(onDisk(house), NAME, 'nowhere, nor on the list that is kept apart')
    const db = connect(databaseFile(house.folder))
    const { faults, rows } = verifyChain(db.$client)
    t.same(faults, [], 'the chain fits: a line says who had them taken out')
    t.ok(rows > 100)
    t.throws(() => db.$client.exec("update updates set text = 'other'"), /only added to/)
    db.$client.close()
  },
)

t.test('R29: a name beside a request in the register is found, and taken out', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const { location } = (
    await laptop.post('/desk/requests', {
      kind: 'access',
      text: 'What is held of her.',
      receivedOn: '20 January 2022',
      name: 'Zqanna Zqberg',
      reach: 'by post, at Zqanna Zqberg’s',
    })
  ).headers
  const { page } = await erase(laptop, words)
  t.match(page, 'Names beside requests')
  const request = (await laptop.get(location!)).body
  t.match(request, /\[erased\][^]*by post, at \[erased\]’s/)
  t.notMatch(onDisk(house), NAME)
})

t.test('R11, R29: nobody erases in a private matter that they may not see', async (t) => {
  const { house, laptop } = await withName(t)
  const before = (await laptop.post('/desk/erasures/words', { ...words, step: 'look' })).body
  const id = holdInPrivate(house)
  const after = (await laptop.post('/desk/erasures/words', { ...words, step: 'look' })).body
  const without = (html: string): string => html.replace(/name="once" value="[^"]*"/g, '')
  t.equal(without(after), without(before), 'and its page counts nothing of it')
  await laptop.post('/desk/erasures/words', { ...words, step: 'erase' })
  t.match(
    house.store.concerns.listUnfiltered([id])[0]!.wordings.at(-1)!.text,
    'Zqanna Zqberg is afraid.',
  )
})

t.test('R29: a name that was taken out stays out when an older record is put back', async (t) => {
  const { house, laptop, concern } = await withName(t)
  const folder = mkdtempSync(join(tmpdir(), 'older-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const backup = join(folder, 'older.db')
  const db = connect(databaseFile(house.folder))
  copyTo(db, backup)
  db.$client.close()
  await erase(laptop, words)
  const elsewhere = join(folder, 'restored')
  mkdirSync(elsewhere)
  bringList(house.folder, elsewhere)
  putInPlace(backup, elsewhere)
  const disk = (): string => onDisk({ ...house, folder: elsewhere })
  t.match(disk(), NAME, 'the older record has it')
  const again = openStore(elsewhere)
  t.notMatch(disk(), NAME)
  const id = Number(concern.split('/').at(-1))
  t.match(again.concerns.listUnfiltered([id])[0]!.wordings.at(-1)!.text, 'The son of [erased]')
  t.match(again.journal.history('words', 0).at(-1), { verb: 'erased again' })
  again.close()
})

t.test('R13, R15, R29: what is public, or on its way, is written anew first', async (t) => {
  const { laptop } = await withName(t)
  const told = { words: 'youth crime' }
  const { page, sent } = await erase(laptop, told)
  t.match(page, 'stands in public words')
  t.equal(sent.statusCode, 422)
  t.match(sent.body, 'Write those anew first')
  for (const short of ['a', '...', 'é.'])
    t.equal(
      (await laptop.post('/desk/erasures/words', { words: short, step: 'look' })).statusCode,
      422,
      short,
    )
  for (const ours of ['could-not', 'shownPhotoId'])
    t.notMatch(
      (await erase(laptop, { words: ours })).page,
      /“\w[\w-]*” stands in public words/,
      ours,
    )
})

t.test(
  'R29: a name is known in the ways that keyboards write it, and in no other word',
  async (t) => {
    const goes = (text: string, typed: string): string =>
      withoutWords(text, countWords(typed), (each) => each === plainWords(typed))
    t.equal(goes('Mrs O’Brien came.', "o'brien"), 'Mrs [erased] came.')
    t.equal(goes('Anne\u2011Marie and Anne-Marie', 'anne-marie'), '[erased] and [erased]')
    t.equal(goes('İlknur, ILKNUR', 'ilknur'), '[erased], [erased]')
    t.equal(goes('An\u00ADna\u200Bbel', 'annabel'), '[erased]')
    t.equal(goes('王小明来了', '小明'), '王[erased]来了')
    t.equal(goes('Alison met Ali.', 'Ali'), 'Alison met [erased].')
    t.equal(goes('José and Jose', 'jose'), '[erased] and [erased]')
    t.equal(goes('مُحَمَّد', 'محمد'), '[erased]')
  },
)

/** Columns of text in which nobody writes sentences, or that are erased in another way. */
const ELSEWHERE = new Set(
  `people person_names organisations organisation_names seats seat_names kept_forms unsent_texts
  guarded_words accounts leaflet_files sent_forms labels notices
  letters typed_lines taps recordings shown_photos`.split(/\s+/),
)
const NO_SENTENCE =
  /(^|_)(at|on|id|ids|kind|key|by|until|use|ground|depth|role|status|verb|noun|slug|hash|language|languages|number|year|month|mark|review|often|scope|version|frequency|why|how|cause|answer|presence|outcome|code|standing|size|strength|area|name|email|device|of|verdict|question)$/

t.test('R29: a column in which people write is a place that a name is taken out of', async (t) => {
  const house = await openHouse({ t })
  const db = connect(house.file)
  const columns = db.$client
    .prepare(
      `select m.name as "table", c.name as "column" from sqlite_schema m, pragma_table_info(m.name) c
      where m.type = 'table' and c.type = 'TEXT' and m.name not like '\\_\\_%' escape '\\'`,
    )
    .all() as { table: string; column: string }[]
  db.$client.close()
  const placed = new Set(
    PLACES.flatMap(({ table, columns: all }) => all.map((c) => `${table}.${c}`)),
  )
  const left = columns
    .filter(({ table, column }) => !['public', 'secret'].includes(CLASSES[table]![column]!))
    .filter(({ table, column }) => !ELSEWHERE.has(table) && !NO_SENTENCE.test(column))
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => !placed.has(name))
  t.same(left, [])
})
