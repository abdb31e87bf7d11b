import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { inPlainDigits } from '../../../domain/folded.ts'
import { keepSome, MINUTE } from '../../limits.ts'

/** As long as someone may take to send their words again. */
const ASKED_FOR_MS = 60 * MINUTE
const MOST_SPENT = 10_000

/** A sum that anyone can do and a flood has to: two numbers, and a mark that they were asked here. */
export interface SmallSum {
  a: number
  b: number
  mark: string
}

/**
 * Asks for a small sum where very many messages come in, so that a flood does not close the form to
 * everybody else. Nothing is kept of who was asked; each sum opens once.
 */
export const keepSums = () => {
  const secret = randomBytes(32)
  const spent = keepSome<true>(MOST_SPENT)
  const sealOf = (words: string): string =>
    createHmac('sha256', secret).update(words).digest('base64url')
  return {
    ask: (at: string): SmallSum => {
      const [a, b] = [randomInt(1, 10), randomInt(1, 10)]
      const words = [a, b, Date.parse(at), randomBytes(9).toString('base64url')].join('.')
      return { a, b, mark: `${words}.${sealOf(words)}` }
    },
    /** True where it was asked here within the hour, was not spent, and is right. It is spent then. */
    isDone: (mark: string, answer: string, at: string): boolean => {
      const [words = '', seal = ''] = mark.split(/\.(?=[^.]*$)/)
      const [a, b, askedAt] = words.split('.').map(Number)
      const isRight =
        isSame(seal, sealOf(words)) &&
        Date.parse(at) - askedAt! < ASKED_FOR_MS &&
        inPlainDigits(answer).trim() === String(a! + b!) &&
        !spent.get(words)
      if (isRight) spent.set(words, true)
      return isRight
    },
  }
}
export type Sums = ReturnType<typeof keepSums>

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
