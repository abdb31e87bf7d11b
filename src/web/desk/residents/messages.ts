import { languageName } from '../../../domain/language.ts'
import { whoIsNotHere } from '../privacy.ts'
import { tellWhereItIsTold } from '../../../work/told.ts'
import type { Desk, Visit } from '../visit.ts'
import { choicesOf, namesOf, titleOfConcern } from '../../../work/names.ts'
import { z } from 'zod'
import { raise } from '../../../domain/concerns/concern.ts'
import { GROUNDS } from '../../../domain/depth.ts'
import { dayOf } from '../../../domain/day.ts'
import type { Decision } from '../../../domain/decision.ts'
import { may } from '../../../domain/may.ts'
import {
  answer,
  concernsOf,
  join,
  markAtRisk,
  putAside,
  type Message,
} from '../../../domain/residents/message.ts'
import { refused, saved, show } from '../../answer.ts'
import { notAllowed, notFound } from '../../errors.ts'
import { maybeId, needed, parse, someIds, words } from '../../forms.ts'
import { to } from '../../to.ts'
import { view } from '../../views/desk.ts'
import { idIn } from '../names.ts'

const EmptyForm = z.strictObject({})
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

/**
 * What residents wrote to us: read by the charity alone, and made into a concern, joined to one, or
 * answered (R27).
 */
