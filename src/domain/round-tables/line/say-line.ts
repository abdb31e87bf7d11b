import { sayWhen, type When } from '../../day.ts'
import type { Kind, Status } from '../../actions/action.ts'
import { isRhythm, sayReview, type Review } from '../../actions/pace/review.ts'
import { shortestFor, type Named, type Names } from './mentions.ts'

/** What a line says, to be written as it would be typed. */
export interface ToSay {
  letter: 'c' | 'a' | 'q' | 'u' | 'd' | 'n'
  /** The number of its item; nothing under none. Concerns and updates go under nothing. */
  under?: number | null
  /** The number of the action that an update is about. */
  number?: string
  text?: string
  status?: Status | null
  waitingFor?: string | null
  on?: When | null
  leadId?: number | null
  seatId?: number | null
  helperIds?: number[]
  by?: When | null
  review?: Review | null
  labels?: { themeId: number | null; areaId: number | null }
  flags?: ('priority' | 'standing' | 'public')[]
}

/**
 * A line of the minutes as it would be typed, so that it can be typed better: read again, it says
 * the same.
 */
export const sayLine = (line: ToSay, names: Names): string => {
  const { letter, under, number, text = '', labels, flags = [] } = line
  const place = under === undefined ? '' : under === null ? '-' : String(under)
  return [
    `${letter}${place}`,
    number,
    sayStatus(line),
    text,
    ...sayOwner(line, names),
    line.by ? `by ${sayWhen(line.by)}` : '',
    line.review && isRhythm(line.review) ? sayReview(line.review) : '',
    line.on ? `on ${sayWhen(line.on)}` : '',
    ...(labels
      ? [
          markOf('#', names.themes, labels.themeId, names),
          markOf('#', names.areas, labels.areaId, names),
        ]
      : []),
    ...flags.map((flag) => `!${flag}`),
  ]
    .filter(Boolean)
    .join(' ')
}

const STATUS_WORDS: Record<Status, string> = {
  'not-started': 'not started',
  'under-way': 'under way',
  waiting: 'waiting',
  done: 'done',
  'could-not': 'could not',
}

const sayStatus = ({ status, waitingFor, text }: ToSay): string => {
  if (!status) return ''
  const waits = status === 'waiting' && waitingFor ? ` for ${waitingFor}` : ''
  return `${STATUS_WORDS[status]}${waits}${text ? ':' : ''}`
}

/** A seat says its organisation too. */
const sayOwner = ({ leadId, seatId, helperIds = [] }: ToSay, names: Names): string[] => [
  seatId
    ? markOf('@', names.seats, seatId, names)
    : markOf('@', names.organisations, leadId ?? null, names),
  ...helperIds.map((id) => markOf('+', names.organisations, id, names)),
]

const markOf = (sign: string, all: Named[], id: number | null, names: Names): string => {
  const named = all.find((each) => each.id === id)
  if (!named) return ''
  return `${sign}${sign === '#' ? named.keys[0] : shortestFor(named, names)}`
}

/** The letter of an action. */
export const letterOf = (kind: Kind): 'a' | 'q' => (kind === 'question' ? 'q' : 'a')
