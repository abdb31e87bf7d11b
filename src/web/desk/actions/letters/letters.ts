import { z } from 'zod'
import { isNoMailbox, isToSeeTo, togetherBack } from '../../../../domain/letters/why-back.ts'
import { accept, refuse } from '../../../../domain/decision.ts'
import { FREQUENCIES } from '../../../../domain/actions/notices.ts'
import { may } from '../../../../domain/may.ts'
import type { LetterRow } from '../../../../store/letters/letters.ts'
import { seenBy } from '../../../../work/letters/looked-at.ts'
import { waitingNow, worldOf } from '../../../../work/clock/reminders.ts'
import { byPolicy, nothing, NothingTyped, type Failed } from '../../../change.ts'
import { notFound } from '../../../errors.ts'
import { needed, words } from '../../../forms.ts'
import type { Back } from '../../../views/desk/letters.ts'
import { view } from '../../../views/desk.ts'
import type { Drawn } from '../../../views/view.ts'
import { idIn } from '../../names.ts'
import { change, frameOf, page, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'
import { isShown, letterLines, togetherAs } from './letter-lines.ts'
import { lookAtRow, lookPage, looks } from './look.ts'

const ChoiceForm = z.strictObject({ frequency: z.enum(FREQUENCIES, 'Choose how often') })
const HoldingForm = z.strictObject({ reason: words() })
const StoppingForm = z.strictObject({ reason: needed('Say why this letter does not go') })

const chooseFrequency = change('/desk/letters/choice', 'read', {
  name: 'choice',
  find: nothing,
  allow: byPolicy,
  form: ChoiceForm,
  decide: (_visit, _, form) => accept(form),
  record: ({ store, who, by }, _, { frequency }) =>
    store.notices.recordFrequency(who.personId, frequency, by),
  answer: () => '/desk/letters',
  again: (visit, _, failed) => lettersPage(visit, failed),
})

/** R11: who may not know of a letter can neither hold nor stop it. */
const findLetter = (visit: Visit): LetterRow => {
  const letter = visit.store.letters.find(idIn(visit.params.id))
  if (!letter || !isShown(visit, letter)) throw notFound()
  return letter
}

/** One that came back goes again by whoever sees to the address, and nothing is said of its words. */
const findBack = (visit: Visit): LetterRow => {
  const letter = visit.store.letters.find(idIn(visit.params.id))
  const isBack = visit.store.letters.returned().some((each) => each.letterId === letter?.id)
  return letter && isBack ? letter : findLetter(visit)
}

/** Letters to residents about one round table are one to whoever looks: what is done is done to all. */
const withIt = ({ store }: Visit, letter: LetterRow): number[] =>
  letter.followerId === null
    ? [letter.id]
    : store.letters
        .recent(100_000)
        .filter((each) => each.followerId !== null && togetherAs(each) === togetherAs(letter))
        .map((each) => each.id)

/** What the buttons of a letter have in common; one that is gone stays as it is. */
const ofLetter = {
  find: findLetter,
  allow: byPolicy,
  answer: () => '/desk/letters',
  again: (visit: Visit, _letter: LetterRow, failed: Failed) =>
    lookPage(visit, lookAtRow(visit), failed),
} as const

const isHere = ({ postedAt }: LetterRow): boolean => postedAt === null

const holdLetter = change('/desk/letters/:id/holding', 'keep', {
  ...ofLetter,
  name: 'holding',
  form: HoldingForm,
  decide: (_visit, _letter, form) => accept(form),
  record: (visit, letter, { reason }) => {
    if (isHere(letter))
      for (const id of withIt(visit, letter)) visit.store.letters.hold(id, reason, visit.by)
  },
})

const letLetterGo = change('/desk/letters/:id/letting-go', 'keep', {
  ...ofLetter,
  name: 'letter',
  form: NothingTyped,
  decide: (_visit, letter) => accept(isHere(letter)),
  record: (visit, letter, goes) => {
    if (goes) for (const id of withIt(visit, letter)) visit.store.letters.letGo(id, visit.by)
    return goes
  },
  answer: ({ desk }, _letter, goes) => {
    if (goes) desk.postLetters()
    return '/desk/letters'
  },
})

/** For good, with a reason: what it tells is not written again by itself. */
const stopLetter = change('/desk/letters/:id/stopping', 'keep', {
  ...ofLetter,
  name: 'stopping',
  form: StoppingForm,
  decide: (_visit, letter, form) =>
    isHere(letter) ? accept(form) : refuse('reason', 'It has gone already'),
  record: (visit, letter, { reason }) => {
    for (const id of withIt(visit, letter)) visit.store.letters.stop(id, reason, visit.by)
  },
})

/** One that came back goes once more, as things stand now. */
const sendAgain = change('/desk/letters/:id/sending-again', 'keep', {
  ...ofLetter,
  find: findBack,
  name: 'letter',
  form: NothingTyped,
  decide: ({ store }, { id }) =>
    accept(store.letters.returned().some((each) => each.letterId === id)),
  record: ({ store, by }, { id }, isBack) => {
    if (isBack) store.letters.sendAgain(id, by)
  },
  answer: ({ desk }) => {
    desk.postLetters()
    return '/desk/letters'
  },
})

/** Somebody has seen to an address that letters came back from. */
const settleReturned = change('/desk/letters/returned/:id/settling', 'keep', {
  name: 'letter',
  find: ({ store, params }: Visit) => {
    const returned = store.letters.findReturned(idIn(params.id))
    if (!returned) throw notFound()
    return returned
  },
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit, { settledAt }) => accept(settledAt === null),
  record: ({ store, by }, { id }, isOpen) => {
    if (isOpen) store.letters.settle(id, by)
  },
  answer: () => '/desk/letters#returned',
  again: (visit, _returned, failed) => lettersPage(visit, failed),
})

