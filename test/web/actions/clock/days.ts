import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import { type Notice, noticesOf } from '../../../../src/domain/actions/notices.ts'
import { type Day, dayOf, instantOf } from '../../../../src/domain/day.ts'
import { openPost } from '../../../../src/mail/post.ts'
import { openPostman } from '../../../../src/mail/postman.ts'
import { thrown } from '../../../support/house/thrown.ts'
import { openStore, type Store } from '../../../../src/store/store.ts'
import { runClock, worldOf } from '../../../../src/work/clock/reminders.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { actionsWriter } from '../../../../src/work/letters/actions.ts'

export const FIRST = '2022-01-28'
export type Days = Awaited<ReturnType<typeof openDays>>

/** A house over many days: its process is killed and started anew, and its clock moves. */
export const openDays = async (t: Test) => {
  const house = await openHouse({ t })
  const outbox = join(house.folder, 'outbox')
  mkdirSync(outbox)
  const coordinator = house.person(PEOPLE.coordinator).id
  const opened: Store[] = []
  t.teardown(() => {
    for (const each of opened) each.close()
  })
  const days = {
    house,
    outbox,
    opened,
    post: openPost({ smtpUrl: null, mailFrom: house.config.mailFrom, outbox }),
    chance: chanceOf(5),
    now: instantOf(FIRST, '0.05'),
    store: house.store as Store,
    by: (personId = coordinator) => ({ personId, at: days.now.toISOString() }),
    counts: {
      restarts: 0,
      stops: 0,
      crashes: 0,
      reports: 0,
      closings: 0,
      handovers: 0,
      agreed: 0,
      tables: 0,
    },
    /** Each reason to write to somebody, as the days went. */
    wanted: new Map<string, Notice & { day: Day }>(),
  }
  for (const email of ['second@met.example', 'third@met.example', 'second@council.example']) {
    days.store.people.record(
      {
        name: email,
        email,
        role: 'member',
        approves: false,
        organisationId: days.house.person(email.includes('met') ? PEOPLE.sergeant : PEOPLE.officer)
          .organisationId,
      },
      days.by(),
    )
  }
  days.store.notices.recordFrequency(days.house.person(PEOPLE.officer).id, 'weekly', days.by())
  return days
}

export const keyOf = (each: Pick<Notice, 'personId' | 'actionId' | 'why' | 'cause'>): string =>
  [each.personId, each.actionId, each.why, each.cause].join(' | ')

/** The process is killed, and started anew over the same file. */
export const restart = (days: Days): void => {
  days.counts.restarts += 1
  days.store = openStore(days.house.folder)
  days.opened.push(days.store)
  if (days.opened.length > 3) days.opened.shift()!.close()
}

/** The clock and the postman go round once. */
export const work = async (days: Days): Promise<void> => {
  // A process that dies in the middle of the clock has written some reasons, and no letter.
  if (days.chance.is(0.02)) {
    days.counts.crashes += 1
    days.store.notices.recordLetter = () => {
      throw new Error('killed')
    }
    try {
      runClock(days.store, days.now)
    } catch {}
    restart(days)
  }
  const world = worldOf(days.store, days.now)
  for (const action of days.store.actions.listUnfiltered())
    for (const each of noticesOf(action, world))
      if (!days.wanted.has(keyOf(each)))
        days.wanted.set(keyOf(each), { ...each, day: dayOf(days.now) })
  runClock(days.store, days.now)
  const postman = openPostman({
    fault: thrown,
    box: {
      ...days.store.letters,
      due: (at) => days.store.letters.due(at).filter((row) => row.kind === 'actions'),
    },
    write: actionsWriter({
      store: days.store,
      publicUrl: 'http://127.0.0.1:3000',
      from: 'round-table@mosaic.example',
      now: () => days.now,
    }),
    post: days.post,
    now: () => days.now,
  })
  await postman.run()
  await postman.stop()
}

/** Chance that is the same in every run. */
const chanceOf = (seed: number) => {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    is: (share: number) => next() < share,
    pick: <T>(all: T[]): T | undefined => all[Math.floor(next() * all.length)],
  }
}
