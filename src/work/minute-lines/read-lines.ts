import { inAgendaOrder } from '../../domain/actions/agenda-order.ts'
import { isOpen, isStanding, statusOf, termsOf, type Action } from '../../domain/actions/action.ts'
import { sayWhen } from '../../domain/day.ts'
import { GROUNDS } from '../../domain/depth.ts'
import {
  readLines,
  SAY_LINE,
  type Line,
  type Reading,
} from '../../domain/round-tables/line/line.ts'
import { namesToMention, shortestFor, type Named } from '../../domain/round-tables/line/mentions.ts'
import { carriedTo } from '../../domain/round-tables/minutes.ts'
import { isAhead, SAY_PRESENCE, type RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import { sayingDates } from '../read-dates.ts'
import { say } from '../../domain/say.ts'
import type { Actor } from '../actor.ts'
import { quarterFrom } from '../due.ts'
import { choicesOf, HELD, titleOfAction, titleOfConcern, type Names } from '../names.ts'

/** A typed line as it will be read, in words. */
export interface ReadLine {
  kind: string
  text: string
  isConcern: boolean
  facts: string[]
  remarks: string[]
}
/** Something that completes what is being typed: `typed` is replaced by `insert`. */
export interface Offer {
  typed: string
  insert: string
  name: string
}

/** What lines are read with at this table today. */
export const readingFor = (
  store: Store,
  actor: Pick<Actor, 'today'>,
  table: RoundTable,
): Reading => {
  const { organisations, seats } = choicesOf(store)
  const live = (kind: 'theme' | 'area') =>
    store.labels.list(kind).filter((each) => each.endedOn === null)
  const next = store.roundTables
    .list()
    .filter((each) => isAhead(each, actor.today) && each.id !== table.id)
    .at(-1)
  return {
    names: namesToMention(organisations, seats, live('theme'), live('area')),
    ahead: sayingDates(actor.today, next?.heldOn ?? null),
    behind: sayingDates(actor.today, null, 'behind'),
  }
}

/**
 * How each line will be read, in words, before it is saved. The last concern of the lines before it
 * is what an action goes under.
 */
export const readAloud = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  typed: string,
  lastConcernId: number | null,
  names: Names,
): ReadLine[] => {
  let last = lastConcernId
  let isNew = false
  const ids = store.roundTables.itemIds(table.id)
  return readLines(typed, readingFor(store, actor, table)).map((line) => {
    const id =
      line.under === 'none' || line.kind === 'concern'
        ? null
        : line.under === 'last'
          ? last
          : (ids[line.under - 1] ?? null)
    const concern = id === null ? undefined : store.concerns.listUnfiltered([id])[0]
    const under =
      isNew && line.under === 'last'
        ? 'the concern above'
        : concern
          ? `item ${ids.indexOf(concern.id) + 1}: ${short(titleOfConcern(concern))}`
          : null
    if (line.kind === 'concern' && !line.unasked) {
      isNew = true
      last = null
    }
    const action =
      line.number === null ? undefined : store.actions.findByNumber(line.number, actor.who)
    return {
      kind: SAY_LINE[line.kind],
      text: line.depth === 'named' ? HELD : line.text,
      isConcern: line.kind === 'concern' && line.depth !== 'named',
      facts: factsOf(line, names, under, action).map(asSentence),
      remarks: remarksOn(
        line,
        ids.length,
        action,
        line.number !== null && heldGround(store, line.number) !== null,
      ),
    }
  })
}

/** Without its full stop: the line puts one after each. */
const asSentence = (text: string): string => text.replace(/\.$/, '')

const factsOf = (
  line: Line,
  names: Names,
  under: string | null,
  action: Action | undefined,
): string[] => {
  const goesUnder = ['action', 'question', 'decision', 'note'].includes(line.kind)
  const status = action ? say.status(line.status ?? kept(action, line), termsOf(action).kind) : ''
  return [
    ...(action
      ? [
          `${action.number} ${titleOfAction(action)}`,
          ...(action.depth !== 'named' && (line.text || line.status)
            ? [status + (line.waitingFor ? ` for ${line.waitingFor}` : '')]
            : []),
        ]
      : []),
    ...(line.depth === 'named' ? [`Held in private. Others read: ${line.ground}`] : []),
    ...(line.depth === 'public' ? ['May be told in public'] : []),
    ...(line.priority ? ['A priority now'] : []),
    ...(line.standing ? ['Standing: it keeps going'] : []),
    ...(line.themeId ? [names.theme(line.themeId)] : []),
    ...(line.areaId ? [names.area(line.areaId)] : []),
    ...(line.leadId
      ? [[names.organisation(line.leadId), names.seat(line.seatId)].filter(Boolean).join(', ')]
      : ['action', 'question'].includes(line.kind)
        ? [line.kind === 'question' ? 'Not said yet who answers' : 'Owner not agreed yet']
        : []),
    ...(line.helperIds.length ? [`With ${say.list(line.helperIds.map(names.organisation))}`] : []),
    ...(line.by
      ? [`${line.kind === 'question' ? 'Promised by' : 'By'} ${sayWhen(line.by)}`]
      : ['action', 'question'].includes(line.kind)
        ? ['No date agreed yet']
        : []),
    ...(line.on ? [`On ${sayWhen(line.on)}`] : []),
    ...(line.closed ? ['Agreed closed'] : []),
    ...line.here.map(
      (each) =>
        `${each.seatId ? names.seat(each.seatId) : [names.organisation(each.organisationId), each.guestRole].filter(Boolean).join(', ')}: ${SAY_PRESENCE[each.presence].toLowerCase()}`,
    ),
    ...(line.residents !== null ? [say.count(line.residents, 'resident')] : []),
    ...(goesUnder ? [under ? `Under ${under}` : 'Under no concern'] : []),
  ]
}

