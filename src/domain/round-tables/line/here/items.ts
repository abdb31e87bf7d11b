import { askHow, askWhether, leaveOut, seat, type Hall, type Mode } from './hall.ts'
import { readRoles } from './roles.ts'
import type { HerePiece } from './pieces.ts'
import { ownerFixes, unknown } from '../marks.ts'
import { isNoRole } from './how.ts'
import { isSeat, plain, type Named } from '../mentions.ts'

/** Reads people one after the other: organisations with their roles, seats, counts of residents. */
export const readItems = (hall: Hall, pieces: HerePiece[], mode: NonNullable<Mode>): void => {
  let at = 0
  while (at < pieces.length) at = readItem(hall, pieces, at, mode)
}

/** @returns where the next one begins. */
const readItem = (hall: Hall, pieces: HerePiece[], at: number, mode: NonNullable<Mode>): number => {
  const piece = pieces[at]!
  switch (piece.is) {
    case 'residents':
      if (hall.residents === null) hall.residents = piece.count
      else leaveOut(hall, piece.raw, `“${piece.raw}”: residents were counted already`)
      return at + 1
    case 'uncounted':
      leaveOut(hall, piece.raw, `How many is “${piece.raw}”? Write one number, like 7 residents`)
      return at + 1
    case 'stranger':
      hall.unread.push(piece.raw)
      hall.remarks.push(unknown(piece.sign, piece.typed, piece.found))
      hall.fixes.push(...ownerFixes(piece.raw, '@', piece.typed, piece.found, hall.names))
      return at + 1
    case 'name':
      return readName(hall, pieces, at, mode)
    case 'for':
    case 'sent':
      return readInstead(hall, pieces, at)
    default:
      return readWords(hall, pieces, at, mode)
  }
}

const readName = (hall: Hall, pieces: HerePiece[], at: number, mode: NonNullable<Mode>): number => {
  const piece = pieces[at] as Extract<HerePiece, { is: 'name' }>
  const next = pieces[at + 1]
  if (next?.is === 'sent') return readSent(hall, pieces, at)
  const { owner, raw } = piece
  if (isSeat(owner)) {
    if (hall.listOf !== null && hall.listOf !== owner.organisationId && !piece.isSigned) {
      leaveOut(
        hall,
        raw,
        `“${raw}” may be the ${owner.name}, or someone else. Write @ before a seat`,
      )
      return at + 1
    }
    if (hall.listOf !== owner.organisationId) hall.listOf = null
    put(hall, owner, mode, raw)
    return at + 1
  }
  hall.listOf = next?.is === 'colon' ? owner.id : null
  const from = next?.is === 'colon' ? at + 2 : at + 1
  const end = rolesEnd(pieces, from, owner.id)
  const roles = sayPieces(pieces.slice(from, end))
  if (roles === '') put(hall, owner, mode, raw)
  else readOwnRoles(hall, owner, roles, mode, raw)
  return end
}

const put = (
  hall: Hall,
  owner: Parameters<typeof seat>[1],
  mode: NonNullable<Mode>,
  raw: string,
): void => {
  if (mode === 'unclear') askHow(hall, raw)
  else seat(hall, owner, mode, raw)
}

/** Words that go on with an organisation: up to the next name, count, or “for”. */
const rolesEnd = (pieces: HerePiece[], from: number, organisationId: number): number => {
  let end = from
  for (; end < pieces.length; end += 1) {
    const piece = pieces[end]!
    if (['residents', 'uncounted', 'stranger', 'for', 'sent', 'colon'].includes(piece.is)) break
    if (piece.is === 'opens' && pieces[end + 1]?.is === 'for') break
    if (piece.is !== 'name') continue
    // The post of another organisation is only a word for who came from this one.
    const isRole = !piece.isSigned && isSeat(piece.owner)
    const follows = pieces[end - 1]?.is
    const isOwn = isSeat(piece.owner) && piece.owner.organisationId === organisationId
    // “@school and Head of year” are two of a list; “@school governor and Head of year” are its own.
    const isNext = end - 1 === from || (!isOwn && pieces[end - 2]?.is !== 'word')
    if (!isRole || (follows === 'and' && isNext)) break
  }
  while (end > from && pieces[end - 1]!.is === 'and') end -= 1
  return end
}

