import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { CLASSES } from '../../src/store/classes/classes.ts'
import { copyTo } from '../../src/store/copies.ts'
import { connect } from '../../src/store/database.ts'
import { bringList, listFile, readList } from '../../src/store/erasing/list.ts'
import { STEPS } from '../../src/store/erasing/steps.ts'
import { databaseFile } from '../../src/store/folder.ts'
import { putInPlace } from '../../src/store/restoring.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { partnershipOf } from '../../src/sample/partnership.ts'
import { openHouse, PEOPLE } from '../support/house.ts'

const AT = '2026-01-05T09:00:00.000Z'
const WORDS = 'zqforget my street'

/** Whether any file of a folder holds these words. */
const holds = (folder: string, words: string): boolean =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .some((each) => readFileSync(join(each.parentPath, each.name)).includes(words))

const folderOf = (t: Test): string => {
  const folder = mkdtempSync(join(tmpdir(), 'erasing-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A record in which a resident wrote something. */
const withMessage = (
  folder: string,
): { store: Store; id: number; by: { personId: number; at: string } } => {
  const store = openStore(folder)
  partnershipOf(store)
  const by = { personId: store.people.list()[0]!.id, at: AT }
  const words = { language: 'en', text: WORDS, area: null, name: 'zqname', reach: 'zqreach' }
  store.inbox.leaveMessage(words, AT, '2026-01-05')
  return { store, id: store.messages.listUnfiltered().at(-1)!.id, by }
}

t.test('R29: what is erased stays erased when an older record is put back', async (t) => {
  const folder = folderOf(t)
  const { store, id, by } = withMessage(folder)
  const backups = folderOf(t)
  const backup = join(backups, 'backup.db')
  const db = connect(databaseFile(folder))
  copyTo(db, backup)
  db.$client.close()
  const lines = store.journal.count()
  store.erasures.record('message', id, by)
  store.close()
  t.notOk(holds(folder, WORDS), 'not in the file, and not in its log')

  putInPlace(backup, folder)
  t.ok(holds(folder, WORDS), 'the older record has it')
  const again = openStore(folder)
  t.equal(again.messages.findUnfiltered(id)!.text, '', 'it is blank before anyone comes in')
  t.equal(again.messages.findUnfiltered(id)!.contact, null)
  t.same(
    again.journal
      .history('message', id)
      .map((line) => line.verb)
      .at(-1),
    'erased again',
    'and the journal says so',
  )
  t.equal(again.journal.count(), lines + 1, 'of the older record')
  again.close()
  t.notOk(holds(folder, WORDS))
  const more = openStore(folder)
  t.equal(more.journal.count(), lines + 1, 'once')
  more.close()
})

t.test('R29: another record under the same number is not erased', async (t) => {
  const folder = folderOf(t)
  const { store, id } = withMessage(folder)
  store.close()
  const line = { noun: 'message', id, madeAt: '2020-01-01T00:00:00.000Z', at: AT }
  appendFileSync(listFile(folder), `${JSON.stringify(line)}\n`)
  const again = openStore(folder)
  t.equal(again.messages.findUnfiltered(id)!.text, WORDS)
  again.close()
})

t.test('R22, R29: a line of the list that power cut short takes nothing with it', async (t) => {
  const folder = folderOf(t)
  const { store, id, by } = withMessage(folder)
  appendFileSync(listFile(folder), '{"noun":"message","id":1')
  store.erasures.record('message', id, by)
  t.same(
    readList(folder).map(({ at: _at, ...each }) => each),
    [{ noun: 'message', id, madeAt: AT }],
  )
  t.notMatch(readFileSync(listFile(folder), 'utf8'), /zq/, 'numbers and times alone')
  const other = folderOf(t)
  bringList(folder, other)
  bringList(folder, other)
  t.same(readList(other), readList(folder), 'a list that goes with a backup holds each once')
  store.close()
})

t.test('R29: older copies beside the record are rid of it, or gone', async (t) => {
  const folder = folderOf(t)
  const { store, id, by } = withMessage(folder)
  const copies = ['before-migration-3.db', 'round-table.before-restore-2026.db']
  const db = connect(databaseFile(folder))
  for (const name of copies) copyTo(db, join(folder, name))
  db.$client.close()
  appendFileSync(join(folder, 'round-table.damaged-2026.db'), `no database, but ${WORDS}`)
  store.erasures.record('message', id, by)
  store.close()
  t.notOk(holds(folder, WORDS))
  t.same(
    readdirSync(folder).filter((name) => /^before|damaged|restore/.test(name)),
    copies,
    'a copy that cannot be rid of it is deleted',
  )
})

t.test('R29: two who were here still in an older record are ended and erased in it', async (t) => {
  const folder = folderOf(t)
  const backup = join(folderOf(t), 'backup.db')
  const { store, by } = withMessage(folder)
  const ids = ['zqone', 'zqtwo'].map((name) =>
    store.people.record(
      { name, email: `${name}@home.example`, role: 'member', approves: false, organisationId: 1 },
      by,
    ),
  )
  const db = connect(databaseFile(folder))
  copyTo(db, backup)
  db.$client.close()
  for (const id of ids) {
    store.people.end(id, by)
    store.erasures.record('person', id, by)
  }
  store.close()
  putInPlace(backup, folder)
  const again = openStore(folder)
  for (const id of ids)
    t.match(again.people.find(id), { name: 'Name erased', email: '', endedAt: AT })
  again.close()
  t.notOk(holds(folder, 'zqone'))
})

t.test('R22, R29: what a kill left in a copy is gone at the next start', async (t) => {
  const folder = folderOf(t)
  const { store, id, by } = withMessage(folder)
  store.erasures.record('message', id, by)
  store.close()
  const other = withMessage(folderOf(t))
  const db = connect(other.store.file)
  copyTo(db, join(folder, 'before-migration-3.db'))
  copyTo(db, join(folder, 'round-table.before-restore-1.db.partial'))
  db.$client.close()
  other.store.close()
  t.ok(holds(folder, WORDS), 'as if the machine had stopped in between')
  openStore(folder).close()
  t.notOk(holds(folder, WORDS))
})

t.test('R22, R29: an erasure that was refused does not happen later', async (t) => {
  const folder = folderOf(t)
  const { store, id, by } = withMessage(folder)
  t.throws(() =>
    store.together(() => {
      store.erasures.record('message', id, by)
      throw new Error('something else failed')
    }),
  )
  t.same(readList(folder), [])
  store.together(() => undefined)
  t.same(readList(folder), [], 'nor with the next change')
  t.equal(store.messages.findUnfiltered(id)!.text, WORDS)
  store.close()
})

t.test(
  'R29: a list that cannot be read stops the start in plain words; a hostile line does nothing',
  async (t) => {
    const folder = folderOf(t)
    const { store, id } = withMessage(folder)
    store.close()
    for (const line of [
      `{"noun":"message","id":{},"madeAt":"${AT}","at":"${AT}"}`,
      `{"noun":"message","id":${id},"madeAt":"${AT}"}`,
      `{"noun":"__proto__","id":${id},"madeAt":"${AT}","at":"${AT}"}`,
      'null',
    ])
      appendFileSync(listFile(folder), `${line}\n`)
    const again = openStore(folder)
    t.equal(again.messages.findUnfiltered(id)!.text, WORDS)
    again.close()
    rmSync(listFile(folder))
    mkdirSync(listFile(folder))
    t.throws(() => openStore(folder), /list of what was erased, .*cannot be read/)
  },
)

t.test('R29: what is said to go is what goes', async (t) => {
  const house = await openHouse({ t })
  const { id } = house.person(PEOPLE.sergeant)
  const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
  house.store.people.recordName(id, 'Zqlater Name', by)
  house.store.people.keepForm(id, '/desk/actions/1/updates', { words: 'zqhalf' }, by.at)
  house.store.people.end(id, by)
  const said = house.store.erasures.whatGoes('person', id)
  t.match(
    said.map((each) => each.what),
    [/name and their email/, /Names they had before/],
  )
  house.store.erasures.record('person', id, by)
  t.same(house.store.erasures.whatGoes('person', id), [], 'and nothing of it is left')
  t.equal(house.store.people.find(id)!.name, 'Name erased')
  for (const word of ['Zqlater', 'zqhalf', PEOPLE.sergeant])
    t.notOk(holds(house.folder, word), word)
})

/** Columns of names and addresses that have a rule of their own, or belong to nobody who signs in. */
const ELSEWHERE: Record<string, string> = {
  'messages.text': 'erased with its message',
  'message_contacts.name': 'erased with its message',
  'message_contacts.reach': 'erased with its message',
  'replies.words': 'erased with its message',
  'quotes.words': 'gone when the yes is taken back',
  'quotes.role': 'gone when the yes is taken back',
  'verdicts.word': 'nobody knows whose it is',
  'followers.email': 'gone when they stop following',
  'follows.scope': 'gone when they stop following',
  'follows.of': 'gone when they stop following',
  'sent_forms.goes_to': 'an address of the desk, for a day',
  'requests.text': 'erased three years after the answer',
  'request_steps.words': 'erased three years after the answer',
  'request_contacts.name': 'gone with the answer, or by its address',
  'request_contacts.reach': 'gone with the answer, or by its address',
}

t.test('R29: every column of names and addresses has a rule', async (t) => {
  const erased = new Set(STEPS.person.map((step) => step.table))
  const without = Object.entries(CLASSES).flatMap(([table, columns]) =>
    Object.entries(columns)
      .filter(([column, kind]) => kind === 'person' && !ELSEWHERE[`${table}.${column}`])
      .filter(() => !erased.has(table))
      .map(([column]) => `${table}.${column}`),
  )
  t.same(without, [])
})
