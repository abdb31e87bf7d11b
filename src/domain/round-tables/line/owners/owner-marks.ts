import { isWholeName, type Found, type Named, type NamedSeat, type Names } from '../mentions.ts'
import { ownerAt } from '../name-at.ts'

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
const JOINED = /^(?:\s*([/+&])\s*[@+]?|[@+]|(\s*,\s*|,?\s+(?:and|with)\s+)[@+]?)(?=[\p{L}\p{N}])/iu
/** What stands behind a name without a sign that is joined by a word: else it begins more words. */
const ENDS = /^\s*(?:$|[,;:.)@+]|(?:and|by|before|in|due|until)(?!\p{L}))/iu

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
      const join = text.slice(joined.at, joined.end - joined.typed.length)
      marks.push({ sign: /[@+]/.exec(join)?.[0] ?? '', ...joined })
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
  const isByWord = join[2] !== undefined && !isSigned
  if (isByWord && !ENDS.test(text.slice(next.end, next.end + 30))) return undefined
  if (isByWord && 'none' in next.found) return undefined
  const bare = next.typed.replace(/^the\s+/i, '')
  if (isSigned || isWholeName(bare, names)) return { at, ...next }
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
