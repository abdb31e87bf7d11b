import type { Action } from '../../domain/actions/action.ts'
import type { Why } from '../../domain/actions/notices.ts'
import { foot, inHtml, opening, section, wordsWithLink } from '../../mail/html.ts'
import { signed, type Letter } from '../../mail/letter.ts'

/**
 * One action in a letter to its owner: its words, why we write, and one thing to press (R21). Of a
 * matter held in private there is none.
 */
export interface ActionLine {
  /** Its words, as they are agreed. */
  title: string
  /** What the table calls it; nothing for what was agreed between two tables. */
  number: string | null
  why: Why | 'nobody' | 'answered' | 'release' | 'returned' | 'releaser'
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

/** Who writes, to whom as what, and how they are reached. */
export interface Envelope {
  to: string
  /** The name of the partnership, or nothing before it has one. */
  partnership: string | null
  /** The seats that this is for: "Ward sergeant, Church Street (Metropolitan Police)". */
  seats: string[]
  /** How a person is reached: by phone, or by answering. */
  contacts: string[]
  /** How often we write, as they chose. */
  often: string
  publicUrl: string
}

/** What people say of it; what was agreed between two tables has no number that anyone says. */
export const numberOf = ({ number, roundTableId }: Action): string | null =>
  roundTableId === null ? null : number

const STATES: Record<ActionLine['why'], string> = {
  absent: 'was agreed without you',
  agreed: 'is yours',
  late: 'is late',
  due: 'is coming due',
  quiet: 'has been quiet',
  colleague: 'is a colleague’s, and has been quiet',
  helping: 'needs your help',
  part: 'waits for your part',
  table: 'is on the next agenda',
  closed: 'is closed, with thanks',
  asked: 'has a new link',
  nobody: 'needs an owner',
  answered: 'has the answer to what you asked',
  release: 'waits for your release',
  returned: 'came back to you',
  releaser: 'waits for an empty seat',
}

/** The subject of a letter about one action; “…” stands for its words. */
const SUBJECTS: Record<ActionLine['why'], string> = {
  absent: 'will you take on …?',
  agreed: 'yours to do: …',
  late: 'where does … stand?',
  due: 'due soon: …',
  quiet: 'where does … stand?',
  colleague: 'can you ask about …?',
  helping: 'your help with …',
  part: 'your part of …',
  table: 'on the next agenda: …',
  closed: 'closed, with thanks: …',
  asked: 'a new link for …',
  nobody: 'no owner yet: …',
  answered: 'the answer on …',
  release: 'to release: …',
  returned: 'back to you: …',
  releaser: 'waits for an empty seat: …',
}

const PRIVATELY = 'Something that is held in private is waiting for you. Sign in to read it.'
const FOR_YOU = 'The links are for you alone. Opening one changes nothing.'
const NO_SIGN_IN = 'It takes ten seconds, and you need not sign in:'

/**
 * Plain words, and the same as simple HTML with one thing to press for each action. Addressed to
 * one person alone.
 */
export const actionsLetter = (envelope: Envelope, lines: ActionLine[], waits: boolean): Letter => {
  const { to, contacts, often, publicUrl } = envelope
  const opens = lines.length === 0 ? [] : [sayOpening(envelope)]
  const reach = contacts.length === 0 ? [] : [`To ask a person, ${contacts.join(', or ')}.`]
  const signIn = { words: 'Sign in', to: `${publicUrl}/sign-in` }
  const choose = { words: 'Choose how often we write', to: `${publicUrl}/desk/letters` }
  const isOpen = lines.some((line) => line.press?.isOpen)
  const rest = [...reach, ...(isOpen ? [FOR_YOU] : [])]
  return {
    to,
    subject: subjectOf(envelope, lines),
    text: signed(
      [
        ...opens.flatMap((each) => [each, '']),
        ...lines.flatMap(lineInText),
        ...(waits ? [PRIVATELY, signIn.to, ''] : []),
        ...rest,
        `${often} ${choose.words}: ${choose.to}`,
      ],
      publicUrl,
      envelope.partnership,
    ),
    html: inHtml([
      ...opens.map(opening),
      ...lines.map((line) => section(line.title, `${sayState(line)} ${line.words}`, line.press)),
      ...(waits ? [wordsWithLink(PRIVATELY, signIn)] : []),
      ...rest.map((each) => foot(each, null)),
      foot(often, choose),
    ]),
  }
}

/** R21: whose letter it is, and for which seat, before anything is asked. */
const sayOpening = ({ partnership, seats }: Envelope): string => {
  const from = partnership === null ? 'the round table' : `the round table of ${partnership}`
  return seats.length === 0
    ? `This is from ${from}.`
    : `This is from ${from}, for the ${seats.join(' and the ')}.`
}

/** Of what is held in private a subject says only that something waits (R21). */
const subjectOf = ({ partnership }: Envelope, [first, ...others]: ActionLine[]): string => {
  if (first === undefined) return 'Something is waiting for you'
  const whose = partnership === null ? 'Round table' : `${partnership} round table`
  return others.length === 0
    ? `${whose}: ${SUBJECTS[first.why].replace('…', () => `“${shortened(first.title, 60)}”`)}`
    : `${whose}: ${others.length + 1} actions`
}

const sayState = ({ number, why }: ActionLine): string =>
  `${number === null ? 'This action' : `Action ${number}`} ${STATES[why]}.`

const lineInText = (line: ActionLine): string[] => [
  `“${line.title}”`,
  `${sayState(line)} ${line.words}`,
  ...(line.press
    ? [line.press.words + (line.press.isOpen ? `. ${NO_SIGN_IN}` : ':'), line.press.to]
    : []),
  '',
]

/** A name for something to press: “…” stands for the words of its action. */
export const pressName = (words: string, { terms }: Pick<Action, 'terms'>): string =>
  words.replace('…', () => `“${shortened(terms.at(-1)!.text, 40)}”`)

/** As much of it as a button or a subject holds, cut between two words. */
const shortened = (title: string, most: number): string => {
  const line = title.trim().replace(/\s+/g, ' ').replace(/\.$/, '')
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  return `${cut.includes(' ') ? cut.replace(/\s+\S*$/, '') : cut}…`
}
