import { z } from 'zod'
import { dayOf } from '../../../domain/day.ts'
import { accept, refuse } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import { isErased, type Message, ERASED } from '../../../domain/residents/message.ts'
import {
  receive,
  REQUEST_KINDS,
  REQUEST_STEPS,
  takeStep,
  type Request,
} from '../../../domain/residents/request.ts'
import { byPolicy, nothing } from '../../change.ts'
import { whenDone, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { change, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { findMessage, messagePage } from './message-page.ts'
import { findRequest, mayHandle, requestPage, requestsPage } from './request-page.ts'

const kindOf = z.enum(REQUEST_KINDS, 'Choose what they ask')

/** A day that it came or was done on: a month is not enough for a clock. */
const dayDone = (today: string) =>
  whenDone(today).transform((on, context) => {
    if (on?.length === 10) return on
    context.addIssue({ code: 'custom', message: 'Write the day, like 12 March 2026' })
    return z.NEVER
  })

const receiveRequest = change('/desk/requests', 'readMessages', {
  name: 'request',
  keepsWords: true,
  find: nothing,
  allow: byPolicy,
  form: ({ today }: Visit) =>
    z.strictObject({
      kind: kindOf,
      text: words(1000),
      receivedOn: dayDone(today),
      name: words(200),
      reach: words(300),
    }),
  decide: ({ today }, _nothing, form) => receive(form, today),
  record: ({ store, by }, _nothing, typed) => store.requests.record(typed, by),
  answer: (_visit, _nothing, id) => to('/desk/requests', id),
  again: (visit, _nothing, failed) => requestsPage(visit, failed),
})

const stepRequest = change('/desk/requests/:id/steps', 'matter', {
  name: 'step',
  keepsWords: true,
  find: findRequest,
  allow: mayHandle,
  form: ({ today }: Visit) =>
    z.strictObject({
      kind: z.enum(REQUEST_STEPS, 'Choose what was done'),
      words: words(2000),
      on: dayDone(today),
      // It went with an answer that was wrong, and someone has to be reached after all.
      name: words(200),
      reach: words(300),
    }),
  decide: ({ today }, request: Request, form) => takeStep(request, form, today),
  record: ({ store, by }, { id }, step, { name, reach }) =>
    store.requests.recordStep(id, step, by, { name, reach }),
  answer: (_visit, { id }) => to('/desk/requests', id),
  again: (visit, request, failed) => requestPage(visit, request, failed),
})

/** What a resident wrote on the board may be a request or a complaint: its clock runs from that day. */
const ofMessage = change('/desk/messages/:id/requests', 'matter', {
  name: 'request',
  find: findMessage,
  allow: ({ who }, message: Message) => may.handleMessage(who, message),
  form: z.strictObject({ kind: kindOf }),
  decide: (_visit, message, { kind }) =>
    isErased(message) ? refuse('kind', ERASED) : accept(kind),
  record: ({ store, by }, { id, at }, kind) =>
    store.requests.recordOfMessage(id, kind, dayOf(at), by),
  answer: (_visit, _message, id) => to('/desk/requests', id),
  again: (visit, message, failed) => messagePage(visit, message, failed),
})

/** The register of requests and complaints, with the clocks that the law sets. */
export const requestsRoutes: readonly Route[] = [
  page('/desk/requests', 'readMessages', (visit) => requestsPage(visit)),
  page('/desk/requests/:id', 'matter', (visit) => requestPage(visit, findRequest(visit))),
  receiveRequest,
  stepRequest,
  ofMessage,
]
