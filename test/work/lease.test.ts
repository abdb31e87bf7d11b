import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { LEASE_MS, RENEW_MS, takeLease } from '../../src/work/lease/lease.ts'
import { openStore } from '../../src/store/store.ts'

const folderOf = (t: Test): string => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-lease-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Two machines with one clock, which goes on while somebody waits and as they are told. */
const surroundings = () => {
  const clock = { at: Date.parse('2026-03-02T10:00:00Z'), waited: 0 }
  const on = (machine: string, meanwhile: () => void = () => undefined) => ({
    machine,
    now: () => clock.at,
    pause: async (ms: number) => {
      clock.at += ms
      clock.waited += ms
      meanwhile()
    },
  })
  return { clock, on }
}

t.test('R22: a server takes the folder, and lets go of it when it stops', async (t) => {
  const folder = folderOf(t)
  const { clock, on } = surroundings()
  const lease = await takeLease(folder, on('one'))
  t.ok(lease.isHeld())
  t.equal(statSync(join(folder, 'lease.json')).mode & 0o077, 0, 'for its owner alone')
  t.same(readdirSync(folder), ['lease.json'])
  lease.release()
  t.notOk(existsSync(join(folder, 'lease.json')))
  await takeLease(folder, on('two'))
  t.equal(clock.waited, 0, 'the next machine waits for nothing')
})

t.test('R22: after a kill the same machine starts at once: its lock is free', async (t) => {
  const folder = folderOf(t)
  const { clock, on } = surroundings()
  await takeLease(folder, on('one'))
  const next = await takeLease(folder, on('one'))
  t.ok(next.isHeld())
  t.equal(clock.waited, 0)
})

t.test('R22: a machine that is there keeps another out, and goes on writing', async (t) => {
  const folder = folderOf(t)
  const { clock, on } = surroundings()
  const first = await takeLease(folder, on('one'))
  const asked = takeLease(
    folder,
    on('two', () => first.renew()),
  )
  await t.rejects(asked, /keeps the record in .*, and is there. Stop the server on it first/)
  t.equal(clock.waited, RENEW_MS, 'one sign of it is enough')
  t.ok(first.renew())
})

t.test('R22: a machine that is gone is followed by another, and never writes again', async (t) => {
  const folder = folderOf(t)
  const { clock, on } = surroundings()
  const first = await takeLease(folder, on('one'))
  const store = openStore(folder)
  t.teardown(() => store.close())
  store.askBeforeWriting(first.isHeld)
  const write = (name: string): unknown => store.labels.record('theme', name, name, BY)
  write('lifts')
  const second = await takeLease(folder, on('two'))
  t.ok(clock.waited >= LEASE_MS, 'it watched for as long as a lease holds')
  t.throws(
    () => write('lights'),
    { name: 'NotOurs', statusCode: 503 },
    'it woke, and looked before it wrote',
  )
  t.same(
    store.labels.list('theme').map(({ code }) => code),
    ['lifts'],
  )
  t.notOk(first.renew())
  first.release()
  t.ok(second.renew(), 'what the first does after that changes nothing for the second')
})
const BY = { personId: null, at: '2026-03-02T10:00:00.000Z' }

t.test('R22: of two machines that follow at the same moment one is left', async (t) => {
  const folder = folderOf(t)
  const { on } = surroundings()
  await takeLease(folder, on('one'))
  // Both have watched, and write their lease before either looks whose it is.
  const came = await Promise.allSettled([
    takeLease(folder, on('two')),
    takeLease(folder, on('three')),
  ])
  t.same(came.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})
