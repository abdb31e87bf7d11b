import type { Presence } from '../round-table.ts'
import type { Line, Reading, SaidHere } from './line.ts'
import { MARK, unknown } from './marks.ts'
import { findOwner, isSeat, type Names } from './mentions.ts'

const PRESENCE_WORDS: [RegExp, Presence][] = [
  [/\b(apologies|sorry)\b/i, 'apologies'],
  [/\babsent\b/i, 'absent'],
  [/\bsent( someone)?\b/i, 'sent-someone'],
  [/\b(present|here)\b/i, 'present'],
]

/** `h @mps @wcc councillor, apologies @youth, 7 residents`: who is here, part by part. */
export const readHere = (line: Line, { names }: Reading): Line => {
  const read = { ...line, text: '', here: [...line.here], remarks: [...line.remarks] }
  for (const part of line.text
    .split(/[,;]|\s+(?:and|&)\s+(?=[@+\d])/i)
    .map((each) => each.trim())
    .filter(Boolean))
    readPart(part, read, names)
  return read.here.length > 0 || read.residents !== null
    ? read
    : {
        ...read,
        kind: 'note',
        text: line.typed,
        unread: 'Say who is here with their marks, like h @mps @wcc, 7 residents',
      }
}

/** Said where it is read and where it is kept. */
export const wasNotRead = (words: string): string => `“${words}” was not read`

/**
 * One part between commas: marks with how they are here, a guest's role after the mark of an
 * organisation, or a count of residents.
 */
const readPart = (part: string, read: Line, names: Names): void => {
  const count = /\b(\d{1,4})\s+residents?\b/i.exec(part)
  if (count) read.residents = Number(count[1])
  const owners: SaidHere[] = []
  let words = part
    .replace(count?.[0] ?? '', '')
    .replace(MARK('@+'), (whole, before: string, typed: string) => {
      const found = findOwner(typed, names)
      if (!('one' in found)) {
        read.remarks.push(unknown('@', typed, found))
        return whole
      }
      owners.push({
        organisationId: isSeat(found.one) ? found.one.organisationId : found.one.id,
        seatId: isSeat(found.one) ? found.one.id : null,
        guestRole: null,
        presence: 'present',
      })
      return before
    })
    .trim()
  const said = PRESENCE_WORDS.find(([word]) => word.test(words))
  if (said) words = words.replace(said[0], '').trim()
  words = words.replace(/^[\s:.–-]+|(?<![\s:.])[\s:.]+$/g, '')
  const only = owners.at(-1)
  const isAway = said !== undefined && ['apologies', 'absent'].includes(said[1])
  if (words && only && only.seatId === null && !isAway && !/[@+]/.test(words))
    only.guestRole = words
  else if (words || owners.length + Number(count !== null) === 0) {
    read.text = [read.text, words || part].filter(Boolean).join(', ')
    read.remarks.push(wasNotRead(words || part))
  }
  read.here.push(...owners.map((each) => ({ ...each, presence: said?.[1] ?? each.presence })))
}
