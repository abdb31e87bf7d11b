import { askHow, askWhether, leaveOut, writeDown, type SoFar, type Mode } from './so-far.ts'
import { asManyAs, readRoles } from './roles.ts'
import type { HerePiece } from './pieces.ts'
import { ownerFixes, unknown } from '../marks.ts'
import { isNoRole } from './how.ts'
import { isOfNobody, offerNobody, readOthers } from './others.ts'
import { isSeat, plain, type Named, type NamedSeat } from '../mentions.ts'

/** Reads people one after the other: organisations with their roles, seats, counts of residents. */
export const readItems = (soFar: SoFar, pieces: HerePiece[], mode: NonNullable<Mode>): void => {
  let at = 0
  while (at < pieces.length) at = readItem(soFar, pieces, at, mode)
}

/** @returns where the next one begins. */
const readItem = (
  soFar: SoFar,
  pieces: HerePiece[],
  at: number,
  mode: NonNullable<Mode>,
): number => {
  const piece = pieces[at]!
  switch (piece.is) {
    case 'residents':
      if (soFar.residents === null) soFar.residents = piece.count
      else leaveOut(soFar, piece.raw, `“${piece.raw}”: residents were counted already`)
      return at + 1
    case 'uncounted':
      leaveOut(soFar, piece.raw, `How many is “${piece.raw}”? Write one number, like 7 residents`)
      return at + 1
    case 'stranger':
      soFar.unread.push(piece.raw)
      soFar.remarks.push(unknown(piece.sign, piece.typed, piece.found))
      soFar.fixes.push(...ownerFixes(piece.raw, '@', piece.typed, piece.found, soFar.names))
      return at + 1
    case 'name':
      return readName(soFar, pieces, at, mode)
    case 'others':
      soFar.listOf = 'nobody'
      return at + 1
    case 'for':
    case 'sent':
      return readInstead(soFar, pieces, at)
    default:
      return readWords(soFar, pieces, at, mode)
  }
}

const readName = (
  soFar: SoFar,
  pieces: HerePiece[],
  at: number,
  mode: NonNullable<Mode>,
): number => {
  const piece = pieces[at] as Extract<HerePiece, { is: 'name' }>
  const next = pieces[at + 1]
  if (next?.is === 'sent') return readSent(soFar, pieces, at)
  const { owner, raw } = piece
  if (isSeat(owner)) {
    if (soFar.listOf !== null && soFar.listOf !== owner.organisationId && !piece.isSigned) {
      leaveOut(
        soFar,
        raw,
        `“${raw}” may be the ${owner.name}, or someone else. Write @ before a seat`,
      )
      return at + 1
    }
    if (soFar.listOf !== owner.organisationId) soFar.listOf = null
    put(soFar, owner, mode, raw)
    return at + 1
  }
  soFar.listOf = next?.is === 'colon' ? owner.id : null
  const from = next?.is === 'colon' ? at + 2 : at + 1
  const end = rolesEnd(pieces, from, owner.id)
  const roles = sayPieces(pieces.slice(from, end))
  if (roles === '') put(soFar, owner, mode, raw)
  else readOwnRoles(soFar, owner, roles, mode, raw)
  return end
}

const put = (
  soFar: SoFar,
  owner: Named | NamedSeat,
  mode: NonNullable<Mode>,
  raw: string,
): void => {
  if (mode === 'unclear') askHow(soFar, raw)
  else writeDown(soFar, owner, mode, raw)
}

const BREAKS = ['residents', 'uncounted', 'stranger', 'for', 'sent', 'colon', 'others', 'of-nobody']

