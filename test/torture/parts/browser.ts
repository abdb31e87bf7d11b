import { Agent, request } from 'node:http'
import { encoded } from './encoded.ts'
import type { Sending } from './forms.ts'

export interface Answered {
  status: number
  to: string
}

/** One browser with as many lines as it likes: it sends forms to a port, and keeps no cookie. */
export const openBrowser = (lines = 64) => {
  const agent = new Agent({ keepAlive: true, maxSockets: lines })
  return {
    /** @param from the address it comes from, as a proxy says it. */
    send: (
      port: number,
      sending: Sending,
      sessions: Record<string, string>,
      from = '192.0.2.1',
    ): Promise<Answered> => {
      const { headers, body } = encoded(sending, sessions)
      return new Promise((resolve, reject) => {
        const sent = request(
          {
            agent,
            port,
            host: '127.0.0.1',
            method: 'POST',
            path: sending.action,
            headers: { ...headers, 'content-length': body.length, 'x-forwarded-for': from },
          },
          (answer) => {
            answer.on('error', reject).resume()
            answer.on('end', () =>
              resolve({ status: answer.statusCode!, to: answer.headers.location ?? '' }),
            )
          },
        )
        sent.on('error', reject)
        sent.end(body)
      })
    },
    close: (): void => agent.destroy(),
  }
}

/** Whether what was sent was acknowledged: whoever is sent to sign in has to send it again. */
export const isTaken = ({ status, to }: Answered, { route }: Sending): boolean =>
  status < 400 && (!to.startsWith('/sign-in') || /^\/(sign-|set-up|invitation)/.test(route))