const sayPieces = (pieces: HerePiece[]): string =>
  pieces
    .filter((each) => each.is !== 'opens' && each.is !== 'closes')
    .map((each) => each.raw)
    .join(' ')
    .trim()

const readOwnRoles = (
  hall: Hall,
  organisation: Named,
  text: string,
  mode: NonNullable<Mode>,
  raw: string,
): void => {
  if (mode === 'unclear' || (isNoRole(text) && !isPost(organisation, text, hall)))
    return askHow(hall, `${raw} ${text}`)
  const roles = readRoles(text, organisation.id, hall.listOf !== null, hall.names)
  const isAway = mode === 'apologies' || mode === 'absent'
  let isWhole = false
  for (const role of roles)
    if (role.seat) seat(hall, role.seat, mode, `${raw} ${role.typed}`)
    else if (isAway) {
      // A guest who is away has no row of their own.
      isWhole = true
      leaveOut(hall, role.typed)
    } else {
      seat(hall, organisation, 'present', `${raw} ${role.typed}`, { guestRole: role.typed })
      if (role.near) askWhether(hall, role.typed, role.near)
    }
  if (isWhole || (mode === 'sent-someone' && roles.every((each) => !each.seat)))
    seat(hall, organisation, mode, raw, { isOfGuest: isWhole })
}

const isPost = ({ id }: Named, text: string, { names }: Hall): boolean =>
  names.seats.some((each) => each.organisationId === id && each.keys[0] === plain(text))

/** `X (for Y)`: Y sent someone. */
const readInstead = (hall: Hall, pieces: HerePiece[], at: number): number => {
  const next = pieces[at + 1]
  if (pieces[at]!.is === 'for' && next?.is === 'name') {
    seat(hall, next.owner, 'sent-someone', next.raw)
    return pieces[at + 2]?.is === 'closes' ? at + 3 : at + 2
  }
  return readWords(hall, pieces, at, 'present')
}

/** `X sent Y`: X sent someone, and Y is here. */
const readSent = (hall: Hall, pieces: HerePiece[], at: number): number => {
  const sender = pieces[at] as Extract<HerePiece, { is: 'name' }>
  seat(hall, sender.owner, 'sent-someone', sender.raw)
  const next = pieces[at + 2]
  if (next?.is === 'name') {
    seat(hall, next.owner, 'present', next.raw)
    return at + 3
  }
  const organisationId = isSeat(sender.owner) ? sender.owner.organisationId : sender.owner.id
  const end = rolesEnd(pieces, at + 2, organisationId)
  const organisation = hall.names.organisations.find((each) => each.id === organisationId)
  const text = sayPieces(pieces.slice(at + 2, end))
  if (text !== '' && organisation) readOwnRoles(hall, organisation, text, 'present', sender.raw)
  return Math.max(end, at + 2)
}

/** Words of nobody: of the organisation whose people are listed, or not read. */
const readWords = (
  hall: Hall,
  pieces: HerePiece[],
  at: number,
  mode: NonNullable<Mode>,
): number => {
  let end = at
  const isNext = (piece: HerePiece): boolean =>
    ['name', 'stranger', 'residents', 'uncounted', 'sent'].includes(piece.is) ||
    (piece.is === 'for' && pieces[end + 1]?.is === 'name')
  while (end < pieces.length && (end === at || !isNext(pieces[end]!))) end += 1
  const listed = hall.names.organisations.find((each) => each.id === hall.listOf)
  const some = pieces.slice(at, end)
  const isRole = some.every((each) => ['word', 'and', 'opens', 'closes'].includes(each.is))
  const text = sayPieces(some)
  if (listed && isRole && mode !== 'unclear') {
    const roles = text.replace(/^(?:and|&)\s+/i, '').replace(/\s*(?:and|&)$/i, '')
    if (roles && !/^(?:and|&)$/i.test(roles)) readOwnRoles(hall, listed, roles, mode, listed.name)
  } else leaveOut(hall, text.replace(/\s+(?:and|&)$/i, '').replace(/^(?:and|&|or)$/i, ''))
  return end
}
