import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Day } from '../../domain/day.ts'
import { lineOf } from '../limits.ts'

/**
 * Who calls, for one day and in memory alone: a mark made with salt that is thrown away at
 * midnight, so that nobody can be found from it.
 */
export const keepCallers = () => {
  let salt = { day: '', bytes: randomBytes(32) }
  const mark = (text: string): string =>
    createHmac('sha256', salt.bytes).update(text).digest('base64url')
  return (request: FastifyRequest, today: Day): { caller: string; line: string } => {
    if (salt.day !== today) salt = { day: today, bytes: randomBytes(32) }
    // People share a line, so the browser tells them apart; a flood names another browser each
    // time, so lines are counted as well.
    return {
      caller: mark(`caller ${request.ip} ${String(request.headers['user-agent'] ?? '')}`),
      line: mark(`line ${lineOf(request.ip)}`),
    }
  }
}
export type CallerOf = ReturnType<typeof keepCallers>
