import { and, asc, eq, type SQL } from 'drizzle-orm'
import type { Day } from '../../domain/day.ts'
import type {
  Request,
  RequestKind,
  RequestStepKind,
  TypedRequest,
} from '../../domain/residents/request.ts'
import type { Db } from '../database.ts'
import { amongIds, group } from '../group.ts'
import { insert } from '../insert.ts'
import { journaled, type By } from '../journal.ts'
import { requestContacts, requests, requestSteps } from '../schema/residents.ts'
import { forget } from '../transactions.ts'
import { dropAnsweredContacts } from './answered.ts'

/** The register of requests and complaints. The caller leaves out what its reader may not see. */
export const requestsStore = (db: Db) => ({
  /** All or some of them, the oldest first. */
  listUnfiltered: (ids?: number[]): Request[] => load(db, ids && amongIds(requests.id, ids)),
  ofMessage: (messageId: number): Request[] => load(db, eq(requests.messageId, messageId)),
  findUnfiltered: (id: number): Request | undefined => load(db, eq(requests.id, id))[0],
  record: ({ name, reach, ...request }: TypedRequest, by: By): number =>
    journaled(db, by, 'wrote down', 'request', () => {
      const id = writeDown(db, { ...request, messageId: null }, by)
      if (name || reach) insert(db, requestContacts, { requestId: id, name, reach })
      return id
    }),
  /** One that a resident wrote on the board: its words and the way to reach them stay there. */
  recordOfMessage: (messageId: number, kind: RequestKind, receivedOn: Day, by: By): number =>
    journaled(
      db,
      by,
      'wrote down',
      'request',
      () =>
        db
          .select({ id: requests.id })
          .from(requests)
          .where(and(eq(requests.messageId, messageId), eq(requests.kind, kind)))
          .get()?.id ?? writeDown(db, { kind, text: '', receivedOn, messageId }, by),
    ),
  /**
   * What was done about it. With the answer the way to reach them goes; with an answer that is taken
   * back it may be written down again.
   */
  recordStep: (
    id: number,
    step: { kind: RequestStepKind; words: string; on: Day },
    by: By,
    { name, reach } = { name: '', reach: '' },
  ): number => {
    const ends = step.kind === 'answered' || step.kind === 'refused'
    journaled(db, by, SAY[step.kind], 'request', () => {
      insert(db, requestSteps, { requestId: id, ...step, personId: by.personId!, at: by.at })
      if (ends) {
        db.delete(requestContacts).where(eq(requestContacts.requestId, id)).run()
        dropAnsweredContacts(db)
      }
      if (step.kind === 'taken-back' && (name || reach))
        db.insert(requestContacts)
          .values({ requestId: id, name, reach })
          .onConflictDoUpdate({ target: requestContacts.requestId, set: { name, reach } })
          .run()
      return id
    })
    if (ends) forget(db)
    return id
  },
})

const SAY: Record<RequestStepKind, string> = {
  acknowledged: 'acknowledged',
  asked: 'asked back about',
  heard: 'heard more of',
  extended: 'took longer for',
  told: 'told how it goes with',
  answered: 'answered',
  refused: 'refused',
  'taken-back': 'took back what was written of',
}

const writeDown = (
  db: Db,
  request: { kind: RequestKind; text: string; receivedOn: Day; messageId: number | null },
  by: By,
): number => insert(db, requests, { ...request, personId: by.personId!, at: by.at })

const load = (db: Db, which: SQL | undefined): Request[] => {
  const rows = db.select().from(requests).where(which).orderBy(asc(requests.id)).all()
  const ids = rows.map((row) => row.id)
  const steps = group(
    db
      .select()
      .from(requestSteps)
      .where(amongIds(requestSteps.requestId, ids))
      .orderBy(asc(requestSteps.id))
      .all(),
    (each) => each.requestId,
  )
  const contacts = new Map(
    db
      .select()
      .from(requestContacts)
      .where(amongIds(requestContacts.requestId, ids))
      .all()
      .map((each) => [each.requestId, { name: each.name, reach: each.reach }]),
  )
  return rows.map((row) => ({
    ...row,
    contact: contacts.get(row.id) ?? null,
    steps: (steps.get(row.id) ?? []).map(({ kind, words, on, personId, at }) => ({
      kind,
      words,
      on,
      personId,
      at,
    })),
  }))
}
