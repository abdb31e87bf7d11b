import type { Day } from '../day.ts'

/**
 * The head of the chain as it stood on a day. Whoever keeps it can have it checked later whether
 * anything that was written down before was rewritten.
 */
export interface Seal {
  /** 64 hexadecimal digits. */
  head: string
  on: Day
}

const SHORT = 20
/** With fewer digits a seal could be met by chance, or be searched for. */
const LEAST = 16
const GROUPS = /.{4}/g

/** As people copy it from paper: `4F2A-91C0-77DE-03B5-A1C2`. */
export const shortSeal = (head: string): string =>
  head.slice(0, SHORT).toUpperCase().match(GROUPS)!.join('-')

/**
 * What somebody typed as a seal, whole or short, as the digits that a head begins with. There is no
 * O, I or L in one, so that those who read one are understood.
 * @returns nothing where it is no seal.
 */
export const readSeal = (typed: string): string | undefined => {
  const digits = typed
    .toLowerCase()
    .replace(/[\s.:-]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
  return digits.length >= LEAST && /^[0-9a-f]{1,64}$/.test(digits) ? digits : undefined
}
