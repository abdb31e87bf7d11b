import {
  PUT_RIGHT,
  sayNoDate,
  statusOf,
  termsOf,
  type Action,
  type Terms,
  type Update,
} from '../actions/action.ts'
import { AT_THE_TABLE } from '../actions/agreement.ts'
import { sayAgain, sayReview } from '../actions/pace/review.ts'
import { sayAsker, sayWanted } from '../actions/pace/say-pace.ts'
import { dayOf, sayWhen } from '../day.ts'
import { actionTable, sayBy, sayWho } from './action-tables.ts'
import { listOf, wordsOf, type Block, type Called, type Line, type Section } from './paper.ts'
import { isTouched, type AskedHere, type MinuteReview, type TermsChange } from './reviews.ts'

/**
 * R4, R5: each action from before, with who leads and by when as it is now, what was said, and what
 * changed from what; then those that nobody spoke of, and what is held in private as a gap (R11).
 */
export const reviewSection = (
  { reviews, gaps }: { reviews: MinuteReview[]; gaps: Action[] },
  called: Called,
): Section => {
  const opened = new Set(reviews.map(({ action }) => action.id))
  const untouched = [
    ...reviews.filter((review) => !isTold(review)).map(({ action }) => action),
    ...gaps.filter(({ id }) => !opened.has(id)),
  ].toSorted((a, b) => a.id - b.id)
  return {
    id: 'before',
    heading: 'Actions from before',
    blocks: [
      ...reviews.filter(isTold).flatMap((review) => reviewBlocks(review, called)),
      ...(untouched.length > 0
        ? [
            { kind: 'heading' as const, text: 'Not spoken of' },
            actionTable('Actions that were not spoken of', untouched, called),
          ]
        : []),
    ],
  }
}

/** There is something to tell of it, though nobody at the table may have spoken of it. */
const isTold = (review: MinuteReview): boolean => isTouched(review) || review.between.length > 0

const isSpokenOfHere = ({ lines, changes, answers, closed, reopened, asked }: MinuteReview) =>
  lines.length > 0 ||
  [...changes, ...answers].some(({ isHere }) => isHere) ||
  closed === 'here' ||
  reopened !== null ||
  asked !== null

const reviewBlocks = (review: MinuteReview, called: Called): Block[] => [
  { kind: 'heading', text: `${review.action.number} ${termsOf(review.action).text}` },
  ...wordsOf(asAgreedNow(review.action, called)),
  ...listOf([
    ...betweenLines(review, called),
    ...(review.between.length === 0 || isSpokenOfHere(review)
      ? []
      : [{ text: 'Not spoken of at this round table.' }]),
    ...termsLines(review, called),
    ...saidLines(review.action, review.lines, called),
    ...closingLines(review),
  ]),
]

/** What a table, or a coordinator before it, changed in what was agreed, and the yes of its lead. */
export const termsLines = (
  { changes, answers, reopened, asked }: MinuteReview,
  called: Called,
): Line[] => [
  ...(asked === null ? [] : askedLines(asked, called)),
  ...oneOfHere(changes, called).flatMap((change) => changeLines(change, called, asked)),
  ...answers.map((answer) => answerLine(answer, called)),
  ...(reopened === null ? [] : [{ text: `Opened again. Why: ${reopened}` }]),
]

/** That it was closed. */
export const closingLines = ({ closed }: MinuteReview): Line[] => [
  ...(closed === 'here' ? [{ text: 'Agreed closed.' }] : []),
  ...(closed === 'between' ? [{ text: 'Closed between the round tables.' }] : []),
]

/** R5: what its owner asked for and why, and what the table made of it. */
const askedLines = ({ wish, isHere }: AskedHere, called: Called): Line[] => {
  const { answer, at, reason } = wish
  const asked = `${sayAsker(wish, called)} asked for ${sayWanted(wish, called)} on ${sayWhen(dayOf(at))}. Why: ${ended(reason)}`
  if (answer === null) return [{ text: asked }, { text: 'Not answered at this round table.' }]
  const word = answer.words ? `: “${answer.words}”` : ''
  const place = isHere
    ? 'The round table said'
    : `Answered on ${sayWhen(dayOf(answer.at))}, before this round table, by ${called.writer(answer.personId)}:`
  return [{ text: asked }, { text: `${place} ${answer.granted ? 'yes' : 'no'}${word}.` }]
}

/** `Metropolitan Police Service. By May 2022, moved twice.` */
const asAgreedNow = (action: Action, called: Called): string => {
  const { by, kind, review } = termsOf(action)
  const dated = by ? `By ${sayBy(action)}.` : review ? '' : `${sayNoDate(kind)}.`
  return [`${sayWho(action, called)}.`, dated, sayAgain(action)].filter(Boolean).join(' ')
}

/** R5: what was changed several times at one table is said once: what it was, and what it is now. */
const oneOfHere = (changes: TermsChange[], called: Called): TermsChange[] => {
  const here = changes.filter((each) => each.isHere && partsOf(each, called).length > 0)
  const last = here.at(-1)
  if (!last) return changes
  const reasons = new Set(here.map(({ now }) => now.reason).filter((why) => !isUnsaid(why)))
  const reason = [...reasons].filter(Boolean).join(' ') || AT_THE_TABLE
  const now = { ...last.now, reason }
  return [
    ...changes.filter(({ isHere }) => !isHere),
    { before: here[0]!.before, now, isHere: true },
  ]
}

