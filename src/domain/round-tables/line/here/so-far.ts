import type { Presence } from '../../round-table.ts'
import type { Fix, Line, SaidHere } from '../line.ts'
import { isSeat, shortestFor, type Named, type NamedSeat, type Names } from '../mentions.ts'

/** How people are here from now on: by the last word for it, by none yet, or it is not clear. */
export type Mode = Presence | null | 'unclear'

/** What has been read of a line so far, from its left to its right. */
export interface SoFar {
  names: Names
  mode: Mode
  said: Entry[]
  unread: string[]
  remarks: string[]
  fixes: Fix[]
  residents: number | null
  /** `school: head, deputy`: whose people the words are that follow. */
  listOf: number | 'nobody' | null
  /** Which sentence of the line is read. */
  clause: number
  /** Who is asked about: nothing else in the line makes them present. */
  asked: (Named | NamedSeat)[]
}

interface Entry extends SaidHere {
  raw: string
  clause: number
  /** No word said how they are here: they are taken as here, unless one that follows may say more. */
  isImplied: boolean
  /** Only a guest is away: it is not said of whoever else came from there. */
  isOfGuest: boolean
}

export const nothingYet = (line: Line, names: Names): SoFar => ({
  names,
  mode: null,
  said: [],
  unread: [],
  remarks: [...line.remarks],
  fixes: [...line.fixes],
  residents: null,
  listOf: null,
  clause: 0,
  asked: [],
})

/** Somebody by a seat or as an organisation. */
export const writeDown = (
  soFar: SoFar,
  owner: Named | NamedSeat,
  presence: Presence,
  raw: string,
  {
    guestRole = null,
    sentRole = null,
    isOfGuest = false,
  }: Partial<Pick<Entry, 'guestRole' | 'sentRole' | 'isOfGuest'>> = {},
): void => {
  soFar.said.push({
    organisationId: isSeat(owner) ? owner.organisationId : owner.id,
    seatId: isSeat(owner) ? owner.id : null,
    guestRole,
    sentRole,
    presence,
    raw,
    clause: soFar.clause,
    isImplied: soFar.mode === null && presence === 'present' && guestRole === null,
    isOfGuest,
  })
}

/** Some who stand for nobody, by role, as many as they are: `2 mentors`. */
export const writeNobody = (soFar: SoFar, guestRole: string, presence: Presence): void => {
  const who = { organisationId: null, seatId: null, guestRole, sentRole: null }
  const { clause } = soFar
  soFar.said.push({
    ...who,
    presence,
    raw: guestRole,
    clause,
    isImplied: false,
    isOfGuest: false,
  })
}

/** Words that were not read stand beside, and are said. */
export const leaveOut = (soFar: SoFar, words: string, why?: string): void => {
  const text = words.trim()
  if (!/[\p{L}\p{N}]/u.test(text)) return
  soFar.unread.push(text)
  soFar.remarks.push(why ?? `“${text}” was not read`)
}

/** Here or away may be meant: it is asked. */
export const askHow = (soFar: SoFar, raw: string): void =>
  leaveOut(soFar, raw, `Is “${raw}” here or away? Write “present” or “apologies” before it`)

/** A guest whose words are a part of the title of a seat may be that seat. */
export const askWhether = (soFar: SoFar, typed: string, near: NamedSeat): void => {
  const mark = `@${shortestFor(near, soFar.names)}`
  soFar.remarks.push(
    `“${typed}” is written down as a guest. If it is the ${near.name}, write ${mark}`,
  )
  soFar.fixes.push({ typed, insert: mark, name: near.name })
}

/** “a, b and c sent apologies” may speak of all three: those before it are asked about. */
export const askBefore = (soFar: SoFar): void => {
  for (const each of soFar.said.filter((one) => one.isImplied && one.clause === soFar.clause))
    drop(soFar, each)
}

/** “@school, maybe”: whoever was named last in this sentence. */
export const askLast = (soFar: SoFar): void => {
  const last = soFar.said.at(-1)
  if (last?.clause === soFar.clause && last.presence === 'present') drop(soFar, last)
}

const drop = (soFar: SoFar, entry: Entry): void => {
  soFar.said = soFar.said.filter((each) => each !== entry)
  askHow(soFar, entry.raw)
}

/** The line as it was read. Whoever is named as here and as away is neither. */
export const asLine = (soFar: SoFar, line: Line): Line => {
  const isAsked = (one: Entry): boolean =>
    soFar.asked.some((each) =>
      isSeat(each)
        ? each.id === one.seatId
        : one.seatId === null && one.guestRole === null && each.id === one.organisationId,
    )
  soFar.said = soFar.said.filter((each) => !isAsked(each))
  const clashing = soFar.said.filter((each) =>
    soFar.said.some((other) => isSame(each, other) && other.presence !== each.presence),
  )
  const isHere = (one: Entry): boolean =>
    soFar.said.some(
      (each) => each !== one && each.organisationId === one.organisationId && !each.isOfGuest,
    )
  soFar.said = soFar.said.filter(
    (each) => !clashing.includes(each) && !(each.isOfGuest && isHere(each)),
  )
  for (const each of clashing)
    leaveOut(soFar, each.raw, `“${each.raw}” stands twice, as here and as away. Write it once`)
  return {
    ...line,
    text: [...new Set(soFar.unread)].join(', '),
    here: onceEach(soFar.said).map(({ organisationId, seatId, guestRole, sentRole, presence }) => ({
      organisationId,
      seatId,
      guestRole,
      sentRole,
      presence,
    })),
    residents: soFar.residents,
    remarks: [...new Set(soFar.remarks)],
    fixes: soFar.fixes,
  }
}

const isSame = (one: SaidHere, other: SaidHere): boolean =>
  one.guestRole === null &&
  other.guestRole === null &&
  one.organisationId === other.organisationId &&
  one.seatId === other.seatId

/** Two guests of one role are two people; an organisation or a seat is there once. */
const onceEach = (said: Entry[]): Entry[] =>
  said.filter(
    (each, at) => said.findIndex((other) => isSame(each, other)) === at || each.guestRole !== null,
  )