/**
 * Letters: what will be sent and what became of each; a coordinator looks at each before it goes,
 * holds or stops it, and everyone chooses how often they are written to.
 */
export const lettersRoutes: readonly Route[] = [
  page('/desk/letters', 'read', (visit) => lettersPage(visit)),
  chooseFrequency,
  holdLetter,
  letLetterGo,
  stopLetter,
  sendAgain,
  settleReturned,
  page('/desk/letters/kinds', 'keep', (visit) =>
    view('desk/actions/letters/kinds', {
      frame: frameOf(visit, 'How each letter looks', 'letters'),
      examples: visit.desk.letters.examples(),
    }),
  ),
  ...looks,
]

const lettersPage = (visit: Visit, failed?: Failed): Drawn => {
  const { store, who } = visit
  const mayKeep = may.keep(who)
  const lines = mayKeep ? letterLines(visit) : []
  return view('desk/actions/letters/index', {
    frame: frameOf(visit, 'Letters', 'letters', failed),
    frequency: store.notices.frequencyOf(who.personId),
    mayKeep,
    waiting: lines.filter((each) => each.postedAt === null),
    gone: lines.filter((each) => each.postedAt !== null),
    later: mayKeep ? laterFor(visit) : [],
    returned: mayKeep ? returnedTo(visit) : [],
  })
}

/** What waits for people who are not written to yet, as they chose. */
const laterFor = ({ store, who, desk }: Visit) => {
  const waiting = seenBy(store, waitingNow(store, worldOf(store, desk.now())), who)
  return [...new Set(waiting.map((each) => each.personId))].map((personId) => ({
    personId,
    name: store.people.find(personId)?.name ?? 'Someone',
  }))
}

/** Addresses that letters came back from, with what to do next. */
const returnedTo = ({ store }: Visit): Back[][] =>
  togetherBack(
    store.letters
      .returned()
      .filter(isToSeeTo)
      .map((each) => {
        const reader = each.readerId === null ? undefined : store.letters.findReader(each.readerId)
        const person = each.personId === null ? undefined : store.people.find(each.personId)
        const someone = each.followerId === null ? 'Someone' : 'Someone who follows the board'
        return {
          ...each,
          name: person?.name ?? reader?.role ?? someone,
          email: person?.email ?? reader?.email ?? '',
          isNoMailbox: isNoMailbox(each.status),
        }
      }),
  )