/** What was agreed anew, what stood there before, and who wrote it down when. */
const changeLines = (change: TermsChange, called: Called, asked: AskedHere | null): Line[] => {
  const { now, isHere } = change
  const parts = partsOf(change, called)
  if (parts.length === 0) return []
  const place = isHere
    ? 'Agreed at this round table'
    : `Changed on ${sayWhen(dayOf(now.at))}, before this round table`
  // Why the owner asked for it stands above.
  const isSaid = isUnsaid(now.reason) || now.reason === asked?.wish.reason
  const why = now.reason && !isSaid ? ` Why: ${now.reason}` : ''
  return [
    { text: `${parts.join(' ')} ${place}, written down by ${called.writer(now.personId)}.${why}` },
  ]
}

/** Reasons that the program gives, and no person. */
const isUnsaid = (reason: string | null): boolean => reason === AT_THE_TABLE || reason === PUT_RIGHT

const partsOf = ({ before, now }: TermsChange, called: Called): string[] =>
  PARTS.flatMap(({ what, of }) => {
    const [was, is] = [of(before, called), of(now, called)]
    return was === is ? [] : [`${what}: ${is} (was: ${was}).`]
  })

const PARTS: { what: string; of: (terms: Terms, called: Called) => string }[] = [
  { what: 'Words', of: ({ text }) => text.replace(/\.$/, '') },
  { what: 'Lead', of: leadIn },
  {
    what: 'Helping',
    of: ({ helperIds }, { organisation }) => helperIds.map(organisation).join(' and ') || 'nobody',
  },
  { what: 'Date', of: ({ by, kind }) => (by ? sayWhen(by) : sayNoDate(kind).toLowerCase()) },
  { what: 'Again', of: ({ review }) => (review ? sayReview(review) : 'no rhythm agreed') },
]
function leadIn({ leadId, seatId }: Terms, { organisation, seat }: Called): string {
  if (leadId === null) return 'owner not agreed yet'
  return [organisation(leadId), seat(seatId)].filter(Boolean).join(', ')
}

/** R6: the yes or no of its lead to what was proposed, and who wrote it down. */
const answerLine = (
  { accepted, organisationId, words, personId, at, isHere }: MinuteReview['answers'][number],
  called: Called,
): Line => {
  const what = `${accepted ? 'Accepted' : 'Declined'} by ${called.organisation(organisationId)}`
  const place = isHere ? 'At this round table' : `On ${sayWhen(dayOf(at))}, before this round table`
  const quoted = words ? `: “${words}”` : ''
  return { text: `${what}${quoted}. ${place}, written down by ${called.writer(personId)}.` }
}

/**
 * What was said of an action, each line with the status that it gave, by whom. Taken back, it says
 * so. Words that gave none are only said (R2).
 */
export const saidLines = (action: Action, lines: Update[], called: Called): Line[] =>
  lines.map((line) => {
    const status = called.status({
      ...action,
      updates: [{ ...line, organisationId: null, takenBackAt: null }],
      // R5: what was said stays as it was said, whatever was opened again since.
      closings: [],
    })
    const waiting = line.waitingFor ? `, for ${line.waitingFor}` : ''
    const opening = onlySaid(action, line) ? 'Said:' : `${status}${waiting}.`
    const on = line.on ? `On ${sayWhen(line.on)}.` : ''
    const words = [opening, ended(line.text), on, saidBy(line, called)].filter(Boolean).join(' ')
    return line.takenBackAt
      ? { text: `(taken back) ${words}`, tone: 'struck' as const }
      : { text: words }
  })

/** R5: what was said from a letter or a desk since the table before, and when. */
export const betweenLines = ({ action, between }: MinuteReview, called: Called): Line[] => {
  // They spoke by themselves, wherever they were on the day.
  const { wasHere: _, ...names } = called
  return between.map((each) => {
    const [line] = saidLines(action, [each], names)
    const place = each.isBefore ? 'before this round table' : 'while this round table met'
    return { text: `${line!.text} That was on ${sayWhen(dayOf(each.at))}, ${place}.` }
  })
}

/** Words, and where it stands stayed as it was. */
export const onlySaid = (action: Action, line: Update): boolean => {
  const before = action.updates.filter((each) => each.id < line.id)
  return (
    line.text !== '' &&
    line.waitingFor === null &&
    (line.status === 'not-started' || line.status === 'under-way') &&
    before.length > 0 &&
    statusOf({ ...action, updates: before, closings: [] }) === line.status
  )
}

/** With a stop at its end, since more is said after it. */
const ended = (text: string): string =>
  text === '' || /[.!?…”"’']$/.test(text) ? text : `${text}.`

/** R6: nobody who was away is made to speak. */
const saidBy = (
  { organisationId, seatId }: Update,
  { organisation, seat, wasHere }: Called,
): string => {
  if (organisationId === null) return ''
  const who = [organisation(organisationId), seat(seatId)].filter(Boolean).join(', ')
  return wasHere?.(organisationId) === false ? `Told to the table for ${who}.` : `Said by ${who}.`
}
