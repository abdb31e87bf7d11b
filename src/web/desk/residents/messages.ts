import { z } from 'zod'
import { raise } from '../../../domain/concerns/concern.ts'
import { dayOf, type Day } from '../../../domain/day.ts'
import { accept, refuse, type Refusal } from '../../../domain/decision.ts'
import { GROUNDS } from '../../../domain/depth.ts'
import { may } from '../../../domain/may.ts'
import {
  answer,
  concernsOf,
  ERASED,
  isEnded,
  isErased,
  join,
  markAtRisk,
  putAside,
  type Message,
} from '../../../domain/residents/message.ts'
import type { Store } from '../../../store/store.ts'
import { tellWhereItIsTold } from '../../../work/publishing/told.ts'
import { NothingTyped, type Failed } from '../../change.ts'
import { maybeId, needed, someIds, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { whoIsNotHere } from '../privacy.ts'
import { change, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'
import { findMessage, listPage, messagePage } from './message-page.ts'

const ConcernForm = z.strictObject({
  text: words(),
  themeId: maybeId(),
  areaId: maybeId(),
  ground: z.enum(['', ...GROUNDS]).default(''),
})
const JoinForm = z.strictObject({ concernId: maybeId() })
const AnswerForm = z.strictObject({
  words: needed('Write the answer. The one who wrote to us will read it', 1500),
})
const RiskForm = z.strictObject({ list: someIds() })

const READ = { kind: 'read', concernId: null } as const
const TOLD_READ = { kind: 'read', words: '' } as const

/** What every change of one message has in common. */
const ofMessage = {
  find: findMessage,
  allow: ({ who }: Visit, message: Message) => may.handleMessage(who, message),
  answer: (_visit: Visit, { id }: Message) => to('/desk/messages', id),
  again: (visit: Visit, message: Message, failed: Failed) => messagePage(visit, message, failed),
}

const readMessage = change('/desk/messages/:id/reading', 'matter', {
  ...ofMessage,
  name: 'reading',
  form: NothingTyped,
  decide: (_visit, message) => accept(message),
  record: ({ store, by }, message) => {
    if (!message.outcomes.some((each) => each.kind === 'read'))
      store.messages.recordOutcome(message, READ, TOLD_READ, by)
  },
})

const makeConcern = change('/desk/messages/:id/concerns', 'matter', {
  ...ofMessage,
  name: 'concern',
  keepsWords: true,
  form: ConcernForm,
  decide: ({ today }, message, { text, themeId, areaId, ground }) => {
    // Typed on a page that was open before: the words would be back.
    if (isErased(message)) return refuse('text', ERASED)
    return raise(
      {
        text,
        raisedOn: dayOf(message.at),
        originKind: 'form',
        originNote: null,
        themeId,
        areaId,
        depth: message.atRisk ? 'named' : 'table',
        ground: ground || null,
        list: message.list,
      },
      today,
    )
  },
  record: ({ store, by }, message, raised) => {
    const from = { roundTableId: null, splitFromId: null }
    const concernId = store.concerns.record(raised, from, by)
    // The same words sent twice are one concern (R22), and it is told once.
    if (!concernsOf(message).includes(concernId)) {
      const outcome = { kind: 'concern' as const, concernId }
      store.messages.recordOutcome(message, outcome, toldOf(message, 'concern'), by)
    }
  },
})

const joinToConcern = change('/desk/messages/:id/joining', 'matter', {
  ...ofMessage,
  name: 'joining',
  form: JoinForm,
  decide: ({ store, who }, message, { concernId }) => {
    const concern = concernId === null ? undefined : store.concerns.find(concernId, who)
    return concern
      ? join(message, concern)
      : refuse('concernId', 'Choose the concern to join it to')
  },
  record: ({ store, by }, message, concern) => {
    const outcome = { kind: 'joined' as const, concernId: concern.id }
    store.messages.recordOutcome(message, outcome, toldOf(message, 'concern'), by)
    tellWhereItIsTold(store, concern.id, by)
  },
})

const answerMessage = change('/desk/messages/:id/answer', 'matter', {
  ...ofMessage,
  name: 'answer',
  keepsWords: true,
  form: AnswerForm,
  decide: (_visit, message, form) => answer(message, form.words),
  record: ({ store, by }, message, said) =>
    store.messages.recordOutcome(
      message,
      { kind: 'answered', concernId: null },
      { kind: 'answer', words: said },
      by,
    ),
})

const putMessageAside = change('/desk/messages/:id/aside', 'matter', {
  ...ofMessage,
  name: 'aside',
  form: NothingTyped,
  decide: (_visit, message) => putAside(message),
  record: ({ store, by }, message) =>
    store.messages.recordOutcome(
      message,
      { kind: 'closed', concernId: null },
      toldOf(message, 'closed'),
      by,
    ),
})

/**
 * R29: whoever wrote it asks us to forget it. That it came, and what it led to, stays; and nobody is
 * waited for any more.
 */
const eraseMessage = change('/desk/messages/:id/erasure', 'matter', {
  ...ofMessage,
  name: 'erasure',
  asksWho: true,
  form: NothingTyped,
  decide: (_visit, message) => accept(message),
  record: ({ store, by, desk }, message) => {
    if (!isEnded(message))
      store.messages.recordOutcome(
        message,
        { kind: 'closed', concernId: null },
        toldOf(message, 'closed'),
        by,
      )
    store.erasures.record('message', message.id, by)
    store.afterwards(() => desk.backups?.forget())
  },
})

const holdMessage = change('/desk/messages/:id/risk', 'matter', {
  ...ofMessage,
  name: 'risk',
  form: RiskForm,
  decide: ({ store, today }, message, { list }) => {
    const refusals = [...whoIsNotHere(store, list), ...nobodyToHandle(store, list, today)]
    return refusals.length ? { accepted: false, refusals } : markAtRisk(message, list)
  },
  record: ({ store, by }, message, list) => {
    // Whoever wrote of a danger must not be told for days that nobody has read it.
    if (message.outcomes.length === 0) store.messages.recordOutcome(message, READ, TOLD_READ, by)
    store.messages.recordAtRisk(message.id, list, by)
    return list
  },
  answer: ({ who }, { id }, list) =>
    list.includes(who.personId) ? to('/desk/messages', id) : '/desk/messages',
})

/**
 * What residents wrote to us: read by the charity alone, and made into a concern, joined to one, or
 * answered (R27).
 */
export const messagesRoutes: readonly Route[] = [
  page('/desk/messages', 'readMessages', listPage),
  page('/desk/messages/:id', 'matter', (visit) => messagePage(visit, findMessage(visit))),
  readMessage,
  makeConcern,
  joinToConcern,
  answerMessage,
  putMessageAside,
  holdMessage,
  eraseMessage,
]

/**
 * Once someone may be at risk, the one who holds the code is told no more than that it was read:
 * the code may be in other hands.
 */
const toldOf = (message: Message, kind: 'concern' | 'closed') => {
  if (!message.atRisk) return { kind, words: '' }
  return message.outcomes.length > 0 ? null : TOLD_READ
}

/** Someone on the list has to be able to deal with it. */
const nobodyToHandle = (store: Store, list: number[], today: Day): Refusal[] =>
  list.some((id) => {
    const who = store.people.who(id, today)
    return who !== undefined && may.readMessages(who)
  })
    ? []
    : [
        {
          field: 'list',
          reason: 'Choose at least one coordinator of the charity: someone has to deal with it',
        },
      ]
