import type { Fix, Line, Reading } from '../line.ts'
import { ownerFixes, unknown } from '../marks.ts'
import { isSeat, shortestFor, type Named, type NamedSeat, type Names } from '../mentions.ts'
import { ownerMarks, type OwnerMark } from './owner-marks.ts'

/**
 * `@mps`, `+wcc`: the first `@` leads, and all others help. A stranger in front leads nobody; and
 * whoever is only spoken of, as in “write to @mps”, is written out.
 */
export const readOwners = (line: Line, { names }: Reading): Line => {
  const read = {
    ...line,
    helperIds: [...line.helperIds],
    remarks: [...line.remarks],
    fixes: [...line.fixes],
  }
  const marks = withRoles(line.text, names)
  const lead = marks.find((each) => each.isLead) ?? marks.find(leads)
  let text = ''
  let from = 0
  for (const mark of marks) {
    const { at, end, sign, typed, found } = mark
    if (!('one' in found)) {
      read.remarks.push(unknown(sign, typed, found))
      read.fixes.push(...ownerFixes(line.text.slice(at, end), sign, typed, found, names))
      continue
    }
    text += line.text.slice(from, at)
    from = end
    if (mark.spokenOf !== null) {
      text += line.text.slice(at, end - typed.length).replace(/[@+]$/, '') + found.one.name
      read.remarks.push(spoken(found.one, names))
      read.fixes.push(...leadFix(line, mark, found.one, names))
      continue
    }
    const organisationId = isSeat(found.one) ? found.one.organisationId : found.one.id
    if (mark === lead && read.leadId === null)
      Object.assign(read, {
        leadId: organisationId,
        seatId: isSeat(found.one) ? found.one.id : null,
      })
    else if (!read.helperIds.includes(organisationId)) read.helperIds.push(organisationId)
  }
  return { ...read, text: text + line.text.slice(from) }
}

const leads = ({ sign, spokenOf }: Owner): boolean => sign === '@' && spokenOf === null

/** A mark, and what the words around it say of it. */
interface Owner extends OwnerMark {
  /** `write to`: what makes it a name in a sentence. */
  spokenOf: string | null
  /** `(lead)` stands behind it. */
  isLead: boolean
}

const SPOKEN_OF =
  /(?:^|[\s(])((?:(?:write|send|speak|talk|report|go|say|give|pass|listen|apply)(?: (?:it|them|this|that))? to|ask|tell|invite|email|phone|ring|call|chase|thank|remind|contact|meet|visit|to|with|from|for|of|about|at|between|against|via|through|towards|behind|near|outside|without)(?: (?:both|all of))?)\s+$/i
const ROLE = /^\s*\((lead|leads|leading|support|supports|supporting|helps?|helping)\)/i

const withRoles = (text: string, names: Names): Owner[] => {
  const owners: Owner[] = []
  for (const mark of ownerMarks(text, names)) {
    const last = owners.at(-1)
    const isJoined = last?.end === mark.at && mark.sign !== '+'
    const before = SPOKEN_OF.exec(text.slice(Math.max(0, mark.at - 40), mark.at))?.[1] ?? null
    const role = ROLE.exec(text.slice(mark.end, mark.end + 20))
    const spokenOf = isJoined ? last.spokenOf : mark.sign === '@' && !role ? before : null
    owners.push({
      ...mark,
      // A role behind a name that is known goes with it.
      end: role && 'one' in mark.found ? mark.end + role[0].length : mark.end,
      spokenOf,
      isLead: /^lead/i.test(role?.[1] ?? '') && 'one' in mark.found,
    })
  }
  return owners
}

const spoken = (owner: Named | NamedSeat, names: Names): string =>
  `${owner.name} stays in the words and does not lead. If they lead, begin with @${shortestFor(owner, names)}`

/** The mark goes to the front, and the name stands where it stood. */
const leadFix = (line: Line, mark: Owner, owner: Named | NamedSeat, names: Names): Fix[] => {
  const typed = line.text.slice(mark.at, mark.end)
  const stands = `${mark.spokenOf} ${typed}`
  return typed.startsWith('@') && line.typed.includes(stands)
    ? [
        {
          typed: stands,
          insert: `@${shortestFor(owner, names)} ${mark.spokenOf} ${owner.name}`,
          name: `${owner.name} leads`,
        },
      ]
    : []
}

/** Whom someone waits for is said by name. It does not become the lead. */
export const sayOwners = (text: string, { names }: Reading): string => {
  let said = ''
  let from = 0
  for (const { at, end, sign, found } of ownerMarks(text, names)) {
    if (sign === '' || !('one' in found)) continue
    const join = /^[^@+]*/.exec(text.slice(at, end))![0]
    said += text.slice(from, at) + join + found.one.name
    from = end
  }
  return said + text.slice(from)
}
