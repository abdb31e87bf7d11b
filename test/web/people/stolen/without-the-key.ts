import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { copyTo } from '../../../../src/store/copies.ts'
import { connect } from '../../../../src/store/database.ts'
import { databaseFile } from '../../../../src/store/folder.ts'
import { keyFile, keyOf } from '../../../../src/store/secrets/key-file.ts'
import { hashOf } from '../../../../src/store/tokens.ts'
import { openStore } from '../../../../src/store/store.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'

const APP = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXQ'

/** A partnership with an app in use, and a message whose code somebody keeps. */
const kept = async (t: Test) => {
  const house = await openHouse({ t })
  const { id } = house.person(PEOPLE.coordinator)
  const by = { personId: id, at: house.clock.at() }
  const codes = house.store.signIn.enrol(id, APP, 1, by)
  const message = { language: 'en', text: 'The lift.', area: null, name: '', reach: '' }
  const code = house.store.inbox.leaveMessage(message, by.at, '2022-01-27')
  return { house, id, recovery: codes[0]!, code }
}

/** The record of a house in a folder of its own, with a key or without. */
const copied = (t: Test, house: House, key: string | null): string => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-elsewhere-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const db = connect(house.file)
  copyTo(db, databaseFile(folder))
  db.$client.close()
  if (key !== null) writeFileSync(keyFile(folder), key)
  return folder
}

t.test('R25: a record and its key, brought to another machine, open what they did', async (t) => {
  const { house, id, recovery, code } = await kept(t)
  const folder = copied(t, house, readFileSync(keyFile(house.folder), 'utf8'))
  const store = openStore(folder)
  t.teardown(() => store.close())
  t.ok(store.signIn.hasItsKey())
  t.equal(store.signIn.appSecret(store.people.find(id)!), APP)
  t.ok(store.signIn.useRecoveryCode(id, recovery, house.clock.at()))
  t.equal(store.inbox.repliesTo(code).length, 1)
})

t.test(
  'R25: without the key nobody comes in by a mailbox alone, and an invitation lets them in again',
  async (t) => {
    const { house, id, recovery, code } = await kept(t)
    const folder = copied(t, house, null)
    const store = openStore(folder)
    t.teardown(() => store.close())
    t.notOk(store.signIn.hasItsKey(), 'whoever looks after the machine is told')
    t.equal(store.signIn.appSecret(store.people.find(id)!), null)
    t.ok(store.signIn.hasSecondFactor(id), 'the second factor is still asked for')
    t.notOk(store.signIn.useRecoveryCode(id, recovery, house.clock.at()))
    t.equal(store.inbox.repliesTo(code).length, 0)
    store.signIn.goOnWithKey()
    t.ok(store.signIn.hasItsKey(), 'and told once')
    const link = store.signIn.makeLink(id, house.clock.at())
    const { id: linkId } = store.signIn.findLink(link, house.clock.at())!
    store.signIn.useLink(linkId, id, { personId: id, at: house.clock.at() })
    t.notOk(store.signIn.hasSecondFactor(id), 'so that a new one can be set up')
  },
)

t.test(
  'R25, R27: what an older version kept plainly is kept with the key from now on',
  async (t) => {
    const { house, id, recovery, code } = await kept(t)
    const folder = copied(t, house, null)
    asItWasBefore(folder, { id, recovery, code })
    const store = openStore(folder)
    t.teardown(() => store.close())
    t.equal(store.signIn.appSecret(store.people.find(id)!), APP)
    t.ok(store.signIn.useRecoveryCode(id, recovery, house.clock.at()))
    t.equal(store.inbox.repliesTo(code).length, 1, 'a code that a resident keeps is still good')
    const bytes = readFileSync(databaseFile(folder)).toString('latin1')
    for (const plain of [APP, hashOf(code.replace('-', '')), hashOf(recovery)])
      t.notOk(bytes.includes(plain), 'and nothing of before stands in the file')
    t.throws(
      () => store.signIn.hasItsKey() && rewrite(folder),
      /may not change|kept|constraint/i,
      'what keeps a code with its message is in its place again',
    )
  },
)

/** As a record stood before there was a key. */
const asItWasBefore = (
  folder: string,
  { id, recovery, code }: { id: number; recovery: string; code: string },
): void => {
  const { $client: db } = connect(databaseFile(folder))
  db.exec("drop trigger messages_kept; delete from settings where name = 'made with key'")
  const guard = connect(databaseFile(folder)).$client
  guard.close()
  db.prepare('update people set totp_secret = ? where id = ?').run(APP, id)
  db.prepare(
    'update recovery_codes set code_hash = ? where id = (select min(id) from recovery_codes where person_id = ? and used_at is null)',
  ).run(hashOf(recovery), id)
  const hash = hashOf(code.replace('-', ''))
  const { reference_hash: kept } = db
    .prepare('select reference_hash from messages order by id desc limit 1')
    .get() as { reference_hash: string }
  db.exec('drop trigger replies_kept')
  for (const table of ['messages', 'replies'])
    db.prepare(`update "${table}" set reference_hash = ? where reference_hash = ?`).run(hash, kept)
  db.close()
}

const rewrite = (folder: string): void => {
  const { $client: db } = connect(databaseFile(folder))
  try {
    db.exec("update messages set reference_hash = 'another'")
  } finally {
    db.close()
  }
}

t.test(
  'R22: a key that is not whole stops the start, and two that are made at once are one',
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'round-table-key-'))
    t.teardown(() => rmSync(folder, { recursive: true, force: true }))
    const [one, two] = [keyOf(folder), keyOf(folder)]
    t.equal(two.open(one.seal('a secret')), 'a secret')
    t.equal(
      one.open(
        one
          .seal('a secret')
          .replace(/.$/, 'A')
          .replace(/^(.{20})./, '$1-'),
      ),
      null,
    )
    const other = mkdtempSync(join(tmpdir(), 'round-table-key-'))
    t.teardown(() => rmSync(other, { recursive: true, force: true }))
    t.equal(keyOf(other).open(one.seal('a secret')), null)
    writeFileSync(keyFile(folder), 'short')
    t.throws(() => keyOf(folder), /is not whole/)
  },
)
