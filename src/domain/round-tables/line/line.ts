import type { Status } from '../../actions/action.ts'
import { MATTERS, readFlags } from './flags.ts'
import type { When } from '../../day.ts'
import type { Depth } from '../../depth.ts'
import { findLabel, findOwner, isSeat, type Found, type Named, type Names } from './mentions.ts'
import type { Presence } from '../round-table.ts'

/** What a typed line may be: the letter it begins with, and what it becomes. */
export const LETTERS = {
  c: 'concern',
  a: 'action',
  q: 'question',
  d: 'decision',
  u: 'update',
  n: 'note',
  h: 'here',
} as const
export type LineKind = (typeof LETTERS)[keyof typeof LETTERS]
export const SAY_LINE: Record<LineKind, string> = {
  concern: 'Concern',
  action: 'Action',
  question: 'Question',
  decision: 'Decision',
  update: 'Update',
  note: 'Note',
  here: 'Who is here',
}

/** Who is here, as a line says it: a seat, an organisation as a whole, or a guest by role. */
export interface SaidHere {
  organisationId: number
  seatId: number | null
  guestRole: string | null
  presence: Presence
}

/** One typed line, as it will be read. Nothing is filled in that was not typed (R2). */
export interface Line {
  typed: string
  kind: LineKind
  /** The words, without the marks that were read. */
  text: string
  /** Where it goes: the number of an item, `none`, or under the last one. */
  under: number | 'none' | 'last'
  depth: Depth
  ground: string | null
  priority: boolean
  standing: boolean
  themeId: number | null
  areaId: number | null
  leadId: number | null
  seatId: number | null
  helperIds: number[]
  by: When | null
  /** `1.5`: the action that an update is about. */
  number: string | null
  status: Status | null
  waitingFor: string | null
  on: When | null
  closed: boolean
  here: SaidHere[]
  residents: number | null
  /** Why it could not be read as more than a note. */
  unread: string | null
  /**
   * A concern only because it is held in private: it was typed as something that cannot be. Nothing
   * goes under it by itself.
   */
  unasked: boolean
  /** What was typed and not understood: it stays in the words. */
  remarks: string[]
}

/** What a line is read with: the names that marks may use, and dates as people say them. */
export interface Reading {
  names: Names
  ahead: (typed: string) => When | undefined
  behind: (typed: string) => When | undefined
}

const STATUS_WORDS: [RegExp, Status][] = [
  [/^(done|answered)\b/i, 'done'],
  [/^(under ?way|started|doing)\b/i, 'under-way'],
  [/^not started\b/i, 'not-started'],
  [/^(could not|couldn[’']t|cannot|can[’']t)\b(\s*,?\s*because\b)?/i, 'could-not'],
]
const PRESENCE_WORDS: [RegExp, Presence][] = [
  [/\b(apologies|sorry)\b/i, 'apologies'],
  [/\babsent\b/i, 'absent'],
  [/\bsent( someone)?\b/i, 'sent-someone'],
  [/\b(present|here)\b/i, 'present'],
]

/** As many lines as one box takes. */
export const MOST_LINES = 200

/** Reads what was typed, a line at a time. Empty lines are nothing. */
export const readLines = (typed: string, reading: Reading): Line[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => readLine(line, reading))

/**
 * Reads one line. What cannot be read is a note that says why: it is never refused and never lost.
 */
export const readLine = (asTyped: string, reading: Reading): Line => {
  // One space between words, so that no pattern walks a long run of blanks again and again.
  const typed = asTyped.replace(/\s+/g, ' ')
  const opening = /^([caqdunh])(\d{1,3}|-)?[\s:]+(?=\S)/i.exec(typed)
  // "A man was stopped" is a sentence; "a Hold a stall" and "A Hold a stall" are actions.
  const isSentence = opening?.[1] === 'A' && /^\p{Ll}/u.test(typed.slice(opening[0].length))
  const letter = opening && !isSentence ? (opening[1]!.toLowerCase() as keyof typeof LETTERS) : null
  const under =
    letter && opening![2] ? (opening![2] === '-' ? 'none' : Number(opening![2])) : 'last'
  const line: Line = {
    typed: asTyped,
    kind: letter ? LETTERS[letter] : 'note',
    text: letter ? typed.slice(opening![0].length) : typed,
    under,
    depth: 'table',
    ground: null,
    priority: false,
    standing: false,
    themeId: null,
    areaId: null,
    leadId: null,
    seatId: null,
    helperIds: [],
    by: null,
    number: null,
    status: null,
    waitingFor: null,
    on: null,
    closed: false,
    here: [],
    residents: null,
    unasked: false,
    remarks: [],
    unread: letter
      ? null
      : 'Begin with a letter, so that it is read: c for a concern, a for an action',
  }
  const said = readFlags(line)
  return said.depth === 'named' && !MATTERS.includes(said.kind)
    ? keepPrivate(said)
    : readKind(said, letter, reading)
}

