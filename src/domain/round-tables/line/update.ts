import { readStatus } from '../../actions/status-words.ts'
import { NO_DATE, whenIn } from '../../dates/reading.ts'
import { tidy, type Line, type Reading } from './line.ts'
import { askedDate, readDue, readOpeningDue } from './due.ts'
import { readOwners, sayOwners } from './marks.ts'

/** `u 1.5 done, closed: …`: the number of its action, where it stands, and what was said of it. */
export const readUpdate = (line: Line, reading: Reading): Line => {
  const opening = /^(\d{1,3}\.\d{1,3})\b[\s:,]*/.exec(line.text)
  if (!opening)
    return {
      ...line,
      kind: 'note',
      text: line.typed,
      closed: false,
      unread: 'Begin an update with the number of its action, like u 1.5',
    }
  const said = line.text
    .slice(opening[0].length)
    .replace(/^(?:still )?a?waiting\s+(?:(?:for|on)\s+)?[^:;.]*/i, (part) =>
      sayOwners(part, reading),
    )
  const owners = readOwners({ ...line, text: said, number: opening[1]! }, reading)
  const owned = readOpeningDue(owners, reading) ?? readDue(owners, reading)
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

/** Words that say something else at a table: what is still going is not done, and closing is its own. */
const NOT_HERE = /^(?:still going|closed)$|^no progress/

const asksFor = (question: string): string =>
  question.replace(
    /Choose(?: where it stands)?$/,
    'Write done:, under way: or could not: before it',
  )
