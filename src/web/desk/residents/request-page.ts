import { may } from '../../../domain/may.ts'
import {
  dueOf,
  isPressing,
  REQUEST_KINDS,
  stepsToTake,
  takenBack,
  type Request,
  type RequestKind,
  type RequestStepKind,
} from '../../../domain/residents/request.ts'
import { namesOf } from '../../../work/names.ts'
import type { Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import { view } from '../../views/desk.ts'
import type { RequestLine } from '../../views/desk/residents.ts'
import type { Drawn } from '../../views/view.ts'
import type { RequestGlance } from '../../../store/glance/glance.ts'
import { cappedAnd } from '../capped.ts'
import { idIn } from '../names.ts'
import { frameOf } from '../route.ts'
import type { Visit } from '../visit.ts'

/** What each kind is called on a page. */
const KINDS: Record<RequestKind, string> = {
  access: 'They ask what we hold about them',
  correction: 'They ask us to put something right',
  erasure: 'They ask us to erase something',
  objection: 'They ask us to stop using something',
  complaint: 'They complain about how we keep what is theirs',
}

const STEPS: Record<RequestStepKind, string> = {
  acknowledged: 'We told them that it is here',
  asked: 'We asked them for something we need',
  heard: 'They told us what we asked',
  extended: 'We told them that it takes two months longer',
  told: 'We told them how it goes',
  answered: 'We answered',
  refused: 'We said no, and why',
  'taken-back': 'The last of these is wrong',
}

/** Whether this person may know of a request: it is as private as the message that it came by. */
const maySee = ({ store, who }: Visit, { messageId }: Pick<Request, 'messageId'>): boolean => {
  if (messageId === null) return may.readMessages(who)
  const message = store.glances.message(messageId)
  return message !== undefined && may.seeMessage(who, message)
}

export const mayHandle = ({ who }: Visit): boolean => may.readMessages(who)

/** The request of an address, where this person may know of it. */
export const findRequest = (visit: Visit): Request => {
  const { store, params, by } = visit
  const request = store.requests.findUnfiltered(idIn(params.id))
  if (!request || !maySee(visit, request)) throw notFound()
  const { messageId } = request
  // R11: a look at a named matter is written before anything of it is drawn.
  if (messageId !== null && store.messages.findUnfiltered(messageId)?.atRisk)
    store.journal.recordLook(by, 'message', messageId)
  return request
}

const lineOf = (request: Request): RequestLine => ({
  ...request,
  called: KINDS[request.kind],
  due: dueOf(request),
})

/** The requests that this person may know of: what is open, and what was answered. */
const requestsSeenBy = (visit: Visit): { open: RequestGlance[]; answered: RequestGlance[] } => {
  const seen = [...visit.store.glances.requests()].filter((each) => maySee(visit, each))
  return {
    open: seen.filter((each) => !each.isAnswered),
    answered: seen.filter((each) => each.isAnswered).toReversed(),
  }
}

const inFull = ({ store }: Visit, some: RequestGlance[]): Request[] =>
  store.requests.listUnfiltered(some.map((each) => each.id))

/** Those of them that are due within ten days, or late: for the desk. */
export const pressingRequests = (visit: Visit): Request[] =>
  may.readMessages(visit.who)
    ? inFull(visit, requestsSeenBy(visit).open).filter((each) => isPressing(each, visit.today))
    : []

/** What is open, by the day it is due, and what was answered. */
export const requestsPage = (visit: Visit, failed?: Failed): Drawn => {
  const { open, answered } = requestsSeenBy(visit)
  return view('desk/residents/requests/index', {
    frame: frameOf(visit, 'Requests and complaints', 'messages', failed),
    open: inFull(visit, open)
      .map(lineOf)
      .toSorted((a, b) => (a.due?.by ?? '9999').localeCompare(b.due?.by ?? '9999')),
    answered: cappedAnd(visit, answered, (some) => inFull(visit, some).toReversed().map(lineOf)),
    kinds: REQUEST_KINDS.map((kind) => ({ value: kind, label: KINDS[kind] })),
  })
}

export const requestPage = (visit: Visit, request: Request, failed?: Failed): Drawn =>
  view('desk/residents/requests/show', {
    frame: frameOf(visit, 'A request', 'messages', failed),
    request: lineOf(request),
    names: namesOf(visit.store),
    mayHandle: mayHandle(visit),
    wrong: takenBack(request),
    said: { ...STEPS, 'taken-back': 'The one before was wrong, and counts no more' },
    steps: stepsToTake(request).map((kind) => ({ value: kind, label: STEPS[kind] })),
  })

/** The choice on the page of a message. */
export const requestKinds = (): { value: string; label: string }[] =>
  REQUEST_KINDS.map((kind) => ({ value: kind, label: KINDS[kind] }))

/** ... and what was written down from it already. */
export const requestsOfMessage = (
  store: Visit['store'],
  messageId: number,
): { id: number; called: string }[] =>
  store.requests.ofMessage(messageId).map(({ id, kind }) => ({ id, called: KINDS[kind] }))