const readKind = (line: Line, letter: string | null, reading: Reading): Line => {
  switch (letter) {
    case 'c':
      return tidy(readLabels(line, reading))
    case 'a':
    case 'q':
      return tidy(readDue(readOwners(readLabels(line, reading), reading), reading))
    case 'u':
      return readUpdate(line, reading)
    case 'h':
      return readHere(line, reading)
    default:
      return tidy(line)
  }
}

/**
 * R11: what hangs on nothing that can be held becomes a concern that is, with every word of it. An
 * update cannot be held by itself.
 */
const keepPrivate = (line: Line): Line =>
  tidy({
    ...line,
    kind: 'concern',
    unasked: true,
    text: line.text || line.typed,
    closed: false,
    unread: null,
    remarks: [
      ...line.remarks,
      'It is held in private, so it is kept as a concern that only you can open',
    ],
  })

const MARK = (sign: string) =>
  new RegExp(`(^|\\s)[${sign}]([\\p{L}\\p{N}][\\p{L}\\p{N}’'-]*)`, 'gu')

const readLabels = (line: Line, { names }: Reading): Line => {
  const read = { ...line, remarks: [...line.remarks] }
  const text = line.text.replace(MARK('#'), (whole, before: string, typed: string) => {
    const found = findLabel(typed, names)
    const field = 'one' in found ? found.one.field : null
    if (!('one' in found) || read[found.one.field] !== null) {
      read.remarks.push(
        field
          ? `It has ${field === 'themeId' ? 'a theme' : 'an area'} already, so “#${typed}” stays in the words`
          : unknown('#', typed, found),
      )
      return whole
    }
    read[found.one.field] = found.one.id
    return before
  })
  return { ...read, text }
}

const readOwners = (line: Line, { names }: Reading): Line => {
  const read = { ...line, helperIds: [...line.helperIds], remarks: [...line.remarks] }
  const text = line.text.replace(MARK('@+'), (whole, before: string, typed: string) => {
    const found = findOwner(typed, names)
    const isLead = whole.trimStart().startsWith('@')
    if (!('one' in found)) {
      read.remarks.push(unknown(isLead ? '@' : '+', typed, found))
      return whole
    }
    const organisationId = isSeat(found.one) ? found.one.organisationId : found.one.id
    if (isLead && read.leadId === null)
      Object.assign(read, {
        leadId: organisationId,
        seatId: isSeat(found.one) ? found.one.id : null,
      })
    else if (!read.helperIds.includes(organisationId)) read.helperIds.push(organisationId)
    return before
  })
  return { ...read, text }
}

const unknown = (sign: string, typed: string, found: Found<Named>): string => {
  if ('several' in found)
    return `“${sign}${typed}” may be ${found.several
      .slice(0, 4)
      .map((each) => each.name)
      .join(', or ')}. Write a little more of it`
  return `${sign === '#' ? 'No theme or area' : 'Nobody here'} is called “${sign}${typed}”. It stays in the words`
}

/** `by Sept`, `by 28/4`, `by the next table`: at the end, and only where it is a date. */
const readDue = (line: Line, { ahead }: Reading): Line => {
  const match = /^(.*?)(?<![\s,;(])[\s,;(]*\b(?:promised\s+)?by\s+((?:(?!\bby\b).){1,40})$/i.exec(
    line.text.trim(),
  )
  const by = match && ahead(match[2]!.replace(/[.)\s]+$/, ''))
  return by ? { ...line, text: match![1]!, by } : line
}

const readUpdate = (line: Line, reading: Reading): Line => {
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
  const dated = /^(.*?)(?<![\s,;(])[\s,;(]*\bon\s+([^.]{1,30})\.?$/i.exec(text)
  const on = dated && reading.behind(dated[2]!.trim())
  return tidy({
    ...owned,
    text: on ? dated![1]! : text,
    on: on ?? null,
    status: waiting ? 'waiting' : (status?.[1] ?? null),
    waitingFor: waiting?.[1]?.trim() ?? null,
    closed: owned.closed || closing !== null,
  })
}

/** Whom someone waits for is said by name. It does not become the lead. */
const sayOwners = (text: string, { names }: Reading): string =>
  text.replace(MARK('@+'), (whole, before: string, typed: string) => {
    const found = findOwner(typed, names)
    return 'one' in found ? before + found.one.name : whole
  })

const readHere = (line: Line, { names }: Reading): Line => {
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
    read.remarks.push(`“${words || part}” was not read`)
  }
  read.here.push(...owners.map((each) => ({ ...each, presence: said?.[1] ?? each.presence })))
}

const tidy = (line: Line): Line => ({
  ...line,
  text: line.text
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;:?!]+)(?=\s|$)/g, '$1')
    .trim(),
})
