import { readStatus } from '../../actions/status-words.ts'
import { readRhythm } from '../../actions/pace/review.ts'
import { NO_DATE, whenIn } from '../../dates/reading.ts'
import { tidy, type Line, type Reading } from './line.ts'
import { askedDate, readDue, readOpeningDue } from './due.ts'
import { readOwners, sayOwners } from './owners/owners.ts'
import { readYes } from './yes.ts'

/** `u 1.5 done, closed: …`: the number of its action, where it stands, and what was said of it. */
export const readUpdate = (line: Line, reading: Reading): Line => {
  const opening = /^(b\d{1,3}|\d{1,3}\.\d{1,3})\b[\s:,]*(?:[–—-]+\s+)?/i.exec(line.text)
  if (!opening)
    return {
      ...line,
      kind: 'note',
      text: line.typed,
      closed: false,
      unread: 'Begin an update with the number of its action, like u 1.5',
    }
  const others = otherActions(line.text.slice(opening[1]!.length))
  if (others.length > 0) return ofSeveral(line, opening[1]!, others)
  const said = line.text
    .slice(opening[0].length)
    .replace(/^(?:still )?a?waiting\s+(?:(?:for|on)\s+)?[^:;.]*/i, (part) =>
      sayOwners(part, reading),
    )
  const owners = readOwners({ ...line, text: said, number: numberIn(opening[1]!) }, reading)
  const dueIn = readOpeningDue(owners, reading) ?? readDue(owners, reading)
  // `u 1.7 every month`: nothing else is said, so it is no part of a sentence (R2).
  const isShort = dueIn.text.length <= LONGEST_RHYTHM
  const every = isShort ? readRhythm(dueIn.text.replace(/(?<![\s.])[\s.]+$/, '')) : undefined
  if (every) return tidy({ ...dueIn, every, text: '' })
  const { yes, rest } = readYes(dueIn.text)
  const owned = { ...dueIn, accepts: yes, text: rest }
  const found = readStatus(owned.text)
  const isPlain = found.status !== null && !NOT_HERE.test(found.word)
  const done = found.on === '' ? NO_DATE : reading.behind(found.on)
  const at = whenIn(done)
  // A day that cannot be read stays in the words, with all that was typed.
  const isRead = isPlain && (found.on === '' || at !== undefined || 'ask' in done)
  const after = owned.text.trim().slice(found.word.length)
  let text = isRead ? ('ask' in done ? after : found.rest) : owned.text
  text = text.replace(/^[\s:;,.–-]+/, '')
  const closing = /^(?:and\s+)?(?:agreed\s+)?closed(?=\s*(?:[:;,.–-]|$))[\s:;,.–-]*/i.exec(text)
  if (closing) text = text.slice(closing[0].length)
  const dated = /^(.*?)(?<![\s,;(])[\s,;(]*\bon\s+((?:[^.]|\.(?=\d)){1,30})\.?$/i.exec(text)
  const happened = dated ? reading.behind(dated[2]!.trim()) : NO_DATE
  const on = whenIn(happened)
  const asked = {
    ...owned,
    ...('ask' in done && askedDate(owned, 'on', found.on, done)),
    ...('ask' in happened && askedDate(owned, 'on', dated![2]!.trim(), happened)),
  }
  return tidy({
    ...asked,
    text: on ? dated![1]! : text,
    on: on ?? at ?? null,
    status: isRead ? found.status : null,
    waitingFor: isRead ? found.waitingFor : null,
    statusInDoubt: found.question !== null || (isPlain && !isRead),
    closed: owned.closed || closing !== null,
    remarks: [...asked.remarks, ...(found.question === null ? [] : [asksFor(found.question)])],
  })
}

/** As it is kept: `B1` however it is typed, and by the number that it had before. */
const numberIn = (typed: string): string => typed.toUpperCase().replace(/^0\./, 'B')

/** In characters: `every three months.` */
const LONGEST_RHYTHM = 40

const NUMBER_AFTER =
  /(^\s{0,9}(?:[,/&+;–—-]|and|to)?\s{0,9}|[,;.:/&]\s{0,9}|\s(?:and|but)\s{1,9})(b\d{1,3}|\d{1,3}\.\d{1,3})(?![\d.]|\s?(?:[ap]m|%|per|k\b|m\b))(?=(.{0,60}))/giu
const STANDS =
  /^[\s:,–—-]*(?:is |was |are )?(?:not|no|still|also|too|to|both|yet|never|n\/a)(?!\p{L})/iu

/** `u 1.5, 1.6 done` and `u 1.5 done, 1.6 not` are about two actions. */
const otherActions = (after: string): string[] =>
  [...after.slice(0, 500).matchAll(NUMBER_AFTER)]
    .filter(([, , , words], at) => {
      const first = words!.replace(/^[\s:,–—-]+/, '')
      return (
        (at === 0 && /^\s{0,99}(?:[,/&+;–—-]|and|to)?\s{0,99}b?\d/i.test(after)) ||
        STANDS.test(words!) ||
        readStatus(first).word !== '' ||
        readStatus(first).question !== null
      )
    })
    .map((found) => numberIn(found[2]!))

/** Where the first of them stands is not said by words about two: all stay, and it is asked. */
const ofSeveral = (line: Line, number: string, others: string[]): Line =>
  tidy({
    ...line,
    number: numberIn(number),
    text: line.text.slice(number.length).replace(/^[\s:,;]+/, ''),
    closed: false,
    statusInDoubt: true,
    remarks: [
      ...line.remarks,
      `One line for each action: ${[...new Set(others)].join(', ')} was not read`,
      ...(line.closed ? ['“!closed” was not read. Write it on the line of its action'] : []),
    ],
  })

/** Words that say something else at a table: what is still going is not done, and closing is its own. */
const NOT_HERE = /^(?:still going|closed)$|^no progress/

const asksFor = (question: string): string =>
  question.replace(
    /Choose(?: where it stands)?$/,
    'Write done:, under way: or could not: before it',
  )
