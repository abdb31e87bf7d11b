import { gunzipSync } from 'node:zlib'
import type { Test } from 'tap'
import type { Answer, House, Visitor } from '../../support/house.ts'
import { files } from '../../support/sources.ts'
import { STANDINGS } from '../../../src/domain/concerns/standing.ts'
import { choices } from '../../../src/domain/publishing/board-query.ts'

export interface Read {
  address: string
  answer: Answer
  text: string
}

/**
 * All that someone who is not signed in can ask: every public page, each way of asking for it, and
 * every refusal.
 */
export async function everyPublicAnswer(t: Test, house: House): Promise<Read[]> {
  const stranger = house.stranger()
  const reads: Read[] = []
  const keep = (address: string, answer: Answer): Answer => {
    const zipped = answer.headers['content-encoding'] === 'gzip' && answer.rawPayload.length > 0
    reads.push({
      address,
      answer,
      text: zipped ? gunzipSync(answer.rawPayload).toString() : answer.body,
    })
    return answer
  }
  const seen = new Set<string>()
  const todo = [...addresses(house)]
  // Every page in English and in Arabic; of the other languages, which are the same templates, the
  // front page.
  const isOneMore = (address: string): boolean =>
    /^\/(bn|ckb|es|fa|fr|pt|so|sq|ur)\/./.test(address)
  for (const address of todo) {
    if (seen.has(address) || isOneMore(address)) continue
    seen.add(address)
    const answer = keep(`GET ${address}`, await stranger.get(address))
    if (String(answer.headers['content-type'] ?? '').startsWith('text/html')) {
      for (const [, link] of answer.body.matchAll(/\b(?:href|src|action)="(\/[^"]*)"/g))
        todo.push(link!.replaceAll('&amp;', '&').split('#')[0]!)
    }
    if (answer.statusCode !== 200) continue
    const zipped = keep(
      `GET ${address} (compressed)`,
      await stranger.get(address, { headers: { 'accept-encoding': 'gzip' } }),
    )
    keep(`HEAD ${address}`, await stranger.head(address))
    const { etag } = answer.headers
    if (typeof etag !== 'string') continue
    for (const tag of [etag, String(zipped.headers.etag)]) {
      const again = keep(
        `GET ${address} (if changed)`,
        await stranger.get(address, {
          headers: { 'if-none-match': tag, ...(tag !== etag && { 'accept-encoding': 'gzip' }) },
        }),
      )
      if (again.statusCode !== 304 || again.body !== '')
        t.fail(`${address} is sent again to someone who has it: ${again.statusCode}`)
    }
  }
  // A search for what is not told finds as little as a search for what never was.
  const [hit, miss] = [await stranger.get('/?q=zqmarker'), await stranger.get('/?q=zqnothing')]
  // The address of the page stands in it a second time, as a picture for paper.
  const read = (body: string): string => body.replace(/<path d="M4 4h7v1[^"]*"/g, '')
  t.equal(
    read(hit.body.replaceAll('zqmarker', 'zqnothing')),
    read(miss.body),
    'a search finds nothing private',
  )

  await otherRequests(house, stranger, keep)
  t.same(stranger.cookies.size, 0, 'nothing was stored in the browser')
  return reads
}

async function otherRequests(
  house: House,
  stranger: Visitor,
  keep: (address: string, answer: Answer) => Answer,
) {
  for (const route of house.routes) {
    const path = route.url
      .replace(/:slug/g, '2021-q3')
      .replace(/:\w+/g, '1')
      .replace('*', 'missing.css')
    if (route.method === 'GET') keep(`GET ${path}`, await stranger.get(path, { part: true }))
    if (route.method === 'POST' && route.policy !== 'signing-in')
      keep(`POST ${path}`, await stranger.post(path, { text: 'nothing' }))
    if (route.method === 'POST')
      keep(
        `POST ${path} (another site)`,
        await stranger.post(path, {}, { headers: { 'sec-fetch-site': 'cross-site' } }),
      )
  }
  for (const path of ['/', '/sign-in', '/no-such-page', '/entries/2021-q3-1']) {
    keep(`POST ${path} (too long)`, await stranger.post(path, { email: 'a'.repeat(300_000) }))
    keep(
      `POST ${path} (JSON)`,
      await stranger.send({
        method: 'POST',
        url: path,
        payload: '{"a":1}',
        headers: { 'content-type': 'application/json' },
      }),
    )
    keep(
      `POST ${path} (unknown field)`,
      await stranger.post(path, { email: 'not an address', other: 'field' }),
    )
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)
      keep(`${method} ${path}`, await stranger.send({ method, url: path }))
  }
}

/** Every address that the Board, the routes and a curious mind give. */
function addresses(house: House): string[] {
  const board = house.store.published.board()
  const { themes, areas, organisations, quarters } = choices(board)
  const slugs = [...board.entries, ...board.tables, ...board.withdrawn].map((each) => each.slug)
  const filters = filtersOf({ themes, areas, organisations, quarters })
  return [
    ...house.routes
      .filter((route) => route.method === 'GET' && route.policy === 'public')
      .map(({ url }) => url.replace(/^\/:language\([^)]*\)\$\)/, '/ar') || '/ar')
      .flatMap((url) =>
        url.includes(':slug')
          ? [...slugs, 'no-such-slug', '2021-q3-99', '1'].map((slug) => url.replace(':slug', slug))
          : [url],
      ),
    ...filters.map((filter) => `/?${filter}`),
    ...STANDINGS.flatMap((state) => themes.map(({ code }) => `/?theme=${code}&state=${state}`)),
    '/healthz',
    '/sign-in',
    '/sign-in/code',
    '/sign-in?kept=yes',
    '/set-up/no-such-token',
    '/no-such-page',
    '/desk',
    '/desk/no-such-page',
    '/entries',
    '/entries/',
    '/Entries/2021-q3-1',
    '/robots.txt',
    '/.well-known/security.txt',
    '/favicon.ico',
    '/%',
    '/%2e%2e/package.json',
    `/entries/${'a'.repeat(200)}`,
    '/feed.atom',
    '/feed.json',
    '/board.json',
    '/board.csv',
    '/priorities.json',
    '/round-tables.ics',
    '/sitemap.xml',
    '/poster',
    ...files('static/*').map((file) => `/${file}`),
    '/static/',
    '/static/missing.css',
    '/static/../package.json',
    '/static/%2e%2e/package.json',
  ]
}

function filtersOf({
  themes,
  areas,
  organisations,
  quarters,
}: Pick<Choices, 'themes' | 'areas' | 'organisations' | 'quarters'>) {
  const filters = [
    ...themes.map(({ code }) => `theme=${code}`),
    ...areas.map(({ code }) => `area=${code}`),
    ...organisations.map(({ code }) => `by=${code}`),
    ...quarters.map((quarter) => `quarter=${quarter}`),
    ...STANDINGS.map((state) => `state=${state}`),
    'q=police',
    'q=zqmarker',
    'page=2',
    'page=999',
    'page=-1',
    'page=x',
    'quarter=2021-q9',
    'state=named',
    'theme=none',
    'theme=a&theme=b',
    'q=%00',
    'q=%F0%9F%98%80',
    'other=1',
    'depth=named',
  ]
  return filters
}
type Choices = ReturnType<typeof choices>
