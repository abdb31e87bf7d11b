import { isOverdue, silence, termsOf, type Action } from '../../domain/actions/action.ts'
import type { Why } from '../../domain/actions/notices.ts'
import { daysBetween, sayDays, sayWhen, type Day } from '../../domain/day.ts'
import { sayAgain } from '../../domain/actions/pace/review.ts'
import { openWish } from '../../domain/actions/pace/wishes.ts'
import { monthTitleOf } from '../../domain/round-tables/round-table.ts'
import { foot, inHtml, section, wordsWithLink } from '../../mail/html.ts'
import { signed, type Letter } from '../../mail/letter.ts'
import type { Store } from '../../store/store.ts'

/**
 * One action in a letter to its owner: its number, why we write, and a link to say where it stands.
 * Never its words.
 */
export interface ActionLine {
  number: string
  why: Why | 'nobody' | 'answered' | 'release' | 'returned' | 'releaser'
  words: string
  link: string | null
}

const TITLES: Record<ActionLine['why'], string> = {
  absent: 'agreed without you',
  agreed: 'is yours',
  late: 'is late',
  due: 'is coming due',
  quiet: 'has been quiet',
  colleague: 'of a colleague has been quiet',
  helping: 'needs your help',
  part: 'waits for your part',
  table: 'is on the next agenda',
  closed: 'is closed, with thanks',
  asked: 'your new link',
  nobody: 'needs an owner',
  answered: 'the answer to what you asked',
  release: 'waits for your release',
  returned: 'came back to you',
  releaser: 'waits for an empty seat',
}
/** What its link is for, where that is not to say where it stands. */
const PRESSES: Partial<Record<ActionLine['why'], string>> = {
  release: 'Read and release it',
  returned: 'Change it and send it again',
}
const PRIVATELY = 'Something that is held in private is waiting for you. Sign in to read it.'
const FOR_YOU = 'The links are for you alone. Opening one changes nothing.'

/**
 * Plain words, and the same as simple HTML with one thing to press for each action. Addressed to
 * one person alone.
 */
export const actionsLetter = (
  to: string,
  lines: ActionLine[],
  waits: boolean,
  publicUrl: string,
): Letter => ({
  to,
  subject: subjectOf(lines),
  text: signed(
    [
      ...lines.flatMap(lineInText),
      ...(waits ? [PRIVATELY, `${publicUrl}/sign-in`, ''] : []),
      FOR_YOU,
      `How often we write is yours to choose: ${publicUrl}/desk/letters`,
    ],
    publicUrl,
  ),
  html: inHtml([
    ...lines.map((line) =>
      section(
        titleOf(line),
        line.words,
        line.link === null
          ? null
          : { words: PRESSES[line.why] ?? 'Say where it stands', to: line.link },
      ),
    ),
    ...(waits ? [wordsWithLink(PRIVATELY, { words: 'Sign in', to: `${publicUrl}/sign-in` })] : []),
    foot(FOR_YOU, { words: 'Choose how often we write', to: `${publicUrl}/desk/letters` }),
  ]),
})

const subjectOf = ([first, ...others]: ActionLine[]): string => {
  if (first === undefined) return 'Something is waiting for you'
  return others.length === 0
    ? `Action ${first.number} ${TITLES[first.why]}`
    : `${others.length + 1} actions from the round table`
}

const titleOf = ({ number, why }: ActionLine): string => `Action ${number}: ${TITLES[why]}`

const lineInText = (line: ActionLine): string[] => [
  titleOf(line),
  line.words,
  ...(line.link
    ? [
        `${PRESSES[line.why] ?? 'Say where it stands'}. It takes ten seconds, and you need not sign in:`,
        line.link,
      ]
    : []),
  '',
]

/** Why we write about an action, in a sentence or two for its owner. */
export const sayWhy = (store: Store, action: Action, why: Why, today: Day): string => {
  const agreed = sayAgreed(store, action)
  const due = sayDue(action, today)
  switch (why) {
    case 'absent':
      return (
        `It was agreed ${agreed}, without you. Say yes to it, or say what would have to change. ` +
        'Until then it shows as not yet accepted.'
      )
    case 'agreed':
      return `It was agreed ${agreed}, and it is yours. ${due}`
    case 'late':
      return `It is late. ${due} ${openWish(action) ? WAITS : IN_THE_WAY}`
    case 'due':
      return `It is coming due. ${due}`
    case 'quiet':
      return `Nobody has heard of it for ${sayDays(silence(action, today))}. One line is enough.`
    case 'colleague':
      return (
        `A colleague’s action has been quiet for ${sayDays(silence(action, today))}. ` +
        'Can you ask them, or take it on?'
      )
    case 'helping':
      return `It was agreed ${agreed}, and your organisation helps with it. ${due}`
    case 'part':
      return `The others have done their part. Yours is still to come. ${due}`
    case 'table':
      return `It stands on the next agenda. ${due}`
    case 'closed':
      return 'The round table has agreed that it is closed. Thank you.'
    case 'asked': {
      const days = daysBetween(action.agreedAt.slice(0, 10), today)
      return `Here is a new link. ${due} It was agreed ${days} days ago.`
    }
  }
}

const sayAgreed = (store: Store, { roundTableId }: Action): string => {
  const table = roundTableId === null ? undefined : store.roundTables.findById(roundTableId)
  return table ? `at the ${monthTitleOf(table)}` : 'between round tables'
}

const IN_THE_WAY = 'Say where it stands, or what stands in the way.'
const WAITS = 'You asked for a change. The round table has not answered yet.'

export const sayDue = (action: Action, today: Day): string => {
  const again = sayAgain(action)
  if (again) return again
  const { by, kind } = termsOf(action)
  if (!by) return kind === 'standing' ? 'It has no end date.' : 'No date is agreed yet.'
  return isOverdue(action, today) ? `It was due ${sayWhen(by)}.` : `It is due ${sayWhen(by)}.`
}
