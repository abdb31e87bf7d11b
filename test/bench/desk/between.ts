import { writeEvent } from '../../../src/domain/evidence/event.ts'
import { handOut, writeLeaflet } from '../../../src/domain/evidence/leaflet.ts'
import { must } from '../../../src/sample/must.ts'
import type { Store } from '../../../src/store/store.ts'

const MESSAGES = 12
const EVENTS = 3
/** A leaflet, and somebody who asks what is held of them, with every fourth table. */
const SELDOM = 4

type By = { personId: number; at: string }

/** A table: what was raised and agreed at it, and whether it is one of the last. */
export interface Held {
  i: number
  day: string
  concernIds: number[]
  actionIds: number[]
  isLast: boolean
}

/**
 * What comes from one table to the next: what residents write and what becomes of it, events with
 * what was counted at them, a leaflet, and what people ask for of what is held of them.
 */
export const fillBetween = (store: Store, held: Held, by: By): void => {
  for (let n = 0; n < MESSAGES; n += 1) hear(store, held, n, by)
  for (let n = 0; n < EVENTS; n += 1) hold(store, held, n, by)
  judge(store, held, by)
  if (held.i % SELDOM !== 0) return
  print(store, held, by)
  ask(store, held, by)
}

/** Half of what residents write leads to a concern, and most is answered: of the last, some waits. */
const hear = (store: Store, held: Held, n: number, by: By): void => {
  const { day, concernIds, isLast } = held
  store.inbox.leaveMessage(
    {
      language: 'en',
      text: `Message ${n} before ${day}: nobody feels safe on the way home while the lights are out`,
      area: null,
      name: '',
      reach: '',
    },
    by.at,
    day,
  )
  const message = store.messages.findUnfiltered(held.i * MESSAGES + n + 4)!
  store.messages.recordOutcome(message, { kind: 'read', concernId: null }, null, by)
  if (isLast && n === 0) return
  if (n % 2 === 0) {
    const concernId = concernIds[n % concernIds.length]!
    store.messages.recordOutcome(message, { kind: 'joined', concernId }, null, by)
  }
  const told = { kind: 'answer' as const, words: 'The lamps were counted, and the list was sent.' }
  store.messages.recordOutcome(message, { kind: 'answered', concernId: null }, told, by)
}

const hold = (store: Store, held: Held, n: number, by: By): void => {
  const id = store.events.record(
    must(
      writeEvent(
        {
          kind: 'stall',
          name: `Stall ${n} before ${held.day}`,
          heldOn: held.day,
          startsAt: '10.30',
          place: 'Church Street',
          areaId: null,
          headCount: 24,
          topics: 'The lights on the way home',
          tookAway: null,
          organisations: [],
        },
        held.day,
      ),
    ),
    { depth: 'table', ground: null, list: [], seriesId: null },
    by,
  )
  store.events.recordLinks(
    id,
    { actionIds: [held.actionIds[n]!], concernIds: [held.concernIds[n]!] },
    by,
  )
  store.events.recordTaps(
    id,
    ['female', 'male'].map((group, at) => ({
      key: `${id}-${group}`,
      grouping: 'gender',
      group,
      count: 11 + at,
    })),
    by,
  )
  store.events.recordFinding(id, `People of stall ${id} do not know whom to ask`, by)
}

/** What readers say of the entries of a table. */
const judge = (store: Store, { concernIds, day }: Held, by: By): void => {
  for (const entry of store.publications.entriesOf(concernIds).values())
    for (const verdict of ['yes', 'no'] as const)
      store.inbox.leaveVerdict(
        {
          slug: entry.slug!,
          version: 1,
          question: 'difference',
          verdict,
          word: '',
          replacesId: null,
        },
        by.at,
        day,
      )
}

const print = (store: Store, { day, actionIds }: Held, by: By): void => {
  const organisationId = store.organisations.list()[0]!.id
  const id = store.leaflets.record(
    must(
      writeLeaflet(
        {
          title: `What to do when the lights are out, ${day}`,
          organisationId,
          version: day,
          languages: ['en'],
          answers: 'Whom do I call when the lights are out?',
          actionId: actionIds[0]!,
          place: 'The library',
          replacesId: null,
        },
        [],
      ),
    ),
    by,
  )
  const handing = { organisationId, toWhom: 'parents at the school', on: day, copies: 40 }
  store.leaflets.recordHanding(id, must(handOut(handing, day)), by)
}

const ask = (store: Store, { day, isLast }: Held, by: By): void => {
  const request = { kind: 'access' as const, text: `Asked on ${day} what we hold`, receivedOn: day }
  const id = store.requests.record({ ...request, name: '', reach: '' }, by)
  if (!isLast)
    store.requests.recordStep(id, { kind: 'answered', words: 'A copy was sent', on: day }, by)
}
