import fc from 'fast-check'
import t from 'tap'
import {
  backupName,
  backupsToDrop,
  goesBecauseErased,
  isBackupDue,
  isBackupOld,
  readBackupName,
  sayBytes,
  type Backup,
} from '../../../src/domain/settings/backups.ts'
import { addDays, dayOf, instantOf } from '../../../src/domain/day.ts'

const backup = (at: string, isEncrypted = false): Backup => ({
  name: backupName(at, isEncrypted),
  at,
  bytes: 1,
  isEncrypted,
})
const due = (newest: string | null, now: string, failedAt: string | null = null): boolean =>
  isBackupDue(newest === null ? [] : [backup(newest)], failedAt, new Date(now))

t.test('R26: a backup is made each night after three o’clock in London', async (t) => {
  t.ok(due(null, '2026-11-30T12:00:00.000Z'), 'a new record has one at once')
  const last = '2026-11-29T03:04:00.000Z'
  t.notOk(due(last, '2026-11-30T02:59:00.000Z'), 'not before three')
  t.ok(due(last, '2026-11-30T03:01:00.000Z'))
  t.notOk(due('2026-11-30T03:01:30.000Z', '2026-11-30T23:59:00.000Z'), 'once a night')
  t.notOk(due('2026-11-30T03:01:30.000Z', '2026-12-01T02:50:00.000Z'), 'and until the next')
  t.ok(due('2026-11-30T14:00:00.000Z', '2026-12-01T03:05:00.000Z'), 'one by hand is not the next')
  const summer = '2026-06-10T02:04:00.000Z'
  t.notOk(due(summer, '2026-06-11T01:59:00.000Z'), 'in summer three o’clock is two of the clock')
  t.ok(due(summer, '2026-06-11T02:01:00.000Z'))
})

t.test('a night that was missed is made up when the server runs again', async (t) => {
  t.ok(due('2026-11-20T03:04:00.000Z', '2026-11-30T01:00:00.000Z'))
  t.ok(due('2026-11-20T03:04:00.000Z', '2026-11-30T16:00:00.000Z'))
  t.ok(due('2027-11-20T03:04:00.000Z', '2026-11-30T16:00:00.000Z'), 'a clock that went wrong')
})

t.test('what did not work is tried again after an hour', async (t) => {
  const last = '2026-11-20T03:04:00.000Z'
  t.notOk(due(last, '2026-11-30T03:50:00.000Z', '2026-11-30T03:00:00.000Z'))
  t.ok(due(last, '2026-11-30T04:00:00.000Z', '2026-11-30T03:00:00.000Z'))
})

t.test('a backup that is two days old is too old', async (t) => {
  t.notOk(isBackupOld(backup('2026-11-29T03:00:00.000Z'), '2026-11-30'))
  t.ok(isBackupOld(backup('2026-11-28T23:59:00.000Z'), '2026-11-30'))
  t.notOk(isBackupOld(undefined, '2026-11-30'), 'the first is on its way')
})

/** A year of nights, each with what is thrown away after it. */
const afterNights = (nights: number): Backup[] => {
  let kept: Backup[] = []
  for (let i = 0; i < nights; i += 1) {
    const day = addDays('2026-01-01', i)
    kept.push(backup(instantOf(day, '3.01').toISOString()))
    const goes = backupsToDrop(kept, [], day)
    kept = kept.filter((each) => !goes.includes(each))
  }
  return kept.toReversed()
}

t.test('after a year there are the last days, weeks and months, and no more', async (t) => {
  const days = afterNights(365).map(({ at }) => dayOf(at))
  t.same(days, [
    '2026-12-31',
    '2026-12-30',
    '2026-12-29',
    '2026-12-28',
    '2026-12-27',
    '2026-12-26',
    '2026-12-25',
    '2026-12-20',
    '2026-12-13',
    '2026-11-30',
    '2026-10-31',
  ])
})

t.test('one made by hand before something daring outlives the next night', async (t) => {
  const hand = backup('2026-03-03T14:00:00.000Z')
  const night = backup('2026-03-03T03:01:00.000Z')
  const later = backup('2026-03-04T03:01:00.000Z')
  t.same(backupsToDrop([night, hand, later], [], '2026-03-04'), [], 'the newest three are kept')
  const after = backup('2026-03-05T03:01:00.000Z')
  t.same(backupsToDrop([night, hand, later, after], [], '2026-03-05'), [night])
})

t.test('the newest is never thrown away, whatever is there and was erased', async () => {
  const instant = fc.date({
    min: new Date('2024-01-01'),
    max: new Date('2027-01-01'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(instant, fc.boolean()), { minLength: 1, maxLength: 40 }),
      fc.array(instant, { maxLength: 5 }),
      instant,
      (all, erased, now) => {
        const backups = all.map(([at, isEncrypted]) => backup(at.toISOString(), isEncrypted))
        const goes = backupsToDrop(
          backups,
          erased.map((each) => each.toISOString()),
          dayOf(now),
        )
        const left = backups.filter((each) => !goes.includes(each))
        const newest = backups
          .map(({ at }) => at)
          .toSorted()
          .at(-1)
        return left.length <= 17 && left.some(({ at }) => at === newest)
      },
    ),
  )
})

t.test('R29: an encrypted backup from before an erasure goes after seven days', async (t) => {
  const old = backup('2026-11-20T03:00:00.000Z', true)
  const newer = backup('2026-11-30T03:00:00.000Z', true)
  const erasedAt = ['2026-11-25T10:00:00.000Z', '2026-11-29T10:00:00.000Z']
  t.equal(goesBecauseErased(old, erasedAt), '2026-12-02')
  t.equal(goesBecauseErased(newer, erasedAt), null)
  t.equal(
    goesBecauseErased(backup('2026-11-25T10:00:20.000Z', true), erasedAt.slice(0, 1)),
    '2026-12-02',
    'one that was being made just then counts as older',
  )
  t.equal(goesBecauseErased(backup(old.at), erasedAt), null, 'a plain one is rid of it')
  t.same(backupsToDrop([old, newer], erasedAt, '2026-12-01'), [])
  t.same(backupsToDrop([old, newer], erasedAt, '2026-12-02'), [old])
  t.same(backupsToDrop([old], erasedAt, '2026-12-02'), [], 'not before there is another')
})

t.test('the name of a backup says when it is from, and other files are none', async (t) => {
  const at = '2026-11-30T03:04:05.678Z'
  t.equal(backupName(at, true), 'round-table-2026-11-30T03-04-05-678Z.db.age')
  for (const isEncrypted of [true, false])
    t.same(readBackupName(backupName(at, isEncrypted)), { at, isEncrypted })
  for (const name of [
    'round-table.db',
    'erasures.jsonl',
    'monday.db',
    `${backupName(at, true)}.partial`,
    'round-table-2026-99-30T03-04-05-678Z.db',
    '../round-table-2026-11-30T03-04-05-678Z.db',
  ])
    t.equal(readBackupName(name), undefined, name)
})

t.test('a size is said as people say it', async (t) => {
  t.same([1, 2_240_000, 12_400_000, 250_000_000, 1_340_000_000].map(sayBytes), [
    '1 kB',
    '2.2 MB',
    '12.4 MB',
    '250 MB',
    '1.3 GB',
  ])
})
