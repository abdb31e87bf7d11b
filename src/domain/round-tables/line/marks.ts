import type { Fix, Line, Reading } from './line.ts'
import {
  findLabel,
  findOwner,
  isSeat,
  isWholeName,
  shortestFor,
  type Found,
  type Named,
  type NamedSeat,
  type Names,
} from './mentions.ts'
import { ownerAt } from './name-at.ts'
import { nearest } from './nearest.ts'

/** A word after a sign: at the beginning, or after a space. */
export const MARK = (sign: string) =>
  new RegExp(`(^|\\s)[${sign}]([\\p{L}\\p{N}][\\p{L}\\p{N}’'-]*)`, 'gu')

/** `#stop`: the first theme and the first area that are named. */
export const readLabels = (line: Line, { names }: Reading): Line => {
  const read = { ...line, remarks: [...line.remarks], fixes: [...line.fixes] }
  const text = line.text.replace(MARK('#'), (whole, before: string, typed: string) => {
    const found = findLabel(typed, names)
    const field = 'one' in found ? found.one.field : null
    if (!('one' in found) || read[found.one.field] !== null) {
      read.remarks.push(
        field
          ? `It has ${field === 'themeId' ? 'a theme' : 'an area'} already, so “#${typed}” stays in the words`
          : unknown('#', typed, found),
      )
      if (!('one' in found)) read.fixes.push(...labelFixes(typed, found, names))
      return whole
    }
    read[found.one.field] = found.one.id
    return before
  })
  return { ...read, text }
}

const labelFixes = (typed: string, found: Found<Named>, { themes, areas }: Names): Fix[] => [
  ...('several' in found ? found.several.slice(0, 4) : nearest(typed, [...themes, ...areas])).map(
    (each) => ({ typed: `#${typed}`, insert: `#${each.keys[0]}`, name: each.name }),
  ),
  ...('none' in found && /\p{L}/u.test(typed)
    ? [{ typed: `#${typed}`, insert: '', name: typed }]
    : []),
]

/** One mark of an owner in a text, from its sign to the end of its name. */
export interface OwnerMark {
  at: number
  end: number
  sign: string
  typed: string
  found: Found<Named | NamedSeat>
}

const SIGN = /(?<![^\s(/+&,;])([@+])(?=[\p{L}\p{N}])/gu
/** What joins a second name to the first: `@wcc/@mps`, `@wcc+mps`, `@MR / BB`, `@wcc and @mps`. */
const JOINED = /^(?:\s*([/+&])\s*[@+]?|\s+and\s+[@+])(?=[\p{L}\p{N}])/iu

/** Every mark of an owner, in order; names that are joined to it without a sign of their own too. */
export const ownerMarks = (text: string, names: Names): OwnerMark[] => {
  const marks: OwnerMark[] = []
  let from = 0
  for (const sign of text.matchAll(SIGN)) {
    if (sign.index < from) continue
    const at = sign.index
    const first = nameFrom(text, at + 1, names)
    if (!first) continue
    marks.push({ at, sign: sign[1]!, ...first })
    from = first.end
    for (let joined = joinedAt(text, from, names); joined; joined = joinedAt(text, from, names)) {
      marks.push({ sign: '+', ...joined })
      from = joined.end
    }
  }
  return marks
}

const joinedAt = (text: string, at: number, names: Names): Omit<OwnerMark, 'sign'> | undefined => {
  const join = JOINED.exec(text.slice(at, at + 20))
  if (!join) return undefined
  const next = nameFrom(text, at + join[0].length, names)
  if (!next) return undefined
  // “& co” after a sign is nobody’s; “/ BB” is somebody’s.
  const isSigned = /[@+]$/.test(join[0].trimEnd())
  if (isSigned || isWholeName(next.typed, names)) return { at, ...next }
  return join[1] === '/' ? { at, ...next, found: { none: true } } : undefined
}

const nameFrom = (
  text: string,
  at: number,
  names: Names,
): Omit<OwnerMark, 'sign' | 'at'> | undefined => {
  const name = ownerAt(text.slice(at, at + LONGEST_NAME), names)
  return name && { end: at + name.typed.length, ...name }
}
const LONGEST_NAME = 200

/** `@mps`, `+wcc`: the first `@` leads, and all others help. A stranger in front leads nobody. */
export const readOwners = (line: Line, { names }: Reading): Line => {
  const read = {
    ...line,
    helperIds: [...line.helperIds],
    remarks: [...line.remarks],
    fixes: [...line.fixes],
  }
  let isFirst = true
  let text = ''
  let from = 0
  for (const { at, end, sign, typed, found } of ownerMarks(line.text, names)) {
    const isLead = sign === '@' && isFirst && read.leadId === null
    if (sign === '@') isFirst = false
    if (!('one' in found)) {
      read.remarks.push(unknown(sign, typed, found))
      read.fixes.push(...ownerFixes(line.text.slice(at, end), sign, typed, found, names))
      continue
    }
    text += line.text.slice(from, at)
    from = end
    const organisationId = isSeat(found.one) ? found.one.organisationId : found.one.id
    if (isLead)
      Object.assign(read, {
        leadId: organisationId,
        seatId: isSeat(found.one) ? found.one.id : null,
      })
    else if (!read.helperIds.includes(organisationId)) read.helperIds.push(organisationId)
  }
  return { ...read, text: text + line.text.slice(from) }
}

/** Who may be meant by a mark that is nobody’s, or two people’s. */
export const ownerFixes = (
  stands: string,
  sign: string,
  typed: string,
  found: Found<Named | NamedSeat>,
  names: Names,
): Fix[] => {
  const all =
    'several' in found
      ? found.several.slice(0, 4)
      : nearest(typed, [...names.organisations, ...names.seats])
  return all.map((each) => ({
    typed: stands,
    insert: `${/^[@+]/.test(stands) ? '' : ' '}${sign}${shortestFor(each, names)}`,
    name: each.name,
  }))
}

/** Why a mark was not read: nobody is called so, or several are. */
export const unknown = (sign: string, typed: string, found: Found<Named>): string => {
  if ('several' in found)
    return `“${sign}${typed}” may be ${found.several
      .slice(0, 4)
      .map((each) => each.name)
      .join(', or ')}. Write a little more of it`
  return `${sign === '#' ? 'No theme or area' : 'Nobody here'} is called “${sign}${typed}”. It stays in the words`
}

/** Whom someone waits for is said by name. It does not become the lead. */
export const sayOwners = (text: string, { names }: Reading): string =>
  text.replace(MARK('@+'), (whole, before: string, typed: string) => {
    const found = findOwner(typed, names)
    return 'one' in found ? before + found.one.name : whole
  })
