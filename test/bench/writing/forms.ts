import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'

/** Where forms are sent, and as whom. */
export interface Desk {
  url: string
  session: string
  actionIds: number[]
}

const agent = new Agent({ keepAlive: true })
let sent = 0

interface Answered {
  /** Milliseconds until all of the answer was there. */
  ms: number
  body: string
}

/** Sends a form as a browser does. */
const post = async (
  { url, session }: Desk,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answered> => {
  const began = performance.now()
  const asked = request(`${url}${path}`, {
    agent,
    method: 'POST',
    headers: {
      cookie: `session=${session}`,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
  }).end(new URLSearchParams(fields).toString())
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const body = Buffer.concat(await answer.toArray()).toString()
  if (![200, 303].includes(answer.statusCode!))
    throw new Error(`${path} answered ${answer.statusCode}`)
  return { ms: performance.now() - began, body }
}

/**
 * How it goes with an action, each time with the one after.
 * @returns milliseconds.
 */
export const sendUpdate = async (desk: Desk): Promise<number> => {
  const id = desk.actionIds[(sent += 1) % desk.actionIds.length]
  const { ms } = await post(desk, `/desk/actions/${id}/updates`, {
    status: 'under-way',
    text: `Said for the ${sent}. time, in about as many words as somebody types on a phone`,
    on: '',
  })
  return ms
}

/** A concern, an action, a note and an update of what an earlier table agreed. */
const spoken = [
  (words: string) => `c ${words} #stop`,
  (words: string) => `a ${words} @mps +wcc by Sept`,
  (words: string) => `n ${words}`,
  (words: string) => `u 1.3 ${words}`,
]

/**
 * Lines of the round table, as its box sends them: a part of the page comes back, with what was
 * written since the one before.
 */
export const lineSender = (desk: Desk): (() => Promise<number>) => {
  let lines = 0
  let seen = 0
  return async () => {
    const { ms, body } = await post(
      desk,
      '/desk/round-tables/2022-q1/lines',
      {
        text: spoken[(lines += 1) % spoken.length]!(`Line ${lines}, as it is spoken in the room`),
        key: randomUUID(),
        last: '',
        seen: String(seen),
        step: 'save',
      },
      { 'hx-request': 'true', 'hx-request-type': 'partial' },
    )
    seen = Math.max(seen, Number(/data-seen="(\d+)"/.exec(body)![1]))
    return ms
  }
}
