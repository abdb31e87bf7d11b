import { HOMELESS, madeFrom, MOST_MINUTES } from '../agenda.ts'
import type { AgendaSources, Arranged, Arrangement, Slot } from '../agenda.ts'
import { decide, type Decision } from '../../decision.ts'
import { sameWords } from '../../same-words.ts'
import { asGone, isOwn } from './arrange.ts'
import { holdingsIn, plainKeyOf, type Holding } from './holdings.ts'

/** As many slots as an agenda has, and as long as a title is. */
export const MOST_SLOTS = 40
export const LONGEST_TITLE = 120
const USUAL_MINUTES = 5

/** One typed line: `Police report, 10, Ward sergeant`. */
export interface TypedSlot {
  title: string
  minutes: number | null
  leads: string
}

/** The whole order as it is typed: one line for each slot. */
export const orderAsTyped = (slots: Slot[]): string =>
  slots
    .filter(({ key }) => key !== HOMELESS)
    .map(({ title, minutes, leads }) => [title, minutes, leads].filter(Boolean).join(', '))
    .join('\n')

/**
 * The whole order read from what was typed. A slot is known again by its title; a new title by what
 * its words say stands under it; what is left out is removed, and stands under another slot.
 */
export const readOrder = (
  typed: string,
  slots: Slot[],
  sources: AgendaSources,
): Decision<Arrangement> => {
  const lines = typed
    .split('\n')
    .map(readSlot)
    .filter(({ title }) => title !== '')
  const wrong = lines.find(({ minutes }) => minutes !== null && minutes > MOST_MINUTES)
  const made = madeFrom(sources)
  // The title of a slot that is there stays as long as it is: a topic may be longer.
  const long = lines.find(
    ({ title }) => title.length > LONGEST_TITLE && !slotCalled(title, slots, made),
  )
  const again = lines.find(({ title }, i) =>
    lines.slice(0, i).some((each) => sameWords(each.title, title)),
  )
  return decide(
    [
      lines.length === 0 && { field: 'order', reason: 'Write one line for each slot' },
      lines.length > MOST_SLOTS && { field: 'order', reason: `${MOST_SLOTS} slots at most` },
      wrong && {
        field: 'order',
        reason: `“${wrong.title}” is too long. ${MOST_MINUTES} minutes at most`,
      },
      long && {
        field: 'order',
        reason: `Make this title shorter: “${long.title.slice(0, 40)} …”`,
      },
      again && { field: 'order', reason: `“${again.title}” stands there twice. Write it once` },
    ],
    () => arrangementOf(lines, slots, sources),
  )
}

/** R23: a new title that no slot may have. The one that stands there stays as long as it is. */
export const isTooLong = (title: string, slot: Pick<Slot, 'title'>): boolean =>
  title.length > LONGEST_TITLE && !sameWords(title, slot.title)

/**
 * Minutes are the last number between commas, or the number at the end with or without its word.
 * What comes after them is who leads.
 */
export const readSlot = (typed: string): TypedSlot => {
  const line = typed
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-*•]|\d{1,2}[.)]) /, '')
  const pieces = line.split(/(?<!\s)\s*[,;]\s*/)
  const at = pieces.findLastIndex((piece, i) => i > 0 && MINUTES.test(piece))
  if (at > 0)
    return {
      title: pieces.slice(0, at).join(', '),
      minutes: Number(MINUTES.exec(pieces[at]!)![1]),
      leads: pieces.slice(at + 1).join(', '),
    }
  const end = AT_THE_END.exec(line)
  return end
    ? { title: end[1]!, minutes: Number(end[2]), leads: '' }
    : { title: line.replace(/(?<![,;])[,;]+$/, ''), minutes: null, leads: '' }
}
const MINUTES = /^(\d{1,3}) ?(?:m|mins?|minutes?)?\.?$/i
const AT_THE_END = /^(.*\S?[^\s\d(:–-])[ (:–-]+(\d{1,3})(?: ?(?:m|mins?|minutes?)\.?)?\)?$/i

const slotCalled = (title: string, slots: Slot[], made: ReturnType<typeof madeFrom>) =>
  slots.find((each) => sameWords(each.title, title)) ??
  made.find((each) => sameWords(each.name, title))

/** Each line as the slot it is, and what was there and is not any more as removed. */
const arrangementOf = (lines: TypedSlot[], slots: Slot[], sources: AgendaSources): Arrangement => {
  const made = madeFrom(sources)
  const known = lines.map(({ title }) => {
    const slot = slotCalled(title, slots, made)
    return slot && { key: slot.key, holds: slot.holds, name: slot.name }
  })
  const taken = known.flatMap((each) => each?.holds ?? [])
  const found = holdingsIn(
    lines.map(({ title }, i) => (known[i] ? '' : title)),
    taken,
  )
  const keys = new Set(known.flatMap((each) => each?.key ?? []))
  const order = lines.map((line, i): Arranged =>
    known[i]
      ? arrangedAs(line, known[i], slots, made)
      : arrangedAs(line, freshSlot(line, found[i]!, keys, slots), slots, made),
  )
  return [...withTopics(order, keys), ...goneOf(keys, made, slots)]
}

type Fresh = { key: string; holds: Holding[]; name: string }

/** By what it holds it has the key of the slot that does so by itself; else one of its own. */
const freshSlot = (
  { title }: TypedSlot,
  holds: Holding[],
  keys: Set<string>,
  slots: Slot[],
): Fresh => {
  const wanted = [...holds, plainKeyOf(title)].find(
    (key): key is Exclude<typeof key, null> => key !== null && key !== 'topics' && !keys.has(key),
  )
  const key = wanted ?? nextOwn([...keys, ...slots.map((each) => each.key)])
  keys.add(key)
  return { key, holds, name: '' }
}

const nextOwn = (keys: string[]): string => {
  const numbers = keys.filter(isOwn).map((key) => Number(key.slice('own-'.length)) || 0)
  return `own-${Math.max(0, ...numbers) + 1}`
}

const arrangedAs = (
  { title, minutes, leads }: TypedSlot,
  { key, holds }: Fresh,
  slots: Slot[],
  made: { key: string; name: string; minutes: number }[],
): Arranged => {
  const before = slots.find((each) => each.key === key) ?? made.find((each) => each.key === key)
  return {
    key,
    minutes: minutes ?? before?.minutes ?? USUAL_MINUTES,
    ...(title !== before?.name && { title }),
    ...(leads !== '' && { leads }),
    holds,
  }
}

/** Where no topic has a line of its own, they stand under any other business. */
const withTopics = (order: Arranged[], keys: Set<string>): Arranged[] => {
  const isSaid =
    [...keys].some((key) => key.startsWith('topic-')) ||
    order.some(({ holds }) => holds?.includes('topics'))
  if (isSaid) return order
  return order.map((each) =>
    each.key === 'other' ? { ...each, holds: [...(each.holds ?? []), 'topics'] } : each,
  )
}

const ALWAYS = ['residents', 'organisations', 'no-difference', 'other', 'next']

const goneOf = (keys: Set<string>, made: { key: string }[], slots: Slot[]): Arrangement =>
  [...new Set([...made, ...slots].map(({ key }) => key).concat(ALWAYS))]
    .filter((key) => !keys.has(key) && !isOwn(key) && key !== HOMELESS)
    .map(asGone)