export const messagesRoutes = (desk: Desk): void => {
  const { store } = desk

  desk.get('/desk/messages', 'readMessages', (visit) => {
    const all = store.messages.listUnfiltered()
    return show(
      visit.reply,
      view('desk/residents/messages/index', {
        frame: desk.frame(visit, 'From residents', 'messages'),
        messages: all.filter((each) => !each.atRisk),
        held: all.filter((each) => each.atRisk && may.seeMessage(visit.who, each)),
        areas: areaNames(),
        languages: languageNames(),
      }),
    )
  })

  desk.get('/desk/messages/:id', 'matter', (visit) => show(visit.reply, page(visit, find(visit))))

  desk.change('/desk/messages/:id/reading', 'matter', (visit) => {
    const message = findToHandle(visit)
    const form = parse(EmptyForm, visit.body)
    if (!form.accepted) return again(visit, message, 'reading', form)
    if (!message.outcomes.some((each) => each.kind === 'read'))
      store.messages.recordOutcome(
        message,
        { kind: 'read', concernId: null },
        { kind: 'read', words: '' },
        visit.by,
      )
    return back(visit, message)
  })

  desk.change('/desk/messages/:id/concerns', 'matter', (visit) => {
    const message = findToHandle(visit)
    const form = parse(ConcernForm, visit.body)
    if (!form.accepted) return again(visit, message, 'concern', form)
    const { text, themeId, areaId, ground } = form.value
    const depth = message.atRisk ? ('named' as const) : ('table' as const)
    const decision = raise(
      {
        text,
        raisedOn: dayOf(message.at),
        originKind: 'form',
        originNote: null,
        themeId,
        areaId,
        depth,
        ground: ground || null,
        list: message.list,
      },
      visit.today,
    )
    if (!decision.accepted) return again(visit, message, 'concern', decision)
    store.together(() => {
      const concernId = store.concerns.record(
        decision.value,
        { roundTableId: null, splitFromId: null },
        visit.by,
      )
      // The same words sent twice are one concern (R22), and it is told once.
      if (!concernsOf(message).includes(concernId))
        store.messages.recordOutcome(
          message,
          { kind: 'concern', concernId },
          toldOf(message),
          visit.by,
        )
    })
    return back(visit, message)
  })

  desk.change('/desk/messages/:id/joining', 'matter', (visit) => {
    const message = findToHandle(visit)
    const form = parse(JoinForm, visit.body)
    const concern =
      form.accepted && form.value.concernId !== null
        ? store.concerns.find(form.value.concernId, visit.who)
        : undefined
    const decision: Decision<unknown> = !form.accepted
      ? form
      : concern
        ? join(message, concern)
        : {
            accepted: false,
            refusals: [{ field: 'concernId', reason: 'Choose the concern to join it to' }],
          }
    if (!decision.accepted) return again(visit, message, 'joining', decision)
    store.together(() => {
      store.messages.recordOutcome(
        message,
        { kind: 'joined', concernId: concern!.id },
        toldOf(message),
        visit.by,
      )
      tellWhereItIsTold(store, concern!.id, visit.by)
    })
    return back(visit, message)
  })

  desk.change('/desk/messages/:id/answer', 'matter', (visit) => {
    const message = findToHandle(visit)
    const form = parse(AnswerForm, visit.body)
    const decision = form.accepted ? answer(message, form.value.words) : form
    if (!decision.accepted) return again(visit, message, 'answer', decision)
    store.messages.recordOutcome(
      message,
      { kind: 'answered', concernId: null },
      { kind: 'answer', words: decision.value },
      visit.by,
    )
    return back(visit, message)
  })

  desk.change('/desk/messages/:id/aside', 'matter', (visit) => {
    const message = findToHandle(visit)
    const form = parse(EmptyForm, visit.body)
    const decision = form.accepted ? putAside(message) : form
    if (!decision.accepted) return again(visit, message, 'aside', decision)
    store.messages.recordOutcome(
      message,
      { kind: 'closed', concernId: null },
      toldOf(message, 'closed'),
      visit.by,
    )
    return back(visit, message)
  })

  desk.change('/desk/messages/:id/risk', 'matter', (visit) => {
    const message = findToHandle(visit)
    const form = parse(RiskForm, visit.body)
    const absent = form.accepted
      ? [...whoIsNotHere(store, form.value.list), ...nobodyToHandle(form.value.list, visit.today)]
      : []
    const decision = !form.accepted
      ? form
      : absent.length > 0
        ? { accepted: false as const, refusals: absent }
        : markAtRisk(message, form.value.list)
    if (!decision.accepted) return again(visit, message, 'risk', decision)
    store.together(() => {
      // Whoever wrote of a danger must not be told for days that nobody has read it.
      if (message.outcomes.length === 0)
        store.messages.recordOutcome(
          message,
          { kind: 'read', concernId: null },
          { kind: 'read', words: '' },
          visit.by,
        )
      store.messages.recordAtRisk(message.id, decision.value, visit.by)
    })
    return saved(
      visit.request,
      visit.reply,
      decision.value.includes(visit.who.personId)
        ? to('/desk/messages', message.id)
        : '/desk/messages',
    )
  })

  /**
   * Once someone may be at risk, the one who holds the number is told no more than that it was
   * read: the number may be in other hands.
   */
  const toldOf = (message: Message, kind: 'concern' | 'closed' = 'concern') =>
    message.atRisk
      ? message.outcomes.length > 0
        ? null
        : { kind: 'read' as const, words: '' }
      : { kind, words: '' }

  /** Someone on the list has to be able to deal with it. */
  const nobodyToHandle = (list: number[], today: string) =>
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
  const find = (visit: Visit): Message => {
    const message = store.messages.findUnfiltered(idIn(visit.params.id))
    if (!message || !may.seeMessage(visit.who, message)) throw notFound()
    // R11: a look at a named matter is written before anything of it is drawn.
    if (message.atRisk) store.journal.recordLook(visit.by, 'message', message.id)
    return message
  }
  const findToHandle = (visit: Visit): Message => {
    const message = find(visit)
    if (!may.handleMessage(visit.who, message)) throw notAllowed()
    return message
  }
  const areaNames = () =>
    Object.fromEntries(store.labels.list('area').map((each) => [each.code, each.name]))
  const languageNames = () =>
    Object.fromEntries(
      desk.languages.map((each) => [
        each.code,
        { name: languageName(each.code), locale: each.locale, dir: each.dir },
      ]),
    )
  const back = (visit: Visit, message: Message) =>
    saved(visit.request, visit.reply, to('/desk/messages', message.id))
  const again = (visit: Visit, message: Message, form: string, decision: Decision<unknown>) => {
    const errors = decision.accepted ? [] : decision.refusals
    return refused(visit.request, visit.reply, errors, () =>
      page(visit, message, { form, errors, body: visit.body }),
    )
  }
  const page = (visit: Visit, message: Message, failed?: Parameters<Desk['frame']>[3]) => {
    const concerns = store.concerns.list(visit.who)
    return view('desk/residents/messages/show', {
      frame: desk.frame(
        visit,
        message.atRisk ? 'Held in private' : 'From a resident',
        'messages',
        failed,
      ),
      names: namesOf(store),
      choices: choicesOf(store),
      message,
      mayHandle: may.handleMessage(visit.who, message),
      concerns: concernsOf(message).flatMap((id) =>
        concerns
          .filter((each) => each.id === id)
          .map((each) => ({ id, text: titleOfConcern(each), isHeld: each.depth === 'named' })),
      ),
      others: concerns
        .filter(
          (each) =>
            each.mergedIntoId === null &&
            each.takenOutAt === null &&
            (each.depth === 'named') === message.atRisk,
        )
        .map((each) => ({ id: each.id, text: titleOfConcern(each) })),
      area:
        message.area === null
          ? null
          : (store.labels.list('area').find((each) => each.code === message.area)?.id ?? null),
      areas: areaNames(),
      languages: languageNames(),
      steps: store.labels.setting('at-risk') ?? '',
      grounds: GROUNDS,
    })
  }
}