/**
 * Why the action of this number is held in private, where it is: for everyone, since what is said
 * of it is held too (R11).
 */
export const heldGround = (store: Store, number: string): string | null => {
  const action = store.actions.byNumber(number)
  return action?.depth === 'named' ? (action.ground ?? GROUNDS[0]) : null
}

/**
 * What an update says of the status where its line does not: it stays, and what had not started is
 * under way. "Still going" is what a standing action is.
 */
export const kept = (action: Action, line: Line): ReturnType<typeof statusOf> => {
  const now = statusOf(action)
  if (/^still going\b/i.test(line.text)) return isStanding(action) ? 'done' : 'under-way'
  return now === 'not-started' && line.text ? 'under-way' : now
}

const remarksOn = (
  line: Line,
  items: number,
  action: Action | undefined,
  isHeld: boolean,
): string[] => [
  ...(line.unread ? [`Kept as a note. ${line.unread}`] : []),
  ...line.remarks,
  ...(typeof line.under === 'number' && line.under > items
    ? [`There is no item ${line.under} yet. It will be kept as a note`]
    : []),
  ...(line.kind === 'update' && isHeld
    ? [
        `Action ${line.number} is held in private, so this is kept as a concern that only you can open`,
      ]
    : line.kind === 'update' && !action
      ? [`There is no open action ${line.number}. It will be kept as a note`]
      : []),
]

const MOST_OFFERS = 6

/**
 * What may complete the word that is being typed: `@mps`, `#stop`, `!priority`, the number of an
 * action, a month.
 */
export const offersFor = (
  store: Store,
  actor: Actor,
  table: RoundTable,
  typed: string,
): Offer[] => {
  const line = typed.split('\n').at(-1) ?? ''
  const number = /^u\s+([\d.]*)$/i.exec(line)
  if (number) {
    const carried = inAgendaOrder(
      carriedTo(table, store.actions.list(actor.who)).filter(
        (each) =>
          isOpen(each) &&
          each.depth !== 'named' &&
          !each.updates.some((update) => update.roundTableId === table.id),
      ),
      actor.today,
      quarterFrom(actor.today),
    )
    return carried
      .filter((each) => each.number.startsWith(number[1]!))
      .slice(0, MOST_OFFERS)
      .map((each) => ({
        typed: number[1]!,
        insert: `${each.number} `,
        name: `${each.number} ${short(titleOfAction(each))}`,
      }))
  }
  const mark = /(?:^|\s)([@+#!])([\p{L}\p{N}’'-]*)$/u.exec(line)
  if (mark) return marked(readingFor(store, actor, table), mark[1]!, mark[2]!)
  const month = /\sby\s+([a-z ]{0,12})$/i.exec(line)
  return month
    ? MONTHS.filter((each) => each.toLowerCase().startsWith(month[1]!.toLowerCase()))
        .slice(0, MOST_OFFERS)
        .map((each) => ({ typed: month[1]!, insert: `${each} `, name: each }))
    : []
}

const marked = ({ names }: Reading, sign: string, typed: string): Offer[] => {
  const wanted = typed.toLowerCase()
  const all: Named[] =
    sign === '!'
      ? FLAGS.map((each, id) => ({ id, keys: [each.word], name: `${each.word}: ${each.says}` }))
      : sign === '#'
        ? [...names.themes, ...names.areas]
        : [...names.organisations, ...names.seats]
  return all
    .filter((each) => each.keys.some((key) => key.startsWith(wanted)))
    .slice(0, MOST_OFFERS)
    .map((each) => ({
      typed: `${sign}${typed}`,
      insert: `${sign}${sign === '@' || sign === '+' ? shortestFor(each, names) : each.keys[0]!} `,
      name: each.name,
    }))
}

/** As much of a text as has room in the bar. */
export const short = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 58).replace(/\s+\S*$/, '')} …` : text

const FLAGS = [
  { word: 'priority', says: 'we act on it now' },
  { word: 'private', says: 'held in private' },
  { word: 'standing', says: 'it keeps going' },
  { word: 'public', says: 'may be told in public' },
  { word: 'closed', says: 'the table agrees it is closed' },
]
const MONTHS = [
  'next table',
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
