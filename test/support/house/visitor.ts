import type { FastifyInstance, InjectOptions } from 'fastify'
import { checkHtml } from '../html.ts'
import type { Answer, Asked, Fields } from '../house.ts'
import { asShown } from './as-shown.ts'

/** Browsers, for people who come to a house. */
export const visitorsOf = (
  app: FastifyInstance,
  host: string,
  refusedHtml: Set<string> | undefined,
) => {
  let visitors = 0
  /** A browser: it keeps cookies, and every page it is given is checked. */
  return (cookies = new Map<string, string>()) => {
    // Each browser has its own address, so that one person's tries do not spend another's.
    const remoteAddress = `10.0.${(visitors >> 8) & 255}.${visitors++ & 255}`
    const send = async (
      request: InjectOptions,
      { part = false, headers = {} }: Asked = {},
    ): Promise<Answer> => {
      const sent = { ...headersOf(host, cookies, part), ...request.headers, ...headers }
      const answer = await app.inject({
        ...request,
        remoteAddress,
        headers: Object.fromEntries(
          Object.entries(sent).filter(([, value]) => value !== undefined),
        ) as Record<string, string>,
      })
      keepCookies(cookies, answer)
      checkAnswer(`${request.method} ${request.url as string}`, answer, refusedHtml)
      return inOneLine(answer)
    }
    return {
      cookies,
      get: (path: string, asked?: Asked) => send({ method: 'GET', url: path }, asked),
      head: (path: string, asked?: Asked) => send({ method: 'HEAD', url: path }, asked),
      post: (path: string, fields: Fields = {}, asked?: Asked) =>
        send(
          {
            method: 'POST',
            url: path,
            payload: encode(fields),
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          },
          asked,
        ),
      /** Anything a browser would not send by itself. */
      send,
    }
  }
}

const headersOf = (host: string, cookies: Map<string, string>, part: boolean) => ({
  host,
  ...(cookies.size && {
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  }),
  'sec-fetch-site': 'same-origin',
  ...(part && { 'hx-request': 'true', 'hx-request-type': 'partial' }),
})

const keepCookies = (cookies: Map<string, string>, answer: Answer): void => {
  for (const { name, value, maxAge, expires } of answer.cookies) {
    if (maxAge === 0 || value === '' || (expires && expires.getTime() < Date.now()))
      cookies.delete(name)
    else cookies.set(name, value)
  }
}

/** A form as a browser sends it. */
const encode = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, String(each)]),
    ),
  ).toString()

/** html-validate finds nothing in any page or part that a test is given. */
const checkAnswer = (asked: string, answer: Answer, refused: Set<string> | undefined): void => {
  if (
    !String(answer.headers['content-type'] ?? '').startsWith('text/html') ||
    answer.headers['content-encoding'] !== undefined ||
    // A letter is written for mail programs, and stands in a frame that may do nothing.
    String(answer.headers['content-security-policy'] ?? '').includes('sandbox') ||
    answer.body === ''
  )
    return
  const wrong = checkHtml(answer.body)
  if (refused) for (const each of wrong) refused.add(each.trim())
  else if (wrong.length > 0)
    throw new Error(
      `${asked} answered ${answer.statusCode} with HTML that html-validate refuses:\n${wrong.join('\n')}`,
    )
}

/** How a template is laid out is nothing that a browser shows, and so nothing that a test asks for. */
const inOneLine = (answer: Answer): Answer =>
  String(answer.headers['content-type'] ?? '').startsWith('text/html')
    ? Object.defineProperty(answer, 'body', { value: asShown(answer.body) })
    : answer
