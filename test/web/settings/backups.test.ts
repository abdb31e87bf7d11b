import t, { type Test } from 'tap'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { backupOf, LOCKED, PLAIN, stillBackups } from '../../support/house/backups.ts'
import type { BackupState } from '../../../src/work/backups/keeper.ts'

const PAGE = '/desk/settings/backups'
const takingOf = (name: string): string => `${PAGE}/${name}/taking`

/** A coordinator at a desk whose backups are as they are told to be. */
const atDesk = async (t: Test, state: Partial<BackupState>) => {
  const backups = stillBackups(state)
  const house = await openHouse({ t, backups })
  return { backups, house, laptop: house.signIn(PEOPLE.coordinator) }
}

t.test('R26: the desk says how old and how large the newest backup is', async (t) => {
  const { laptop, backups } = await atDesk(t, { list: [LOCKED, PLAIN] })
  const page = (await laptop.get(PAGE)).body
  t.match(page, /<b>27 January 2022, 3\.00<\/b>, today\. 12\.4 MB\./)
  t.match((await laptop.get('/desk/settings')).body, 'The newest is from 27 January 2022, 3.00')
  t.notMatch((await laptop.get('/desk')).body, 'backup')
  backups.becomes({ list: [] })
  t.match((await laptop.get(PAGE)).body, 'There is no backup yet')
})

t.test('a coordinator is warned on their desk when there is no new backup', async (t) => {
  const { laptop, house, backups } = await atDesk(t, {
    list: [backupOf('2022-01-25T03:00:00.000Z')],
  })
  const desk = (await laptop.get('/desk')).body
  t.match(desk, 'There is no new backup')
  t.match(desk, 'The newest is from 25 January 2022')
  t.match(desk, `href="${PAGE}"`)
  t.notMatch((await house.signIn(PEOPLE.sergeant).get('/desk')).body, 'backup')
  backups.becomes({ list: [LOCKED] })
  t.notMatch((await laptop.get('/desk')).body, 'backup')

  const room = { needs: 1_300_000_000, free: 250_000_000 }
  for (const [failed, words] of [
    [{ why: 'room', code: 'NO_ROOM', room }, 'It needs 1.3 GB, and 250 MB is free'],
    [{ why: 'folder', code: 'ENOENT' }, 'see if its disk is there'],
    [{ why: 'fault', code: 'NOT_SOUND' }, 'to read its log'],
  ] as const) {
    backups.becomes({ failed })
    for (const path of ['/desk', PAGE]) {
      const { body } = await laptop.get(path)
      t.match(body, 'The last backup did not work', `${failed.why} on ${path}`)
      t.match(body, words)
    }
  }
})

t.test('R31: pressing the button makes one backup, and the journal says who asked', async (t) => {
  const { laptop, house, backups } = await atDesk(t, { list: [LOCKED] })
  const sent = { once: 'key-of-this-form' }
  t.equal((await laptop.post(PAGE, sent)).headers.location, PAGE)
  t.equal((await laptop.post(PAGE, sent)).headers.location, PAGE)
  t.equal(backups.asked.made, 1)
  t.equal(house.store.journal.history('backup', house.clock.at()).length, 1)
  t.match(
    (await laptop.get('/desk/journal')).body,
    /asked for backup <a href="\/desk\/settings\/backups"[^>]*>of 27 January 2022, \d+\.\d\d</,
  )
  t.match((await laptop.get(PAGE)).body, 'One is being made now')
})

t.test(
  'R25: whoever takes a backup away shows again who they are, and is written down',
  async (t) => {
    const { laptop, house } = await atDesk(t, { list: [LOCKED] })
    const lines = () => house.store.journal.history('backup', LOCKED.at)
    house.clock.pass({ minutes: 11 })
    const asked = await laptop.post(takingOf(LOCKED.name))
    t.equal(asked.statusCode, 403)
    t.match(asked.body, 'A whole copy of the record leaves with you')
    t.same(lines(), [], 'nothing is taken yet')

    const { id } = house.person(PEOPLE.coordinator)
    const [session] = house.store.signIn.liveSessions(id, house.clock.at())
    house.store.signIn.recordSure(session!, { personId: id, at: house.clock.at() })
    const sent = { once: 'key-of-this-form' }
    const taken = await laptop.post(takingOf(LOCKED.name), sent)
    t.equal(taken.statusCode, 200)
    t.equal(taken.body, 'locked')
    t.equal(taken.headers['content-disposition'], `attachment; filename="${LOCKED.name}"`)
    t.equal(taken.headers['cache-control'], 'no-store')
    t.equal((await laptop.post(takingOf(LOCKED.name), sent)).body, 'locked', 'a slow line')
    t.match(lines(), [{ verb: 'took', personId: id }])
  },
)

t.test('R11: nobody takes away a backup that anybody could open', async (t) => {
  const { laptop, house, backups } = await atDesk(t, { list: [LOCKED, PLAIN], hasKey: true })
  const page = (await laptop.get(PAGE)).body
  t.match(page, takingOf(LOCKED.name))
  t.notMatch(page, takingOf(PLAIN.name))
  t.match(page, 'not locked')
  const refused = await laptop.post(takingOf(PLAIN.name))
  t.equal(refused.statusCode, 404)
  t.equal(house.store.journal.history('backup', PLAIN.at).length, 0)

  backups.becomes({ list: [PLAIN], hasKey: false })
  const without = (await laptop.get(PAGE)).body
  t.notMatch(without, '/taking')
  t.match(without, 'no key is set')
  t.match(without, 'BACKUP_KEY')
})

t.test('what lies on the same disk as the record is said, and what goes soon', async (t) => {
  const { laptop, backups } = await atDesk(t, {
    list: [backupOf(LOCKED.at, true, { goesOn: '2022-02-03' })],
    isOnSameDisk: true,
  })
  const page = (await laptop.get(PAGE)).body
  t.match(page, 'on the same disk as the record')
  t.match(page, 'Goes on 3 February 2022 or sooner')
  backups.becomes({ isOnSameDisk: false })
  t.notMatch((await laptop.get(PAGE)).body, 'same disk')
})

t.test(
  'R29: an erasure sends for the backups, and the page says that they are rid of it',
  async (t) => {
    const { laptop, house, backups } = await atDesk(t, { list: [LOCKED] })
    const { id } = house.person(PEOPLE.observer)
    house.store.people.end(id, { personId: null, at: house.clock.at() })
    const path = `/desk/people/${id}/erasure`
    t.match((await laptop.get(path)).body, 'from the backups that the server keeps as well')
    t.equal((await laptop.post(path)).statusCode, 303)
    t.equal(backups.asked.forgotten, 1)
  },
)

t.test('where nobody keeps backups there is no page of them', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  t.equal((await laptop.get(PAGE)).statusCode, 404)
  t.notMatch((await laptop.get('/desk/settings')).body, PAGE)
})
