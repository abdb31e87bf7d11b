import type { Line, Reading } from './line.ts'
import { findLabel, findOwner, isSeat, type Found, type Named } from './mentions.ts'

/** A word after a sign: at the beginning, or after a space. */
export const MARK = (sign: string) =>
  new RegExp(`(^|\\s)[${sign}]([\\p{L}\\p{N}][\\p{L}\\p{N}’'-]*)`, 'gu')

/** `#stop`: the first theme and the first area that are named. */
export const readLabels = (line: Line, { names }: Reading): Line => {
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

/** `@mps`, `+wcc`: the first `@` leads, and all others help. */
export const readOwners = (line: Line, { names }: Reading): Line => {
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

/** Why a mark was not read: nobody is called so, or several are. */
export const unknown = (sign: string, typed: string, found: Found<Named>): string => {
  if ('several' in found)
    return `“${sign}${typed}” may be ${found.several
      .slice(0, 4)
      .map((each) => each.name)
      .join(', or ')}. Write a little more of it`
  return `${sign === '#' ? 'No theme or area' : 'Nobody here'} is called “${sign}${typed}”. It stays in the words`
}

/** `by Sept`, `by 28/4`, `by the next table`: at the end, and only where it is a date. */
export const readDue = (line: Line, { ahead }: Reading): Line => {
  const match = /^(.*?)(?<![\s,;(])[\s,;(]*\b(?:promised\s+)?by\s+((?:(?!\bby\b).){1,40})$/i.exec(
    line.text.trim(),
  )
  const by = match && ahead(match[2]!.replace(/[.)\s]+$/, ''))
  return by ? { ...line, text: match![1]!, by } : line
}

/** Whom someone waits for is said by name. It does not become the lead. */
export const sayOwners = (text: string, { names }: Reading): string =>
  text.replace(MARK('@+'), (whole, before: string, typed: string) => {
    const found = findOwner(typed, names)
    return 'one' in found ? before + found.one.name : whole
  })