/** Words that go on with an organisation: up to the next name, count, or “for”. */
const rolesEnd = (pieces: HerePiece[], from: number, organisationId: number): number => {
  let end = from
  for (; end < pieces.length; end += 1) {
    const piece = pieces[end]!
    if (BREAKS.includes(piece.is)) break
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
  soFar: SoFar,
  organisation: Named,
  text: string,
  mode: NonNullable<Mode>,
  raw: string,
): void => {
  const isSeveral = asManyAs(text).length > 0
  if (mode === 'unclear' || (!isSeveral && isNoRole(text) && !isPost(organisation, text, soFar)))
    return askHow(soFar, `${raw} ${text}`)
  const isList = soFar.listOf !== null
  const roles = readRoles(text, organisation.id, isList, soFar.names).flatMap((role) => {
    const each = role.seat ? [] : asManyAs(role.typed)
    return each.length > 0 ? each.map((typed) => ({ typed, seat: null, near: null })) : [role]
  })
  const isAway = mode === 'apologies' || mode === 'absent'
  let isWhole = false
  for (const role of roles)
    if (role.seat) writeDown(soFar, role.seat, mode, `${raw} ${role.typed}`)
    else if (mode === 'absent') {
      // A guest who is away without a word has no row of their own.
      isWhole = true
      leaveOut(soFar, role.typed)
    } else {
      const how = isAway ? 'apologies' : 'present'
      writeDown(soFar, organisation, how, `${raw} ${role.typed}`, { guestRole: role.typed })
      if (role.near) askWhether(soFar, role.typed, role.near)
    }
  if (isWhole || (mode === 'sent-someone' && roles.every((each) => !each.seat)))
    writeDown(soFar, organisation, mode, raw, { isOfGuest: isWhole })
}

const isPost = ({ id }: Named, text: string, { names }: SoFar): boolean =>
  names.seats.some((each) => each.organisationId === id && each.keys[0] === plain(text))

/** `X (for Y)`: Y sent someone. */
const readInstead = (soFar: SoFar, pieces: HerePiece[], at: number): number => {
  const next = pieces[at + 1]
  if (pieces[at]!.is === 'for' && next?.is === 'name') {
    writeDown(soFar, next.owner, 'sent-someone', next.raw)
    return pieces[at + 2]?.is === 'closes' ? at + 3 : at + 2
  }
  return readWords(soFar, pieces, at, 'present')
}

/** `X sent Y`: X sent someone, and Y is here. One role is who came in the place of a seat. */
const readSent = (soFar: SoFar, pieces: HerePiece[], at: number): number => {
  const sender = pieces[at] as Extract<HerePiece, { is: 'name' }>
  const next = pieces[at + 2]
  if (next?.is === 'name') {
    writeDown(soFar, sender.owner, 'sent-someone', sender.raw)
    writeDown(soFar, next.owner, 'present', next.raw)
    return at + 3
  }
  const organisationId = isSeat(sender.owner) ? sender.owner.organisationId : sender.owner.id
  const end = rolesEnd(pieces, at + 2, organisationId)
  const organisation = soFar.names.organisations.find((each) => each.id === organisationId)
  const text = sayPieces(pieces.slice(at + 2, end))
  const roles = text === '' ? [] : readRoles(text, organisationId, false, soFar.names)
  const isOne = isSeat(sender.owner) && roles.length === 1 && !roles[0]!.seat && !isNoRole(text)
  writeDown(soFar, sender.owner, 'sent-someone', sender.raw, {
    sentRole: isOne ? roles[0]!.typed : null,
  })
  if (text !== '' && organisation && !isOne)
    readOwnRoles(soFar, organisation, text, 'present', sender.raw)
  return Math.max(end, at + 2)
}

/** Words of nobody: of the organisation whose people are listed, or not read. */
const readWords = (
  soFar: SoFar,
  pieces: HerePiece[],
  at: number,
  mode: NonNullable<Mode>,
): number => {
  let end = at
  const isNext = (piece: HerePiece): boolean =>
    ['name', 'stranger', 'residents', 'uncounted', 'sent', 'others', 'of-nobody'].includes(
      piece.is,
    ) ||
    (piece.is === 'for' && pieces[end + 1]?.is === 'name')
  while (end < pieces.length && (end === at || !isNext(pieces[end]!))) end += 1
  const listed = soFar.names.organisations.find((each) => each.id === soFar.listOf)
  const some = pieces.slice(at, end)
  const isRole = some.every((each) => ['word', 'and', 'opens', 'closes'].includes(each.is))
  const text = sayPieces(some)
  const isBehind = pieces[end]?.is === 'of-nobody'
  if (isRole && (isBehind || soFar.listOf === 'nobody')) {
    readOthers(soFar, text, mode)
    return isBehind ? end + 1 : end
  }
  if (listed && isRole && mode !== 'unclear') {
    const roles = text.replace(/^(?:and|&)\s+/i, '').replace(/(?<!\s)\s*(?:and|&)$/i, '')
    if (roles && !/^(?:and|&)$/i.test(roles)) readOwnRoles(soFar, listed, roles, mode, listed.name)
  } else {
    const words = text.replace(/(?<!\s)\s+(?:and|&)$/i, '').replace(/^(?:and|&|or)$/i, '')
    leaveOut(soFar, words)
    if (isOfNobody(words) && some.every(({ is }) => is === 'word')) offerNobody(soFar, words)
  }
  return end
}
