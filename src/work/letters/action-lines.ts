import { cutShort } from '../../domain/first-few.ts'
import type { Action } from '../../domain/actions/action.ts'
import type { Stand } from '../actions/say-why.ts'
import { drawn, words, type Part } from '../../mail/form.ts'
import type { Letter } from '../../mail/letter.ts'
import { sayFrom, SIGN_IN, type Envelope } from './whose.ts'

/**
 * One action in a letter to its owner: its words, why we write, and one thing to press (R21). Of a
 * matter held in private there is none.
 */
export interface ActionLine {
  /** Its words, as they are agreed. */
  title: string
  /** What people call it: `1.4`, or `B2` for what was agreed between two tables. */
  number: string
  why: Stand | 'nobody' | 'nobody-helps' | 'answered' | 'release' | 'returned' | 'releaser'
  isLate?: boolean
  words: string
  press: Press | null
}

/** What is pressed, in words of its own, and where that leads. */
export interface Press {
  words: string
  to: string
  /** A link that needs no sign-in. */
  isOpen: boolean
}

/** To whom, as what, and how often they are written to. */
export interface Addressed {
  to: string
  /** The seats that this is for: "Ward sergeant, Church Street (Metropolitan Police)". */
  seats: string[]
  /** When the next table meets and what is asked for it, or where all this was agreed. */
  meets: string[]
  /** Why this came and how often we write, as they chose. */
  often: string
}

/** Why we write of it, each in a sentence that is whole. */
const STATES: Record<ActionLine['why'], (number: string) => string> = {
  absent: (number) => `Action ${number} was agreed without you.`,
  agreed: (number) => `Action ${number} is yours.`,
  changed: (number) => `Action ${number} has changed.`,
  again: (number) => `Action ${number} was opened again.`,
  unanswered: (number) => `Action ${number} waits for your yes or no.`,
  late: (number) => `Action ${number} is late.`,
  due: (number) => `Action ${number} is coming due.`,
  quiet: (number) => `Action ${number} has been quiet.`,
  colleague: (number) => `Action ${number} is a colleague’s, and has been quiet.`,
  empty: (number) => `Action ${number} is your organisation’s, and nobody holds its seat.`,
  helping: (number) => `Action ${number} needs your help.`,
  helped: (number) => `You help with action ${number}.`,
  part: (number) => `Action ${number} waits for your part.`,
  table: (number) => `Action ${number} is yours.`,
  closed: (number) => `Action ${number} is closed.`,
  asked: (number) => `Action ${number} has a new link.`,
  nobody: (number) => `Action ${number} needs an owner.`,
  'nobody-helps': (number) => `Action ${number} waits for a part that nobody has.`,
  answered: (number) => `Action ${number} has the answer to what you asked.`,
  release: (number) => `What was said of action ${number} waits for your release.`,
  returned: (number) => `What you said of action ${number} came back to you.`,
  releaser: (number) => `What was said of action ${number} waits for an empty seat.`,
}

/** The subject of a letter about one action; “…” stands for its words. */
const SUBJECTS: Record<ActionLine['why'], string> = {
  absent: 'will you take on …?',
  agreed: 'yours to do: …',
  changed: 'what has changed: …',
  again: 'opened again: …',
  unanswered: 'will you take on …?',
  late: 'where does … stand?',
  due: 'due soon: …',
  quiet: 'where does … stand?',
  colleague: 'can you ask about …?',
  empty: 'can you take on …?',
  helping: 'your help with …',
  helped: 'on the next agenda: …',
  part: 'your part of …',
  table: 'on the next agenda: …',
  closed: 'closed: …',
  asked: 'a new link for …',
  nobody: 'who will take on …?',
  'nobody-helps': 'who will do a part of …?',
  answered: 'the answer on …',
  release: 'to release: …',
  returned: 'back to you: …',
  releaser: 'waits for an empty seat: …',
}

const PRIVATELY = 'Something that is held in private is waiting for you. Sign in to read it.'
const FOR_YOU = 'The links are for you alone. Opening one changes nothing.'
const NO_SIGN_IN = 'It takes ten seconds, and you need not sign in.'
const EACH_NO_SIGN_IN = 'Each answer takes ten seconds, and you need not sign in.'

/** Each action with its words, why we write, and one thing to press. Addressed to one person alone. */
export const actionsLetter = (
  envelope: Envelope,
  { to, seats, meets, often }: Addressed,
  lines: ActionLine[],
  waits: boolean,
): Letter => {
  const { partnership, publicUrl } = envelope
  const open = lines.filter((line) => line.press?.isOpen).length
  return drawn({
    ...envelope,
    to,
    subject: subjectOf(lines),
    parts: [
      ...(lines.length === 0 ? [] : words([sayFrom(partnership, seats), ...meets].join(' '))),
      ...(open > 1 ? words(EACH_NO_SIGN_IN) : []),
      ...lines.flatMap((line) => partsOf(line, open === 1)),
      ...(waits ? words(PRIVATELY) : []),
      ...(waits ? [{ is: 'link' as const, words: 'Sign in', to: `${publicUrl}/sign-in` }] : []),
    ],
    foot: [
      ...envelope.reach,
      ...words(...(open > 0 ? [FOR_YOU] : []), often),
      { is: 'link', words: 'Choose how often we write', to: `${publicUrl}/desk/letters` },
    ],
  })
}

/** Of what is held in private a subject says only that something waits (R21). */
const subjectOf = ([first, ...others]: ActionLine[]): string => {
  if (first === undefined) return 'something is waiting for you'
  const name = `“${shortened(first.title, 40)}”`
  if (others.length === 0)
    return SUBJECTS[first.why].replace('…', () => `“${shortened(first.title, 60)}”`)
  const many = others.length + 1
  const late = [first, ...others].filter((line) => line.isLate).length
  if (late === 0)
    return `${name} and ${many === 2 ? 'one more action' : `${many - 1} more actions`}`
  return `${many} actions, ${late === many ? 'all' : late} of them late`
}

const partsOf = (line: ActionLine, isOnlyOne: boolean): Part[] => {
  const { title, number, why, words: said, press } = line
  return [
    { is: 'heading', words: `“${title}”` },
    ...words(`${STATES[why](number)} ${said}`),
    ...(press
      ? [
          {
            is: 'press' as const,
            words: press.words,
            to: press.to,
            ...(press.isOpen ? isOnlyOne && { note: NO_SIGN_IN } : { note: SIGN_IN }),
          },
        ]
      : []),
  ]
}

/** A name for something to press: “…” stands for the words of its action. */
export const pressName = (words: string, { terms }: Pick<Action, 'terms'>): string =>
  words.replace('…', () => `“${shortened(terms.at(-1)!.text, 40)}”`)

/** As much of it as a button or a subject holds, cut between two words. */
const shortened = (title: string, most: number): string =>
  cutShort(title.trim().replace(/\s+/g, ' ').replace(/\.$/, ''), most)
