import { inAgendaOrder } from '../../domain/actions/agenda-order.ts'
import { isOpen } from '../../domain/actions/action.ts'
import type { Reading } from '../../domain/round-tables/line/line.ts'
import { plain, shortestFor, type Named } from '../../domain/round-tables/line/mentions.ts'
import { carriedTo } from '../../domain/round-tables/minutes.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Store } from '../../store/store.ts'
import type { Actor } from '../actor.ts'
import { quarterFrom } from '../due.ts'
import { titleOfAction } from '../names.ts'
import { nextTableOf } from '../next-table.ts'
import { placesOf } from './plan-turn.ts'
import { short } from './read-aloud.ts'
import { readingFor } from './reading.ts'

/** Something that completes what is being typed: `typed` is replaced by `insert`. */
export interface Offer {
  typed: string
  insert: string
  name: string
}

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
  const number = /^u\s+(b?[\d.]*)$/i.exec(line)
  if (number) {
    const carried = inAgendaOrder(
      carriedTo(table, store.actions.listOpen(actor.who)).filter(
        (each) =>
          isOpen(each) &&
          each.depth !== 'named' &&
          !each.updates.some((update) => update.roundTableId === table.id),
      ),
      actor.today,
      quarterFrom(actor.today),
    )
    return carried
      .filter((each) => each.number.startsWith(number[1]!.toUpperCase()))
      .slice(0, MOST_OFFERS)
      .map((each) => ({
        typed: number[1]!,
        insert: `${each.number} `,
        name: `${each.number} ${short(titleOfAction(each))}`,
      }))
  }
  const turn = /^#\s+(\S.*)$/.exec(line)
  if (turn) return turnsTo(placesOf(store, actor, table), turn[1]!)
  const mark = /(?:^|\s)([@+#!])([\p{L}\p{N}’'-]*)$/u.exec(line)
  if (mark) return marked(readingFor(store, actor, table), mark[1]!, mark[2]!)
  const blanks = /(?:^|\s)([@+])((?:[\p{L}\p{N}’'-]+,? ){1,5}[\p{L}\p{N}’'-]+)$/u.exec(
    line.slice(-80),
  )
  if (blanks) return withBlanks(readingFor(store, actor, table), blanks[1]!, blanks[2]!)
  const next = /^(?:x|next)\s+(m?o?v?e?s?)$/i.exec(line)
  if (next && nextTableOf(store, actor.today, table.id))
    return [{ typed: next[1]!, insert: 'moves to ', name: 'moves to: the one that is planned' }]
  const month = /\sby\s+([a-z ]{0,12})$/i.exec(line)
  return month
    ? MONTHS.filter((each) => each.toLowerCase().startsWith(month[1]!.toLowerCase()))
        .slice(0, MOST_OFFERS)
        .map((each) => ({ typed: month[1]!, insert: `${each} `, name: each }))
    : []
}

/** `# Pol`: a slot of the agenda that begins so. */
const turnsTo = (places: { title: string }[], typed: string): Offer[] =>
  places
    .filter(({ title }) => plain(title).startsWith(plain(typed)) && title !== typed)
    .slice(0, MOST_OFFERS)
    .map(({ title }) => ({ typed, insert: title, name: title }))

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

/** `@ward serg`: a name that goes on over a blank, where its beginning is typed. */
const withBlanks = ({ names }: Reading, sign: string, typed: string): Offer[] => {
  const wanted = plain(typed)
  return [...names.organisations, ...names.seats]
    .filter(({ keys }) => keys.slice(0, 4).some((key) => key !== wanted && key.startsWith(wanted)))
    .slice(0, MOST_OFFERS)
    .map((each) => ({
      typed: `${sign}${typed}`,
      insert: `${sign}${shortestFor(each, names)} `,
      name: each.name,
    }))
}

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
