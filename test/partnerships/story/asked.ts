import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'

interface Asked {
  form?: Record<string, string>
  cookie?: string
  browser?: number
}

/** A page of one of them, or where no host is named, of whoever listens there. */
export const pageAt = async (
  url: string,
  host: string,
  path: string,
  { form, cookie = '', browser = 0 }: Asked = {},
): Promise<{ status: number; body: string }> => {
  const asking = request(url + path, {
    method: form ? 'POST' : 'GET',
    agent: false,
    headers: {
      ...(host && { host }),
      cookie,
      'user-agent': `browser ${browser}`,
      'sec-fetch-site': 'same-origin',
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
  }).end(form && new URLSearchParams(form).toString())
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  return { status: answer.statusCode!, body: Buffer.concat(await answer.toArray()).toString() }
}

export const statusAt = async (url: string, host: string, path: string): Promise<number> =>
  (await pageAt(url, host, path)).status
