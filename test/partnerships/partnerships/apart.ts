import t from 'tap'
import { PEOPLE } from '../../support/house.ts'
import { markAll } from './marked.ts'
import { folderOf, NORTH, openMany, type Said, sessionAt, SOUTH, type Many } from './set-up.ts'

const WORDS: Record<string, string> = { [NORTH]: 'zqnorth', [SOUTH]: 'zqsouth' }
const OTHER: Record<string, string> = { [NORTH]: SOUTH, [SOUTH]: NORTH }
/** As many pages as are read of each by each; what is not read is said. */
const MOST_PAGES = 30

const folder = folderOf([NORTH, SOUTH])
for (const host of [NORTH, SOUTH])
  t.ok(markAll(`${folder}/${host}`, WORDS[host]!).length > 40, `${host} is marked`)

t.test(
  'R10: nothing of one partnership is read at another, by residents or by staff',
  async (t) => {
    const many = await openMany(t, { folder })
    for (const who of ['a resident', 'a coordinator'] as const) {
      const sessions = Object.fromEntries(
        [NORTH, SOUTH].map((host) => [
          host,
          who === 'a resident' ? {} : sessionAt(many, host, PEOPLE.coordinator),
        ]),
      )
      const begins =
        who === 'a resident' ? ['/', '/feed.atom', '/board.json', '/sitemap.xml'] : ['/desk']
      const seen = new Set<string>()
      const queue = [...begins]
      const own = { [NORTH]: 0, [SOUTH]: 0 } as Record<string, number>
      const strange: string[] = []
      while (queue.length > 0 && seen.size < MOST_PAGES) {
        const path = queue.shift()!
        if (seen.has(path)) continue
        seen.add(path)
        // One after the other, and then again: what the first left in memory is there for the second.
        for (const host of [NORTH, SOUTH, NORTH]) {
          const said = await many.ask(host, path, { headers: sessions[host]! })
          const all = wholeOf(said)
          if (all.includes(WORDS[OTHER[host]!]!)) strange.push(`${path} at ${host}`)
          if (all.includes(WORDS[host]!)) own[host]! += 1
          queue.push(...linksIn(said))
        }
      }
      t.same(strange, [], `${who} finds no word of the other`)
      for (const host of [NORTH, SOUTH])
        t.ok(
          own[host]! > seen.size * 0.8,
          `${who} finds ${own[host]} answers with its own at ${host}`,
        )
    }
  },
)

t.test('a picture that is drawn for one is not shown for the other', async (t) => {
  const many = await openMany(t, { folder })
  const entry = /href="(\/entries\/[\w-]+)"/.exec((await many.ask(NORTH, '/')).body.toString())![1]!
  const [north, south] = await Promise.all(
    [NORTH, SOUTH].map(async (host) => many.ask(host, `${entry}/picture.png`)),
  )
  t.same([north!.status, south!.status], [200, 200])
  t.notOk(north!.body.equals(south!.body))
})

t.test(
  'who sits at two tables sees what is theirs at both, and neither knows of the other',
  async (t) => {
    const many = await openMany(t, { folder })
    const paths = await Promise.all(
      [NORTH, SOUTH].map(async (host) => {
        const headers = sessionAt(many, host, PEOPLE.sergeant)
        const said = await many.ask(host, '/desk/me/calendar', { headers, form: { since: '' } })
        return /\/calendar\/[\w-]+\.ics/.exec(said.body.toString())![0]
      }),
    )
    const read = async (host: string, path: string): Promise<string> => {
      const { status, body } = await many.ask(host, path)
      return status === 200 ? body.toString().replace(/\r\n[ \t]/g, '') : String(status)
    }
    const [north, south] = [await read(NORTH, paths[0]!), await read(SOUTH, paths[1]!)]
    for (const [host, calendar] of [
      [NORTH, north],
      [SOUTH, south],
    ] as const) {
      t.match(calendar, /\nUID:action-\d+/, `what is due at ${host}`)
      t.notMatch(calendar, OTHER[host]!, 'and no word of the other')
      t.equal(new Set(calendar.match(/(?<=\nUID:.*@)\S+/g)).size, 1, 'a phone keeps each apart')
    }
    t.same([await read(SOUTH, paths[0]!), await read(NORTH, paths[1]!)], ['404', '404'])
  },
)

t.test('R25: who is signed in at one is nobody at the other', async (t) => {
  const many = await openMany(t, { folder })
  const north = sessionAt(many, NORTH, PEOPLE.coordinator)
  t.equal((await many.ask(NORTH, '/desk', { headers: north })).status, 200)
  const south = await many.ask(SOUTH, '/desk', { headers: north })
  t.same([south.status, south.headers.location], [303, '/sign-in'])
  const sent = await many.ask(SOUTH, '/desk/concerns', { headers: north, form: { text: 'Dogs' } })
  t.same([sent.status, sent.headers.location], [303, '/sign-in'])
  for (const cookie of cookiesOf(await codeFor(many, NORTH, PEOPLE.officer)))
    t.notMatch(cookie, /domain=/i, 'a cookie is for its host alone')
})

t.test('R25: tries at one are not counted at the other', async (t) => {
  const many = await openMany(t, { folder })
  const tries = async (host: string): Promise<number> => {
    for (let i = 1; i < 60; i += 1)
      if ((await codeFor(many, host, `nobody${i}@nowhere.example`)).status === 429) return i
    return Infinity
  }
  const before = await tries(NORTH)
  t.ok(before < 60, `too many at north after ${before}`)
  t.equal((await codeFor(many, NORTH, PEOPLE.officer)).status, 429)
  t.equal((await codeFor(many, SOUTH, PEOPLE.officer)).status, 303, 'south lets them try')
})

const codeFor = (many: Many, host: string, email: string): Promise<Said> =>
  many.ask(host, '/sign-in', { form: { email } })

const cookiesOf = ({ headers }: Said): string[] => headers['set-cookie'] ?? []

const wholeOf = ({ headers, body }: Said): string =>
  `${JSON.stringify(headers)}\n${body.toString()}`

/** Where a page leads to, on this site and without changing anything. */
const linksIn = ({ headers, body }: Said): string[] =>
  String(headers['content-type']).startsWith('text/html')
    ? [...body.toString().matchAll(/(?:href|src)="(\/(?!static)[^"#]*)/g)].map(([, path]) =>
        path!.replaceAll('&amp;', '&'),
      )
    : []
