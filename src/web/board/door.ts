import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Board } from '../../domain/board.ts'
import { dayOf, type Day } from '../../domain/day.ts'
import { speak, type Language, type Voice } from '../languages.ts'
import { keepPages, makePage, sendPage, type Page } from '../pages.ts'
import { linksOf, type Links } from '../to.ts'
import { view, type BoardFrame, type Drawn } from '../views.ts'
import { keepSearch, type Found } from './search.ts'

/** What a public page is a function of: never the store (R10). */
export interface Reader {
  board: Board; today: Day; params: Record<string, string>; query: Record<string, unknown>; languages: readonly Language[]; t: Voice; to: Links
  /** The slugs that hold what is asked for; null where nothing is. */
  find: (q: string | undefined) => Found | null
  /** The frame of a page that is there; `data` is for programs that read it. */
  frame: (title: string, active: string, more?: Pick<BoardFrame, 'description' | 'data' | 'asked'>) => BoardFrame
}
export interface PublicPage extends Drawn { status?: number }
/** A file for programs: the same copies as the pages. */
export interface PublicFile { type: string; body: string; status?: number; name?: string }
export interface BoardDoor {
  /** A page in every language: English at the root, the others under `/{language}/`. */
  page: (path: `/${string}`, draw: (reader: Reader) => PublicPage) => void
  file: (path: `/${string}`, draw: (reader: Reader) => PublicFile) => void
  /** ... and one that is about the whole site, in no language. */
  siteFile: (path: `/${string}`, draw: (reader: Reader) => PublicFile) => void
}

/** The residents' door: no cookie, no script, no sign-in, and nothing to read but the Board. */
export const boardDoor = (app: FastifyInstance, { board, now, languages, publicUrl, rooms }: { board: () => Board; now: () => Date; languages: readonly Language[]; publicUrl: string; rooms: ((room: BoardDoor) => void)[] }) => {
  const kept = keepPages()
  const search = keepSearch()
  const voices = keepVoices(languages)
  const others = languages.slice(1).map((each) => each.code)
  const inOthers = `/:language(^(?:${others.join('|')})$)`

  const readerOf = (request: FastifyRequest): Reader => {
    const current = board()
    const { language: code = 'en', ...params } = request.params as Record<string, string>
    const [path, asked] = cut(request.url)
    const t = voices(current, code)
    return {
      board: current, today: londonDay(now()), params, query: onlyStrings(request), languages, t, find: (q) => search(current, q),
      to: linksOf(code, code === 'en' ? path : path.slice(code.length + 1) || '/', asked, publicUrl),
      frame: (title, active, more = {}) => ({ title, active, partnership: current.partnership, found: true, ...more })
    }
  }
  const drawPage = async (reader: Reader, { name, data, status }: PublicPage): Promise<Page> =>
    makePage(await app.view(name, { ...data, t: reader.t, to: reader.to, languages }), status ?? 200)
  const serve = (path: string, make: (reader: Reader) => Page | Promise<Page>): void => {
    app.get(path, { config: { policy: 'public' } }, async (request, reply) => {
      const there = kept.find(`${board().version} ${londonDay(now())}`, request.url)
      if (there) return sendPage(request, reply, there)
      const page = await make(readerOf(request))
      return sendPage(request, reply, page.status === 404 ? page : kept.keep(request.url, page))
    })
  }
  const inEach = (path: string, make: (reader: Reader) => Page | Promise<Page>): void => {
    serve(path, make)
    if (others.length > 0) serve(path === '/' ? inOthers : inOthers + path, make)
  }
  const fileOf = ({ type, body, status, name }: PublicFile): Page => makePage(body, status ?? 200, type, name)
  const room: BoardDoor = {
    page: (path, draw) => inEach(path, (reader) => drawPage(reader, draw(reader))),
    file: (path, draw) => inEach(path, (reader) => fileOf(draw(reader))),
    siteFile: (path, draw) => serve(path, (reader) => fileOf(draw(reader)))
  }
  for (const open of rooms) open(room)

  return {
    /** An address that is not on the board, as residents see it, in the language of the address. */
    missing: async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const code = request.url.split(/[/?]/)[1] ?? ''
      const reader = readerOf(Object.assign(Object.create(request) as FastifyRequest, { params: others.includes(code) ? { language: code } : {} }))
      return sendPage(request, reply, await drawPage(reader, missingPage(reader)))
    }
  }
}

/** An address that is not on the board, as residents see it. */
export const missingPage = (reader: Reader): PublicPage =>
  ({ ...view('board/pages/missing', { frame: { ...reader.frame(reader.t.text('missing.title'), ''), found: false } }), status: 404 })

/** A voice for each language, made once for each Board. */
const keepVoices = (languages: readonly Language[]) => {
  let made: { board: Board; voices: Map<string, Voice> } | undefined
  return (board: Board, code: string): Voice => {
    if (made?.board !== board) made = { board, voices: new Map() }
    const there = made.voices.get(code)
    if (there) return there
    const voice = speak(languages.find((each) => each.code === code)!, languages[0]!, board.tongues.get(code))
    made.voices.set(code, voice)
    return voice
  }
}

const cut = (url: string): [path: string, search: string] => {
  const at = url.indexOf('?')
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at)]
}

/** A repeated parameter counts once. */
const onlyStrings = (request: FastifyRequest): Record<string, unknown> =>
  Object.fromEntries(Object.entries(request.query as Record<string, unknown>).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]))

/** The London day, worked out once a second: it stands in the key of every kept page. */
let clock = { second: 0, day: '' }
const londonDay = (instant: Date): Day => {
  const second = Math.floor(instant.getTime() / 1000)
  if (second !== clock.second) clock = { second, day: dayOf(instant) }
  return clock.day
}
