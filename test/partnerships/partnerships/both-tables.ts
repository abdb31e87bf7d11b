import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { PEOPLE } from '../../support/house.ts'
import { folderOf, NORTH, namesIn, openMany, type Many, sessionAt, SOUTH, until } from './set-up.ts'

const PAGE = '/desk/me/tables'
const WORDS = 'Walk the stairs at dusk'

/** Somebody's browser at one of the tables; they sign in again whenever their session ran out. */
const browserAt = (many: Many, host: string, email: string) => {
  const kept = new Map<string, string>()
  return async (path: string, form?: Record<string, string>): Promise<string> => {
    const session = sessionAt(many, host, email).cookie!
    const cookie = [session, ...[...kept].map((each) => each.join('='))].join('; ')
    const said = await many.ask(host, path, { headers: { cookie }, ...(form && { form }) })
    for (const each of said.headers['set-cookie'] ?? []) {
      const [name, value] = each.split(';')[0]!.split('=') as [string, string]
      kept.set(name, value)
    }
    if (said.status >= 400) throw new Error(`${path}: ${said.status}`)
    return said.body.toString()
  }
}

/** Lines that the coordinator types at a table while people talk. */
const minute = async (
  write: ReturnType<typeof browserAt>,
  slug: string,
  lines: readonly string[],
): Promise<void> => {
  for (const [i, text] of lines.entries())
    await write(`/desk/round-tables/${slug}/lines`, { text, key: `line-of-${slug}-${i}` })
  await write(`/desk/round-tables/${slug}/finishing`, {})
}

/** The link of a letter behind which the sergeant answers for it, once the clock has sent one more. */
const letterOf = async (many: Many, before = ''): Promise<string> => {
  const place = join(many.at(SOUTH), 'outbox')
  let found = before
  await until(async () => {
    many.pass({ hours: 1 })
    await many.look()
    const letters = namesIn(place)
      .map((name) => readFileSync(join(place, name), 'latin1').replaceAll('=\r\n', ''))
      .filter((letter) => letter.includes(PEOPLE.sergeant) && letter.includes(WORDS))
    const links = letters.flatMap((letter) => letter.match(/\/report\/[\w-]{20,}/g) ?? [])
    for (const link of new Set(links)) {
      const { status, body } = await many.ask(SOUTH, link)
      if (status === 200 && link !== before && body.toString().includes(WORDS)) found = link
    }
    return found !== before
  })
  return found
}

const ofIt = (page: string): string =>
  page
    .split('id="others-title"')[1]!
    .split('<li>')
    .find((each) => each.includes(WORDS))
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ') ?? 'nothing of it'

t.test(
  'R3, R5, R8, R21: through three round tables the sergeant sees at the one what the other agreed, and answers from a phone',
  async (t: Test) => {
    const many = await openMany(t, { folder: folderOf([NORTH, SOUTH]) })
    const write = browserAt(many, SOUTH, PEOPLE.coordinator)
    const south = browserAt(many, SOUTH, PEOPLE.sergeant)
    const north = browserAt(many, NORTH, PEOPLE.sergeant)
    const made = await south(`${PAGE}/keys`, { after: '' })
    const key = /id="to-copy"[^>]*>\s*([^<\s]+)</.exec(made)![1]!
    await north(`${PAGE}/bringing`, { key })
    const seen = async (): Promise<string> => ofIt(await north('/desk/mine'))
    t.equal(await seen(), 'nothing of it')

    await minute(write, '2022-q1', ['h @mosaic @mps @wcc', `a ${WORDS} @mps, by 30 April 2022`])
    t.match(await seen(), 'By 30 April 2022')
    const link = await letterOf(many)
    t.match((await many.ask(SOUTH, link)).body.toString(), WORDS)
    const sent = await many.ask(SOUTH, link, {
      form: { status: 'under-way', text: 'Two walks so far' },
    })
    t.ok(sent.status < 400, String(sent.status))
    t.match(await seen(), 'Under way')

    many.pass({ hours: 24 * 100 })
    t.match(await seen(), /Late: it was due 30 April 2022.*Quiet for/)
    const number = /\d+\.\d+/.exec(await seen())![0]
    await write('/desk/round-tables/2022-q2/opening', {})
    await minute(write, '2022-q2', ['h @mosaic @mps @wcc', `u ${number} by 31 August 2022`])
    t.match(await seen(), 'By 31 August 2022, moved once')

    many.pass({ hours: 24 * 80 })
    await write('/desk/round-tables', { heldOn: '2022-07-28', expectedIds: '1' })
    await write('/desk/round-tables/2022-q3/opening', {})
    const phone = await letterOf(many, link)
    const done = { status: 'done', text: 'Walked each week, the lamps are lit' }
    t.ok((await many.ask(SOUTH, phone, { form: done })).status < 400)
    t.equal(await seen(), 'nothing of it', 'it waits for the table alone')
    await minute(write, '2022-q3', ['h @mosaic @mps @wcc', `u ${number} closed`])
    t.match(await write('/desk/round-tables/2022-q3/minutes'), 'Agreed closed')
    t.equal(await seen(), 'nothing of it')
  },
)
