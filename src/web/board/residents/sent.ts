import { createHash } from 'node:crypto'
import { MINUTE } from '../../limits.ts'
import type { Left } from '../room.ts'

/** What was typed, without what it is called. */
interface Message {
  text: string
  area: string
  name: string
  reach: string
}

/**
 * The same form by the same caller within ten minutes is one message sent twice: a second tap, a
 * slow line, a page loaded again (R22).
 */
export const keepSent = () => {
  const kept = new Map<string, { reference: string; at: number }>()
  // A way to reach them that was left out at first is not lost: it makes another message.
  const key = ({ caller }: Left, { text, area, name, reach }: Message): string =>
    createHash('sha256')
      .update(JSON.stringify([caller, text, area, name, reach]))
      .digest('base64url')
  const isOld = (left: Left, at: number): boolean => Date.parse(left.at) - at >= 10 * MINUTE
  return {
    find: (left: Left, form: Message): string | undefined => {
      const there = kept.get(key(left, form))
      return there && !isOld(left, there.at) ? there.reference : undefined
    },
    keep: (left: Left, form: Message, reference: string): string => {
      for (const [each, { at }] of kept) if (isOld(left, at)) kept.delete(each)
      kept.set(key(left, form), { reference, at: Date.parse(left.at) })
      return reference
    },
  }
}
