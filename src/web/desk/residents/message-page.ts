import { languageName } from '../../../domain/language.ts'
import { scriptOf } from '../../../domain/tongue.ts'
import { GROUNDS } from '../../../domain/depth.ts'
import { may } from '../../../domain/may.ts'
import { concernsOf, type Message } from '../../../domain/residents/message.ts'
import type { Store } from '../../../store/store.ts'
import { choicesOf, namesOf, titleOfConcern } from '../../../work/names.ts'
import type { Failed } from '../../change.ts'
import { notFound } from '../../errors.ts'
import type { MessageGlance } from '../../../store/glance/glance.ts'
import { view } from '../../views/desk.ts'
import type { ResidentsViews, Tongues } from '../../views/desk/residents.ts'
import type { Drawn } from '../../views/view.ts'
import { cappedAnd } from '../capped.ts'
import { idIn, concernsToChoose } from '../names.ts'
import { frameOf } from '../route.ts'
import { requestKinds, requestsOfMessage } from './request-page.ts'
import type { Desk, Visit } from '../visit.ts'

/** The message of an address, where this person may know of it. */
export const findMessage = ({ store, params, who, by }: Visit): Message => {
  const message = store.messages.findUnfiltered(idIn(params.id))
  if (!message || !may.seeMessage(who, message)) throw notFound()
  // R11: a look at a named matter is written before anything of it is drawn.
  if (message.atRisk) store.journal.recordLook(by, 'message', message.id)
  return message
}

/** Everything that residents wrote, and apart from it what is held in private. */
export const listPage = (visit: Visit): Drawn => {
  const { store, who, desk } = visit
  const seen = [...store.glances.messages()].filter((each) => may.seeMessage(who, each))
  const [held, open] = [seen.filter((each) => each.atRisk), seen.filter((each) => !each.atRisk)]
  const inFull = (some: MessageGlance[]): Message[] => {
    const found = store.messages.listUnfiltered(some.map((each) => each.id)).map(inItsLanguage)
    const byId = new Map(found.map((each) => [each.id, each]))
    return some.flatMap(({ id }) => byId.get(id) ?? [])
  }
  const [waiting, done] = inTurn(open)
  return view('desk/residents/messages/index', {
    frame: frameOf(visit, 'From residents', 'messages'),
    held: cappedAnd(visit, inTurn(held).flat(), inFull),
    waiting: cappedAnd(visit, waiting, inFull),
    done: cappedAnd(visit, done, inFull),
    areas: areaNames(store),
    languages: languageNames(desk),
  })
}

/** What waits, the one that waits longest first (R27), and what was dealt with, the newest first. */
const inTurn = (messages: MessageGlance[]): [waiting: MessageGlance[], done: MessageGlance[]] => [
  messages.filter((each) => each.needsUs),
  messages.filter((each) => !each.needsUs).toReversed(),
]

/** What is typed in Arabic on an English page is in Arabic, as far as its letters tell. */
const inItsLanguage = (message: Message): Message => ({
  ...message,
  language: scriptOf(message.text)?.lang ?? message.language,
})

/** One message, with the form that was refused on it. */
export const messagePage = (visit: Visit, message: Message, failed?: Failed): Drawn => {
  const { store, who, desk } = visit
  const area = store.labels.list('area').find((each) => each.code === message.area)
  const title = message.atRisk ? 'Held in private' : 'From a resident'
  return view('desk/residents/messages/show', {
    frame: frameOf(visit, title, 'messages', failed),
    names: namesOf(store),
    choices: choicesOf(store),
    message: inItsLanguage(message),
    mayHandle: may.handleMessage(who, message),
    goes: store.erasures.whatGoes('message', message.id),
    ...concernsAround(visit, message),
    area: area?.id ?? null,
    areas: areaNames(store),
    languages: languageNames(desk),
    steps: store.labels.setting('at-risk') ?? '',
    grounds: GROUNDS,
    requestKinds: requestKinds(),
    requests: requestsOfMessage(store, message.id),
  })
}

/** Where it went, and what it may be joined to: private to private, and the other way. */
const concernsAround = (
  visit: Visit,
  message: Message,
): Pick<ResidentsViews['desk/residents/messages/show'], 'concerns' | 'others'> => {
  const ids = concernsOf(message)
  const all = visit.store.concerns.listOf(ids, visit.who)
  return {
    concerns: ids
      .flatMap((id) => all.filter((each) => each.id === id))
      .map((each) => ({
        id: each.id,
        text: titleOfConcern(each),
        isHeld: each.depth === 'named',
      })),
    others: concernsToChoose(visit, (each) => (each.depth === 'named') === message.atRisk),
  }
}

const areaNames = (store: Store): Record<string, string> =>
  Object.fromEntries(store.labels.list('area').map((each) => [each.code, each.name]))

const languageNames = ({ languages }: Desk): Tongues =>
  Object.fromEntries(
    languages.map(({ code, locale, dir }) => [code, { name: languageName(code), locale, dir }]),
  )
