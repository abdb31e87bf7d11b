import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import {
  agree,
  close,
  isFinished,
  isOpen,
  reopen,
  report,
  type Status,
  termsOf,
} from '../../../../src/domain/actions/action.ts'
import { type Notice, noticesOf, stillHolds } from '../../../../src/domain/actions/notices.ts'
import { addDays, type Day, dayOf, instantOf, timeOf } from '../../../../src/domain/day.ts'
import { openPost } from '../../../../src/mail/post.ts'
import { openPostman } from '../../../../src/mail/postman.ts'
import { must } from '../../../../src/sample/must.ts'
import { openStore, type Store } from '../../../../src/store/store.ts'
import { ownerLetterWriter } from '../../../../src/work/letters/owners.ts'
import { runClock, worldOf } from '../../../../src/work/reminders.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'

const DAYS = 1_000
const FIRST = '2022-01-28'

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

t.test(
  'R8, R22: a thousand days with starts, stops, reports, closings and hand-overs at random: every reason is written once and told once, in files',
  async (t) => {
    const house = await openHouse({ t })
    const outbox = join(house.folder, 'outbox')
    mkdirSync(outbox)
    const post = openPost({ smtpUrl: null, mailFrom: house.config.mailFrom, outbox })
    const chance = chanceOf(5)
    const coordinator = house.person(PEOPLE.coordinator).id
    let now = instantOf(FIRST, '0.05')
    let store: Store = house.store
    const opened: Store[] = []
    t.teardown(() => {
      for (const each of opened) each.close()
    })
    const by = (personId = coordinator) => ({ personId, at: now.toISOString() })
    const counts = {
      restarts: 0,
      stops: 0,
      crashes: 0,
      reports: 0,
      closings: 0,
      handovers: 0,
      agreed: 0,
      tables: 0,
    }
    const wanted = new Map<string, Notice & { day: Day }>()
    const key = (each: Pick<Notice, 'personId' | 'actionId' | 'why' | 'cause'>): string =>
      [each.personId, each.actionId, each.why, each.cause].join(' | ')

    for (const email of ['second@met.example', 'third@met.example', 'second@council.example']) {
      store.people.record(
        {
          name: email,
          email,
          role: 'member',
          approves: false,
          organisationId: house.person(email.includes('met') ? PEOPLE.sergeant : PEOPLE.officer)
            .organisationId,
        },
        by(),
      )
    }
    store.notices.recordFrequency(house.person(PEOPLE.officer).id, 'weekly', by())

    /** The process is killed, and started anew over the same file. */
    const restart = (): void => {
      counts.restarts += 1
      store = openStore(house.folder)
      opened.push(store)
      if (opened.length > 3) opened.shift()!.close()
    }
    const work = async (): Promise<void> => {
      // A process that dies in the middle of the clock has written some reasons, and no letter.
      if (chance.is(0.02)) {
        counts.crashes += 1
        store.notices.recordLetter = () => {
          throw new Error('killed')
        }
        try {
          runClock(store, now)
        } catch {}
        restart()
      }
      const world = worldOf(store, now)
      for (const action of store.actions.listUnfiltered())
        for (const each of noticesOf(action, world))
          if (!wanted.has(key(each))) wanted.set(key(each), { ...each, day: dayOf(now) })
      runClock(store, now)
      const postman = openPostman({
        box: {
          ...store.letters,
          due: (at) => store.letters.due(at).filter((row) => row.kind === 'actions'),
        },
        write: ownerLetterWriter(store, 'http://127.0.0.1:3000', () => now),
        post,
        now: () => now,
      })
      await postman.run()
      await postman.stop()
    }

    const live = () => store.actions.listUnfiltered().filter(isOpen)
    const happen = (day: Day): void => {
      if (chance.is(0.2)) {
        const action = chance.pick(live().filter((each) => !isFinished(each)))
        const status = chance.pick<Status>([
          'under-way',
          'waiting',
          'done',
          'could-not',
          'under-way',
        ])!
        const said =
          action && report(action, { status, text: 'Said', waitingFor: 'the council', on: null })
        if (action && said?.accepted) {
          counts.reports += 1
          store.actions.recordUpdate(
            action.id,
            said.value,
            {
              organisationId: termsOf(action).leadId,
              seatId: termsOf(action).seatId,
              roundTableId: null,
            },
            by(),
          )
        }
      }
      if (chance.is(0.08)) {
        const action = chance.pick(live().filter((each) => close(each).accepted))
        if (action) {
          counts.closings += 1
          store.actions.recordClosing(action.id, null, by())
        }
      }
      if (chance.is(0.02)) {
        const action = chance.pick(store.actions.listUnfiltered().filter((each) => !isOpen(each)))
        const opening = action && reopen(action, 'It came back')
        if (opening?.accepted)
          store.actions.recordReopening(action!.id, opening.value.id, 'It came back', by())
      }
      if (chance.is(0.03)) {
        const seat = chance.pick(
          store.organisations.seats().filter((each) => [2, 3].includes(each.organisationId)),
        )!
        for (const each of seat.holders.filter((one) => one.untilOn === null))
          store.organisations.endHolding(each.id, day, by())
        const next = chance.pick(
          store.people
            .list()
            .filter((each) => each.organisationId === seat.organisationId && each.endedAt === null),
        )
        if (next && chance.is(0.8)) store.organisations.recordHolding(seat.id, next.id, day, by())
        counts.handovers += 1
      }
      if (chance.is(0.04)) {
        const seat = chance.pick(store.organisations.seats())!
        const due = addDays(day, Math.floor(chance.next() * 90))
        const proposed = chance.is(0.2)
        counts.agreed += 1
        store.actions.record(
          must(
            agree(
              {
                text: `Agreed on ${day}`,
                kind: 'one-off',
                leadId: seat.organisationId,
                seatId: chance.is(0.7) ? seat.id : null,
                helperIds: [],
                by: chance.pick([due, due.slice(0, 7), null])!,
              },
              () => !proposed,
            ),
          ),
          { roundTableId: null, concernIds: [], depth: 'table', ground: null, list: [] },
          by(),
        )
      }
      if (chance.is(0.012)) {
        counts.tables += 1
        store.roundTables.recordPlan(
          { heldOn: addDays(day, 40), startsAt: null, place: null, expectedIds: [2, 3] },
          by(),
        )
      }
    }

    let quietUntil = ''
    const ran = new Set<Day>()
    for (let i = 0, day: Day = FIRST; i < DAYS; i++, day = addDays(day, 1)) {
      if (day >= quietUntil && chance.is(0.01)) {
        quietUntil = addDays(day, 7)
        counts.stops += 1
      }
      now = instantOf(day, '0.05')
      if (day < quietUntil) {
        happen(day)
        continue
      }
      if (chance.is(0.1)) restart()
      const times = chance.is(0.5) ? ['0.10', '9.10'] : ['7.50', '9.20', '23.40']
      for (const [n, time] of times.entries()) {
        now = instantOf(day, time)
        t.equal(dayOf(now), day, `${day} ${time}`)
        await work()
        ran.add(day)
        if (n === 0) happen(day)
        if (chance.is(0.03)) restart()
      }
    }
    // A last quiet week, so that what waited for a week has gone.
    for (let i = 0; i < 10; i++) {
      now = new Date(now.getTime() + 86_400_000)
      await work()
    }

    const rows = store.notices.waiting().concat(
      store.letters
        .recent(100_000)
        .filter((row) => row.kind === 'actions')
        .flatMap((row) => store.notices.inLetter(row.id)),
    )
    t.equal(rows.length, new Set(rows.map(key)).size, 'none is written twice')
    t.same(
      [...wanted.keys()].filter((each) => !rows.some((row) => key(row) === each)),
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
        .map(key),
      [],
      'and nothing that still holds waits for ever',
    )
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
        .map(key),
      [],
      'R26: each is written under a London day on which the clock ran',
    )
    for (const change of ['2022-03-27', '2022-10-30', '2023-03-26', '2023-10-29', '2024-03-31'])
      t.equal(timeOf(instantOf(change, '8.00')), '8.00', `eight is eight on ${change}`)
    for (const [name, count] of Object.entries(counts)) t.ok(count > 5, `${count} ${name}`)
    t.comment(
      `${DAYS} days, ${JSON.stringify(counts)}, ${rows.length} reasons, ${letters.length} letters, ${files.length} files`,
    )
  },
)
