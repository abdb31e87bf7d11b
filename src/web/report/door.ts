import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { termsOf, type Action } from '../../domain/actions/action.ts'
import { dayOf, type Day } from '../../domain/day.ts'
import { isHeldOn, type Seat } from '../../domain/people/seat.ts'
import type { LinkRow } from '../../store/actions/report-links.ts'
import type { Store } from '../../store/store.ts'
import { notFound } from '../errors.ts'
import { keepLimits, HOUR } from '../limits.ts'
import { PUBLIC_CSP, SAFE_HEADERS } from '../page-cache.ts'
import { view } from '../views/report.ts'
import type { Drawn } from '../views/view.ts'

/** Someone who opened a link from a letter: one action, one seat, one person. */
export interface Holder {
  link: LinkRow
  action: Action
  seat: Seat
  today: Day
  at: string
  token: string
  body: unknown
  reply: FastifyReply
}
/** A file for a program that holds an address of someone's own. */
export interface PrivateFile {
  type: string
  name: string
  body: string
}
export interface ReportDoor {
  store: Store
  publicUrl: string
  /** Nothing is the same as an address that never was. */
  file: (
    path: `/${string}`,
    make: (asked: {
      params: Record<string, string>
      today: Day
      at: string
    }) => PrivateFile | undefined,
  ) => void
  get: (path: `/${string}`, handler: (holder: Holder) => FastifyReply) => void
  change: (path: `/${string}`, handler: (holder: Holder) => FastifyReply) => void
}

/**
 * The door for an owner with a link: nothing is kept by any cache, no cookie is set, and reading
 * changes nothing at all (R21).
 */
export const reportDoor = async (
  app: FastifyInstance,
  {
    store,
    now,
    publicUrl,
    postLetters,
    rooms,
  }: {
    store: Store
    now: () => Date
    publicUrl: string
    postLetters: () => void
    rooms: ((door: ReportDoor) => void)[]
  },
): Promise<void> => {
  const isTooMuch = keepLimits(now)
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      ...SAFE_HEADERS,
      'content-security-policy': PUBLIC_CSP,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
  })
  const letIn =
    (handler: (holder: Holder) => FastifyReply) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const { token } = request.params as { token: string }
      const holder = holderOf(store, token, now())
      if (typeof holder === 'string')
        return draw(
          reply.code(holder === 'old' ? 410 : 404),
          view('report/actions/gone', { token, mayAsk: holder === 'old' }),
        )
      return handler({ ...holder, token, body: request.body, reply })
    }
  const door: ReportDoor = {
    store,
    publicUrl,
    file: (path, make) => {
      app.get(path, { config: { policy: 'link' } }, async (request, reply) => {
        const at = now().toISOString()
        const file = make({
          params: request.params as Record<string, string>,
          today: dayOf(at),
          at,
        })
        if (!file) throw notFound()
        return reply
          .header('content-disposition', `attachment; filename="${file.name}"`)
          .type(file.type)
          .send(file.body)
      })
    },
    get: (path, handler) => {
      app.get(path, { config: { policy: 'link' } }, letIn(handler))
    },
    change: (path, handler) => {
      app.post(path, { config: { policy: 'link' } }, letIn(handler))
    },
  }
  for (const open of rooms) open(door)

  /**
   * A link that is too old is renewed by asking: a new letter to the same person, if the seat is
   * still theirs. Every other link gets the same answer.
   */
  app.post('/report/:token/renewal', { config: { policy: 'link' } }, async (request, reply) => {
    const { token } = request.params as { token: string }
    const link = store.reportLinks.find(token)
    const at = now().toISOString()
    if (
      link &&
      !isTooMuch('renewal', String(link.personId), 3, 24 * HOUR) &&
      isTheirs(store, link, dayOf(at)) !== null
    ) {
      store.notices.record(
        [
          {
            personId: link.personId,
            actionId: link.actionId,
            seatId: link.seatId,
            why: 'asked',
            cause: `link ${link.id} on ${dayOf(at)}`,
          },
        ],
        dayOf(at),
        { personId: link.personId, at },
      )
      const rows = store.notices
        .waiting()
        .filter((each) => each.personId === link.personId && each.why === 'asked')
      if (rows.length > 0)
        store.notices.recordLetter(link.personId, rows, at, { personId: link.personId, at })
      postLetters()
    }
    return draw(reply, view('report/actions/renewed', {}))
  })
}

export const draw = (reply: FastifyReply, { name, data }: Drawn): FastifyReply =>
  reply.view(name, data)

/**
 * The link dies when the seat changes hands, when its person leaves, and when the matter becomes
 * private; `old` where a new one may be asked for.
 */
const holderOf = (
  store: Store,
  token: string,
  now: Date,
): Pick<Holder, 'link' | 'action' | 'seat' | 'today' | 'at'> | 'old' | 'gone' => {
  const link = store.reportLinks.find(token)
  const today = dayOf(now)
  const theirs = link ? isTheirs(store, link, today) : null
  if (!link || !theirs) return 'gone'
  return link.expiresAt <= now.toISOString()
    ? 'old'
    : { link, ...theirs, today, at: now.toISOString() }
}

const isTheirs = (
  store: Store,
  link: LinkRow,
  today: Day,
): { action: Action; seat: Seat } | null => {
  const seat = store.organisations.findSeat(link.seatId)
  const person = store.people.find(link.personId)
  const [action] = store.actions.listUnfiltered([link.actionId])
  if (
    !seat ||
    !person ||
    !action ||
    person.endedAt !== null ||
    person.role === 'observer' ||
    action.depth === 'named' ||
    action.takenOutAt !== null
  )
    return null
  const terms = termsOf(action)
  const owns =
    terms.seatId === seat.id ||
    (terms.seatId === null && terms.leadId === seat.organisationId) ||
    terms.helperIds.includes(seat.organisationId)
  const holds =
    seat.endedOn === null &&
    seat.holders.some((each) => each.personId === person.id && isHeldOn(each, today))
  return owns && holds ? { action, seat } : null
}
