import { Writable } from 'node:stream'
import { openHouse, type Fields, type House, PEOPLE } from '../house.ts'
import { preparedRecord } from '../doors/doors.ts'
import { openMarkers, type Markers } from './markers.ts'

/** A partnership that a workflow goes through, what it has typed, and what was written in the log. */
export interface World {
  house: House
  markers: Markers
  log: string[]
  /** Pages of the desk that have forms. */
  pages: string[]
  /** Told once, and taken down since: by the marker, and how. */
  gone: Map<string, string>
  /** What an entry says now, by its publication. */
  live: Map<number, string[]>
  ids: ReturnType<typeof preparedRecord>['ids']
  /** By their number: a workflow may change an address, or erase it. */
  idOf: (who: keyof typeof PEOPLE) => number
  /** Sessions end in half an hour: everyone comes in again. */
  signIn: () => void
  /** How many forms were taken. */
  saved: () => number
  /** What their browser holds. */
  sessionOf: (who: Named) => string
  /** What is no text. */
  file: (who: Named, path: string) => Promise<Buffer>
  get: (who: Named, path: string) => Promise<Said>
  post: (who: Named, path: string, fields: Fields) => Promise<Said>
}
export type Named = keyof typeof PEOPLE | null
export interface Said {
  status: number
  body: string
  /** Where it goes on to, and the other headers. */
  goes: string
  headers: string
}

/** One after another, over the record that the doors are tried with: everything is in it once. */
export const openWorld = async (t: {
  teardown: (fn: () => unknown) => unknown
}): Promise<World> => {
  const log: string[] = []
  const logTo = new Writable({
    write: (chunk, _, done) => {
      log.push(String(chunk))
      done()
    },
  })
  const { file, ids } = preparedRecord()
  const house = await openHouse({ t, record: file, logTo })
  const cookies = new Map<Named, string>()
  const people = new Map(
    (Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]).map((name) => [
      name,
      house.person(PEOPLE[name]).id,
    ]),
  )
  const signIn = (): void => {
    for (const [name, id] of people)
      if (house.store.people.find(id)?.endedAt === null)
        cookies.set(name, house.store.signIn.startSession(id, true, house.clock.at()))
  }
  signIn()
  const { ask, saved } = askingIn(house, cookies)
  return {
    house,
    markers: openMarkers(),
    log,
    ids,
    idOf: (name) => people.get(name)!,
    signIn,
    pages: [...(await desksPages(ask))],
    gone: new Map(),
    live: new Map(),
    saved,
    sessionOf: (who) => cookies.get(who)!,
    file: async (who, path) =>
      (await house.app.inject({ url: path, headers: { cookie: `session=${cookies.get(who)}` } }))
        .rawPayload,
    get: (who, path) => ask(who, path),
    post: (who, path, fields) => ask(who, path, fields),
  }
}

/** Asks as someone, from an address of its own each time, so that no limit on tries is in the way. */
const askingIn = (house: House, cookies: Map<Named, string>) => {
  let asked = 1
  let saved = 0
  const ask = async (who: Named, path: string, fields?: Fields) => {
    const remoteAddress = `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked++ & 255}`
    const { statusCode, headers, body } = await house.app.inject({
      method: fields ? 'POST' : 'GET',
      url: path,
      remoteAddress,
      headers: {
        host: '127.0.0.1:3000',
        'sec-fetch-site': 'same-origin',
        ...(who && { cookie: `session=${cookies.get(who)}` }),
        ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(fields && { payload: encode(fields) }),
    })
    if (fields && statusCode === 303 && headers.location !== '/sign-in') saved += 1
    return {
      status: statusCode,
      body,
      goes: String(headers.location ?? ''),
      headers: JSON.stringify(headers),
    }
  }
  return { ask, saved: () => saved }
}

/** Pages of one kind that are opened for their forms. */
const SAME_PAGES = 3
let known: string[] | undefined

/** Pages of the desk, a few of each kind: the record that each workflow begins with is the same. */
const desksPages = async (
  ask: (who: Named, path: string) => Promise<Said>,
): Promise<readonly string[]> => {
  if (known) return known
  const todo = ['/desk']
  const shapes = new Map<string, number>()
  const pages: string[] = []
  for (const path of todo) {
    const shape = path.replace(/[?].*/, '').replace(/\d+/g, 'n')
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
    if (shapes.get(shape)! > SAME_PAGES) continue
    const { body } = await ask('coordinator', path)
    if (/<form\b[^>]*method="post"/.test(body)) pages.push(path)
    for (const [, link] of body.matchAll(/\bhref="(\/desk[^"#]*)/g))
      if (!todo.includes(link!)) todo.push(link!.replaceAll('&amp;', '&'))
  }
  return (known = pages)
}

const encode = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, String(each)]),
    ),
  ).toString()
