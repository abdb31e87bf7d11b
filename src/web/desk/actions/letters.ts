import { z } from 'zod'
import { isAnswerTo } from '../../../domain/actions/asked.ts'
import { heldIn } from '../../../domain/actions/releasing/release-notices.ts'
import { FREQUENCIES } from '../../../domain/actions/notices.ts'
import { may } from '../../../domain/may.ts'
import type { NoticeRow } from '../../../store/actions/notices.ts'
import type { LetterRow } from '../../../store/letters.ts'
import { waitingNow, worldOf } from '../../../work/reminders.ts'
import { byPolicy, nothing, NothingTyped, type Failed } from '../../change.ts'
import { accept } from '../../../domain/decision.ts'
import { notFound } from '../../errors.ts'
import { view } from '../../views/desk.ts'
import type { LetterLine } from '../../views/desk/actions.ts'
import type { Drawn } from '../../views/view.ts'
import { idIn } from '../names.ts'
import { change, frameOf, page, type Route } from '../route.ts'
import type { Visit } from '../visit.ts'

const ChoiceForm = z.strictObject({ frequency: z.enum(FREQUENCIES, 'Choose how often') })
const MOST_SHOWN = 100
/** Letters to residents who follow the board are nobody's to look at. */
const SHOWN: string[] = ['actions', 'minutes', 'invitation', 'baton']

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

const findLetter = ({ store, params }: Visit): LetterRow => {
  const letter = store.letters.find(idIn(params.id))
  if (!letter || !SHOWN.includes(letter.kind)) throw notFound()
  return letter
}

/** What the two buttons beside a letter have in common; one that is gone stays as it is. */
const ofLetter = {
  name: 'letter',
  find: findLetter,
  allow: byPolicy,
  form: NothingTyped,
  decide: (_visit: Visit, letter: LetterRow) => accept(letter.postedAt === null),
  again: (visit: Visit, _letter: LetterRow, failed: Failed) =>
    lettersPage(visit, { ...failed, body: {} }),
}

const holdLetter = change('/desk/letters/:id/holding', 'keep', {
  ...ofLetter,
  record: ({ store, by }, { id }, isHere) => {
    if (isHere) store.letters.hold(id, by)
  },
  answer: () => '/desk/letters',
})

const letLetterGo = change('/desk/letters/:id/letting-go', 'keep', {
  ...ofLetter,
  record: ({ store, by }, { id }, isHere) => {
    if (isHere) store.letters.letGo(id, by)
    return isHere
  },
  answer: ({ desk }, _letter, isHere) => {
    if (isHere) desk.postLetters()
    return '/desk/letters'
  },
})

/**
 * Letters: what will be sent and what became of each; a coordinator can hold one back, and everyone
 * chooses how often they are written to.
 */
export const lettersRoutes: readonly Route[] = [
  page('/desk/letters', 'read', (visit) => lettersPage(visit)),
  chooseFrequency,
  holdLetter,
  letLetterGo,
]

const lettersPage = (visit: Visit, failed?: Failed): Drawn => {
  const { store, who, desk } = visit
  const mayKeep = may.keep(who)
  const people = new Map(store.people.list().map((each) => [each.id, each.name]))
  const about = aboutIn(visit)
  const letters = mayKeep ? letterLines(visit, people, about) : []
  const waiting = mayKeep ? waitingNow(store, worldOf(store, desk.now())) : []
  return view('desk/actions/letters/index', {
    frame: frameOf(visit, 'Letters', 'letters', failed),
    frequency: store.notices.frequencyOf(who.personId),
    mayKeep,
    waiting: letters.filter((each) => each.postedAt === null),
    gone: letters.filter((each) => each.postedAt !== null),
    later: waiting.map((each) => ({
      name: people.get(each.personId) ?? 'Someone',
      about: about(each),
    })),
  })
}

type About = (notice: NoticeRow) => LetterLine['about'][number]

/** Of what a letter tells, the reason and the number; nothing of what is held in private (R11). */
const aboutIn = ({ store }: Visit): About => {
  const actions = new Map(store.actions.everWritten().map((each) => [each.id, each]))
  return ({ actionId, why, cause }) => {
    const action = actions.get(actionId)
    return action?.depth === 'named'
      ? null
      : {
          why,
          isAnswer: isAnswerTo(cause),
          isHeld: heldIn({ why, cause }) !== null,
          number: action?.number ?? '',
        }
  }
}

const letterLines = ({ store }: Visit, people: Map<number, string>, about: About): LetterLine[] =>
  store.letters
    .recent(MOST_SHOWN)
    .filter((row) => SHOWN.includes(row.kind))
    .map(({ id, kind, personId, at, tryAt, postedAt, fault, heldAt }) => ({
      id,
      kind: kind as LetterLine['kind'],
      name: personId === null ? 'A reader of minutes' : (people.get(personId) ?? 'Someone'),
      at,
      tryAt,
      postedAt,
      fault,
      heldAt,
      about: store.notices.inLetter(id).map(about),
    }))
