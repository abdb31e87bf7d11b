import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { stillHolds } from '../../../../src/domain/actions/notices.ts'
import { addDays, type Day, dayOf, instantOf, timeOf } from '../../../../src/domain/day.ts'
import { worldOf } from '../../../../src/work/clock/reminders.ts'
import { PEOPLE } from '../../../support/house.ts'
import { type Days, FIRST, keyOf, openDays, restart, work } from './days.ts'
import { happen } from './happen.ts'

const DAYS = 1_000

t.test(
  'R8, R22: a thousand days with starts, stops, reports, closings and hand-overs at random: every reason is written once and told once, in files',
  async (t) => {
    const days = await openDays(t)
    const ran = await passDays(t, days)
    const { rows, letters, files, sent } = writtenOnce(t, days)
    waitsForNothing(t, days)
    inTheirTime(t, days, { sent, rows, ran })
    for (const [name, count] of Object.entries(days.counts)) t.ok(count > 5, `${count} ${name}`)
    t.comment(
      `${DAYS} days, ${JSON.stringify(days.counts)}, ${rows.length} reasons, ${letters.length} letters, ${files.length} files`,
    )
  },
)

/** The days on which the clock ran. */
async function passDays(t: Test, days: Days): Promise<Set<Day>> {
  let quietUntil = ''
  const ran = new Set<Day>()
  for (let i = 0, day: Day = FIRST; i < DAYS; i++, day = addDays(day, 1)) {
    if (day >= quietUntil && days.chance.is(0.01)) {
      quietUntil = addDays(day, 7)
      days.counts.stops += 1
    }
    days.now = instantOf(day, '0.05')
    if (day < quietUntil) {
      happen(days, day)
      continue
    }
    if (days.chance.is(0.1)) restart(days)
    const times = days.chance.is(0.5) ? ['0.10', '9.10'] : ['7.50', '9.20', '23.40']
    for (const [n, time] of times.entries()) {
      days.now = instantOf(day, time)
      t.equal(dayOf(days.now), day, `${day} ${time}`)
      await work(days)
      ran.add(day)
      if (n === 0) happen(days, day)
      if (days.chance.is(0.03)) restart(days)
    }
  }
  // A last quiet week, so that what waited for a week has gone.
  for (let i = 0; i < 10; i++) {
    days.now = new Date(days.now.getTime() + 86_400_000)
    await work(days)
  }
  return ran
}

function writtenOnce(t: Test, days: Days) {
  const { store, outbox } = days
  const rows = store.notices.waiting().concat(
    store.letters
      .recent(100_000)
      .filter((row) => row.kind === 'actions')
      .flatMap((row) => store.notices.inLetter(row.id)),
  )
  t.equal(rows.length, new Set(rows.map(keyOf)).size, 'none is written twice')
  t.same(
    [...days.wanted.keys()].filter((each) => !rows.some((row) => keyOf(row) === each)),
    [],
    'none is lost',
  )
  const letters = store.letters.recent(100_000).filter((row) => row.kind === 'actions')
  const sent = letters.filter((row) => row.postedAt !== null && row.fault === null)
  const files = readdirSync(outbox)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => readFileSync(join(outbox, name), 'utf8'))
  t.equal(files.length, sent.length, 'as many files as letters that went')
  t.equal(
    new Set(files.map((file) => /^Message-ID: (.*)$/im.exec(file)![1])).size,
    files.length,
    'and no letter twice',
  )
  t.same(
    letters.filter((row) => row.postedAt === null),
    [],
    'none is stuck',
  )
  return { rows, letters, files, sent }
}

type Written = ReturnType<typeof writtenOnce>

function waitsForNothing(t: Test, { store, now }: Days) {
  const world = worldOf(store, now)
  t.same(
    store.notices
      .waiting()
      .filter(
        (row) =>
          world.people.includes(row.personId) &&
          stillHolds(row, store.actions.listUnfiltered([row.actionId])[0]!, world) &&
          store.notices.frequencyOf(row.personId) === 'daily',
      )
      .map(keyOf),
    [],
    'and nothing that still holds waits for ever',
  )
}

function inTheirTime(
  t: Test,
  { house }: Days,
  { sent, rows, ran }: Pick<Written, 'sent' | 'rows'> & { ran: Set<Day> },
) {
  const perDay = sent.map((row) => `${row.personId} ${dayOf(row.postedAt!)}`)
  t.equal(perDay.length, new Set(perDay).size, 'one letter a day to each at most')
  const officer = sent
    .filter((row) => row.personId === house.person(PEOPLE.officer).id)
    .map((row) => dayOf(row.postedAt!))
    .toSorted()
  t.ok(
    officer.every((day, i) => i === 0 || day >= addDays(officer[i - 1]!, 7)),
    'and one a week to who chose that',
  )
  t.same(
    rows
      .filter((row) => !ran.has(row.on) && row.on >= FIRST && row.on < addDays(FIRST, DAYS))
      .map(keyOf),
    [],
    'R26: each is written under a London day on which the clock ran',
  )
  for (const change of ['2022-03-27', '2022-10-30', '2023-03-26', '2023-10-29', '2024-03-31'])
    t.equal(timeOf(instantOf(change, '8.00')), '8.00', `eight is eight on ${change}`)
}
