import { ONE_TO_TWENTY } from '../../../number-words.ts'
import { plain, type NamedSeat, type Names } from '../mentions.ts'

/** Someone who came for an organisation: its own seat by its whole title, or a guest by role. */
export interface Role {
  typed: string
  seat: NamedSeat | null
  /** A seat that may be meant, where the words are only a part of its title. */
  near: NamedSeat | null
}

/**
 * `head and deputy` are two, `health and safety officer` is one. A title counts only among the seats
 * of that organisation, and only whole.
 */
export const readRoles = (
  text: string,
  organisationId: number,
  isList: boolean,
  { seats }: Names,
): Role[] => {
  const own = seats.filter((each) => each.organisationId === organisationId)
  return apart(text.trim(), own, isList)
    .map(withoutArticle)
    .filter((typed) => /[\p{L}\p{N}]/u.test(typed))
    .map((typed) => {
      const seat = own.find((each) => each.keys[0] === plain(typed)) ?? null
      const words = plain(typed).split('-')
      const near = own.find((each) =>
        words.every((word) => each.keys[0]!.split('-').includes(word)),
      )
      return { typed, seat, near: seat ? null : (near ?? null) }
    })
}

/** Posts as they are called: what stands before “and” is one person where it holds one of these. */
export const POST =
  /\b(?:officers?|leads?|heads?|deputy|deputies|managers?|councillors?|cllrs?|sergeants?|sgts?|inspectors?|pcs?|pcsos?|teachers?|workers?|directors?|chairs?|chairman|chairwoman|secretary|wardens?|coordinators?|volunteers?|governors?|parents?|advocates?|constables?|superintendents?|chief|mentors?|coach|coaches|imam|vicar|priest|rabbi|members?|clerk|reps?|representatives?|assistants?|colleagues?|trustees?|ceo|students?|pupils?|treasurer|administrator|supervisor|engineers?|nurses?|doctors?|carers?|interpreters?|minutes? taker|ranger|caretaker|principal|tutors?|analysts?|commander|dean|bursar|mayor|minister)\b/i

/** `two constables`: as many guests of that post as there are. */
export const asManyAs = (text: string): string[] => {
  const [, typed, post] = /^(\d{1,2}|\p{L}+) (\p{L}[\p{L} ]*)s$/u.exec(text.trim()) ?? []
  if (typed === undefined || !POST.test(post!) || / (?:and|plus) /i.test(post!)) return []
  const count = /^\d/.test(typed) ? Number(typed) : ONE_TO_TWENTY.indexOf(typed.toLowerCase()) + 1
  return count > 1 && count <= ONE_TO_TWENTY.length ? Array<string>(count).fill(post!) : []
}

const apart = (text: string, own: NamedSeat[], isList: boolean): string[] => {
  if (own.some((each) => each.keys[0] === plain(text))) return [text]
  const cut = /\s(?:and|&|plus)\s/i.exec(text)
  if (!cut) return [text]
  const [left, right] = [text.slice(0, cut.index), text.slice(cut.index + cut[0].length)]
  const isTwo =
    own.some((each) => each.keys[0] === plain(left)) ||
    (POST.test(left) && (POST.test(right) || /^(?:an?|the|two|three|\d)\s/i.test(right))) ||
    (isList && !/\s/.test(right) && !/\s/.test(left))
  if (isTwo) return [left, ...apart(right, own, isList)]
  const [first, ...rest] = apart(right, own, isList)
  return [`${left}${cut[0]}${first}`, ...rest]
}

const withoutArticle = (typed: string): string =>
  typed.replace(/^(?:(?:an?|the|their|its|our|one)\s+)(?=\S)/i, '').trim()
