import Database from 'better-sqlite3'
import { files } from '../sources.ts'
import { PRIVATE, TOLD } from './markers.ts'
import type { Said, World } from './world.ts'

/** How many of what was told is read somewhere: a workflow that tells nothing proves little. */
export interface Reading {
  wrong: string[]
  answers: number
  told: number
}

/** Reads all that a stranger can, and says what should not stand there. */
export const readInPublic = async (world: World): Promise<Reading> => {
  const { house } = world
  const wrong: string[] = []
  const seen = new Set<string>()
  const allowed = toldNow(world)
  const names = namesOf(world)
  let answers = 0
  const look = (at: string, text: string): void => {
    for (const [found] of text.matchAll(PRIVATE))
      wrong.push(`${at} says ${found}, typed for no reader`)
    for (const [found] of text.matchAll(TOLD)) {
      seen.add(found)
      const why = world.gone.get(found) ?? (allowed.has(found) ? undefined : 'it is not told now')
      if (why) wrong.push(`${at} says ${found}, though ${why}`)
    }
    for (const name of names) if (text.includes(name)) wrong.push(`${at} names ${name}`)
  }
  const keep = (at: string, { body, headers }: Said): void => {
    answers += 1
    look(at, body + headers)
  }
  for (const path of addresses(world)) keep(path, await world.get(null, path))
  for (const path of ['/tell-us', '/follow', '/desk/concerns', '/entries/2021-q3-1', '/no-page'])
    keep(`POST ${path}`, await world.post(null, path, { other: 'field' }))
  const [hidden, none] = ['zqxhiddenaz', 'zqxnothinga']
  const found = await world.get(null, `/?q=${hidden}`)
  const nothing = await world.get(null, `/?q=${none}`)
  // The address of the page stands in it a second time, as a picture for paper.
  const plain = (body: string): string => body.replace(/<path d="M4 4h7v1[^"]*"/g, '')
  if (plain(found.body.replaceAll(hidden, none)) !== plain(nothing.body))
    wrong.push('a search finds what is not told')
  look('the Board', JSON.stringify(house.store.published.board()))
  const log = world.log.join('')
  if (/zq(xhidden|ptold)/i.test(log))
    wrong.push(`the log says ${log.match(/.{60}zq(xhidden|ptold).{20}/i)?.[0]}`)
  return { wrong: [...new Set(wrong)], answers, told: seen.size }
}

/** What stands in the newest copy of something that was not withdrawn, and was typed for it. */
const toldNow = ({ house }: World): Set<string> => {
  const db = new Database(house.file, { readonly: true })
  try {
    const rows = db
      .prepare(
        'select c.words || c.change_words from copies c where not exists (select 1 from copies n where n.kind = c.kind and n.slug = c.slug and n.version > c.version) and not exists (select 1 from withdrawals w where w.kind = c.kind and w.slug = c.slug)',
      )
      .pluck()
      .all() as string[]
    return new Set(
      rows.flatMap((words) => [...String(words).matchAll(TOLD)].map(([found]) => found)),
    )
  } finally {
    db.close()
  }
}

/** R14: names of people, now and before. One word alone may be a word like any other. */
const namesOf = ({ house: { store } }: World): string[] =>
  [...store.people.list().map((each) => each.name), ...store.people.formerNames()].filter(
    (name) => name.includes(' ') && name !== 'Name erased',
  )

const addresses = ({ house }: World): string[] => {
  const board = house.store.published.board()
  const slugs = [...board.entries, ...board.withdrawn].map((each) => each.slug)
  const routes = house.routes
    .filter((route) => route.method === 'GET' && route.policy === 'public')
    .map(({ url }) => url.replace(/^\/:language\([^)]*\)\$\)/, '/ar') || '/ar')
    .filter((url) => !url.startsWith('/static'))
  const kinds: [string, readonly { slug: string }[]][] = [
    ['events', board.events],
    ['leaflets', board.leaflets],
    ['programmes', board.programmes],
  ]
  return [
    ...routes.filter((url) => !url.includes(':')),
    ...slugs.flatMap((slug) => [`/entries/${slug}`, `/ar/entries/${slug}`]),
    ...board.tables.map(({ slug }) => `/round-tables/${slug}`),
    ...slugs.slice(0, 3).map((slug) => `/embed?entry=${slug}`),
    ...kinds.flatMap(([path, all]) => all.map(({ slug }) => `/${path}/${slug}`)),
    ...['done', 'standing', 'under-way', 'could-not', 'unanswered'].map(
      (each) => `/?state=${each}`,
    ),
    '/?q=residents',
    '/?q=worries',
    '/?page=999',
    '/?state=named',
    '/?quarter=2022-q1',
    '/poster?quarter=2022-q1',
    '/tell-us/what-became-of-it',
    '/sign-in',
    '/sign-in/code',
    '/set-up/none',
    '/invitation/none',
    '/report/none',
    '/answer/none',
    '/calendar/none.ics',
    '/desk',
    '/desk/concerns/1',
    '/no-such-page',
    '/entries/none',
    '/entries/2021-q3-99',
    '/%',
    '/healthz',
    ...files('static/*.webmanifest').map((file) => `/${file}`),
  ]
}
