import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { connect, openDatabase } from '../../src/store/database.ts'
import { databaseFile } from '../../src/store/folder.ts'
import { RULES } from '../../src/store/keeping/rules.ts'
import { openStore } from '../../src/store/store.ts'
import { openHouse, PEOPLE, type House } from '../support/house.ts'

const folderOf = (t: Test): string => {
  const folder = mkdtempSync(join(tmpdir(), 'keeping-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

t.test('R29: a column that nobody decided about stops the start, by its name', async (t) => {
  for (const [made, name] of [
    ['alter table people add column shoe_size text', 'people.shoe_size'],
    ['create table diaries (id integer primary key, words text) strict', 'diaries.id'],
  ]) {
    const folder = folderOf(t)
    const db = openDatabase(folder)
    db.$client.exec(made!)
    db.$client.close()
    t.throws(() => openStore(folder), new RegExp(`who may know ${name}, or how long`))
  }
})

t.test('R29: no rule is about a table or a column that is not there', async (t) => {
  const folder = folderOf(t)
  const db = openDatabase(folder)
  const there = new Set(
    (
      db.$client
        .prepare(
          `select t.name || '.' || c.name from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table'`,
        )
        .pluck()
        .all() as string[]
    ).flatMap((each) => [each, each.split('.')[0]!]),
  )
  db.$client.close()
  const named = RULES.flatMap((rule) => rule.of)
  t.same(
    named.filter((each) => !there.has(each)),
    [],
  )
  t.same(
    named.filter((each, i) => named.indexOf(each) !== i),
    [],
    'and none has two',
  )
})

const LATER = '2032-01-01T09:00:00.000Z'

/** Something of each kind that has its time, and what waits or tells of someone at risk. */
const withWhatEnds = (house: House) => {
  const { store } = house
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  const words = { language: 'en', text: 'zqtext', area: null, name: 'zqname', reach: 'zqreach' }
  for (const text of ['zqended', 'zqopen', 'zqrisk'])
    store.inbox.leaveMessage({ ...words, text }, by.at, '2022-01-27')
  const [ended, , risk] = store.messages.listUnfiltered().slice(-3)
  store.messages.recordAtRisk(risk!.id, [by.personId], by)
  for (const message of [ended!, risk!])
    store.messages.recordOutcome(
      message,
      { kind: 'answered', concernId: null },
      { kind: 'answer', words: 'zqanswer' },
      by,
    )
  store.inbox.leaveVerdict(
    {
      slug: '2021-q3-1',
      version: 1,
      question: 'difference',
      verdict: 'no',
      word: 'zqword',
      replacesId: null,
    },
    by.at,
    '2022-01-27',
  )
  store.people.keepForm(by.personId, '/desk/actions/1/updates', { text: 'zqhalf' }, by.at)
  const request = store.requests.record(
    { kind: 'access', text: 'zqasked', receivedOn: '2022-01-20', name: '', reach: '' },
    by,
  )
  store.requests.recordStep(request, { kind: 'answered', words: 'zqsent', on: '2022-01-27' }, by)
  return { store, by, ended: ended! }
}

t.test('R29: what a dry run says is what goes, when its time is over and not before', async (t) => {
  const house = await openHouse({ t })
  const { store, by, ended } = withWhatEnds(house)
  store.keeping.sweep(by.at)
  t.equal(store.messages.findUnfiltered(ended.id)!.text, 'zqended', 'nothing is over yet')
  const rowsOf = (): number => {
    const db = connect(databaseFile(house.folder))
    const rows = db.$client.prepare('select total_changes()').pluck().get() as number
    db.$client.close()
    return rows
  }
  t.equal(rowsOf(), 0)
  const due = store.keeping.due(LATER).filter((each) => each.rows > 0)
  t.same(
    due
      .map((each) => each.rule.of[0])
      .filter((each) => /messages|verdicts|requests|kept/.test(each!)),
    ['messages', 'verdicts', 'requests', 'kept_forms'],
  )
  const lines = store.journal.count()
  store.keeping.sweep(LATER)
  t.same(
    store.keeping.due(LATER).filter((each) => each.rows > 0),
    [],
    'all of it went',
  )
  t.ok(store.journal.count() > lines, 'the journal says so')
  t.same(
    store.messages
      .listUnfiltered()
      .slice(-3)
      .map((each) => each.text),
    ['', 'zqopen', 'zqrisk'],
    'what waits for an answer stays, and what tells of someone at risk',
  )
  const disk = readFileSync(databaseFile(house.folder), 'latin1')
  for (const word of ['zqended', 'zqword', 'zqhalf', 'zqasked', 'zqsent'])
    t.notOk(disk.includes(word), word)
})

t.test(
  'R29: the page of a coordinator says the same, and asks about names of long ago',
  async (t) => {
    const house = await openHouse({ t })
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    const id = house.store.people.record(
      {
        name: 'Zqlong Gone',
        email: 'gone@home.example',
        role: 'member',
        approves: false,
        organisationId: 1,
      },
      by,
    )
    house.store.people.end(id, by)
    const laptop = house.signIn(PEOPLE.coordinator)
    t.notMatch((await laptop.get('/desk/settings/keeping')).body, 'Zqlong')
    house.clock.pass({ days: 6 * 366 })
    const later = house.signIn(PEOPLE.coordinator)
    const page = (await later.get('/desk/settings/keeping')).body
    t.match(page, `href="/desk/people/${id}/erasure"`)
    for (const rule of RULES) t.match(page, rule.what.slice(0, 30))
    t.match((await later.get('/desk')).body, '1 person left six years ago or more')
  },
)

t.test('R29: docs/privacy/retention.md says the same as the program does', async (t) => {
  const rows = RULES.map(
    ({ what, kept, after, of }) => `| ${what} | ${kept} | ${after} | ${of.join(', ')} |`,
  )
  const document = readFileSync(new URL('../../docs/privacy/retention.md', import.meta.url), 'utf8')
  t.same(
    rows.filter((row) => !document.includes(row)),
    [],
    'put these rows into its table',
  )
  t.equal(document.match(/^\| (?!What \|)/gm)!.length, rows.length, 'and no other')
})
