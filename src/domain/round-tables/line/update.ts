import type { Status } from '../../actions/action.ts'
import { NO_DATE, whenIn } from '../../dates/reading.ts'
import { tidy, type Line, type Reading } from './line.ts'
import { askedDate, readDue } from './due.ts'
import { readOwners, sayOwners } from './marks.ts'

const STATUS_WORDS: [RegExp, Status][] = [
  [/^(done|answered)\b/i, 'done'],
  [/^(under ?way|started|doing)\b/i, 'under-way'],
  [/^not started\b/i, 'not-started'],
  [/^(could not|couldn[’']t|cannot|can[’']t)\b(\s*,?\s*because\b)?/i, 'could-not'],
]

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
    .replace(/^waiting\s+for\s+[^:;.]*/i, (part) => sayOwners(part, reading))
  const owned = readDue(readOwners({ ...line, text: said, number: opening[1]! }, reading), reading)
  const status = STATUS_WORDS.find(([word]) => word.test(owned.text))
  const waiting = /^waiting(?:\s+for\s+([^:;.]+))?[:;.]?\s*/i.exec(owned.text)
  let text = waiting
    ? owned.text.slice(waiting[0].length)
    : status
      ? owned.text.replace(status[0], '')
      : owned.text
  text = text.replace(/^[\s:;,.–-]+/, '')
  const closing = /^(?:and\s+)?(?:agreed\s+)?closed(?=\s*(?:[:;,.–-]|$))[\s:;,.–-]*/i.exec(text)
  if (closing) text = text.slice(closing[0].length)
  const dated = /^(.*?)(?<![\s,;(])[\s,;(]*\bon\s+((?:[^.]|\.(?=\d)){1,30})\.?$/i.exec(text)
  const happened = dated ? reading.behind(dated[2]!.trim()) : NO_DATE
  const on = whenIn(happened)
  return tidy({
    ...owned,
    ...('ask' in happened && askedDate(owned, 'on', dated![2]!.trim(), happened)),
    text: on ? dated![1]! : text,
    on: on ?? null,
    status: waiting ? 'waiting' : (status?.[1] ?? null),
    waitingFor: waiting?.[1]?.trim() ?? null,
    closed: owned.closed || closing !== null,
  })
}
