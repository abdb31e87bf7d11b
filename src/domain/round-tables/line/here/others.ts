import { ONE_TO_TWENTY } from '../../../number-words.ts'
import { isNoRole } from './how.ts'
import { readRoles } from './roles.ts'
import { askHow, leaveOut, writeNobody, type Mode, type SoFar } from './so-far.ts'

/** `independent chair and 2 mentors`, who stand for nobody: each by role, as many as they are. */
export const readOthers = (soFar: SoFar, text: string, mode: NonNullable<Mode>): void => {
  const said = text.replace(/^(?:and|&)\s+/i, '').replace(/(?<!\s)\s*(?:and|&)$/i, '')
  const roles = readRoles(said, NO_ORGANISATION, true, soFar.names)
  for (const { typed } of roles)
    if (!isOfNobody(typed) || mode === 'absent' || mode === 'sent-someone') leaveOut(soFar, typed)
    else if (mode === 'unclear') askHow(soFar, typed)
    else writeNobody(soFar, typed, mode)
}

/** No organisation has this id, and so no seat is of it. */
const NO_ORGANISATION = 0
/** Words that may be a role, and no number of nothing. */
export const isOfNobody = (words: string): boolean =>
  /\p{L}/u.test(words) &&
  !ONE_TO_TWENTY.includes(words.toLowerCase()) &&
  !isNoRole(words.replace(/^\d{1,3} (?=\p{L})/u, ''))

/** Who it is that a word belongs to is not guessed (R2): that it is nobody is offered. */
export const offerNobody = (soFar: SoFar, words: string): void => {
  const insert = `${words} (no organisation)`
  soFar.fixes.push({ typed: words, insert, name: `${words}: for no organisation` })
}
