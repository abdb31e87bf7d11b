import { quotesOf } from '../../domain/publishing/related.ts'
import type { BoardQuery } from '../../domain/publishing/board-query.ts'
import type { PageKind } from '../../domain/publishing/kinds/kinds.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Board, type Withdrawn } from '../../domain/publishing/board.ts'
import { dayOf, type Day } from '../../domain/day.ts'
import { speak, type Language, type Voice } from '../words/languages.ts'
import { keepLimits } from '../limits.ts'
import {
  keepPages,
  makePage,
  PUBLIC_CSP,
  SAFE_HEADERS,
  sendDownload,
  sendPage,
  type Page,
} from '../page-cache.ts'
import { linksOf, type Links } from '../to.ts'
import { view, type BoardFrame } from '../views/board.ts'
import type { Drawn } from '../views/view.ts'
import { keepCallers } from './residents/callers.ts'
import type { Inbox } from './residents/inbox.ts'
import { keepChoices, keepLists, type List } from './publishing/lists.ts'
import { keepSearch } from './publishing/search.ts'

/** What a public page is a function of: never the store (R10). */
export interface Reader {
  board: Board
  today: Day
  params: Record<string, string>
  query: Record<string, unknown>
  languages: readonly Language[]
  t: Voice
  to: Links
  /** What a query comes to, and what there is to choose from. */
  list: (asked: BoardQuery) => List
  choices: () => ReturnType<ReturnType<typeof keepChoices>>
  /** The frame of a page that is there; `data` is for programs that read it. */
  frame: (
    title: string,
    active: string,
    more?: Pick<BoardFrame, 'description' | 'data' | 'asked'>,
  ) => BoardFrame
}
export interface PublicPage extends Drawn {
  status?: number
}
/** A file for programs: the same copies as the pages. */
export interface PublicFile {
  type: string
  body: string
  status?: number
  name?: string
}
/**
 * What someone left, and the narrow box it goes into. `caller` tells one caller from another for a
 * day, and `line` one line they come in on, whatever the browser says of itself; neither can be
 * turned back into an address.
 */
export interface Left {
  body: unknown
  at: string
  caller: string
  line: string
  inbox: Inbox
  isTooMuch: (name: string, key: string | null, most: number, perMs: number) => boolean
  postLetters: () => void
}
/** The file of a copy that is public now, by its fingerprint. */
export type FileOf = (kind: PageKind, slug: string, hash: string) => Buffer | undefined
/**
 * A file that someone made and someone else approved: kept by the browser, and never opened here.
 */
export interface Download {
  type: string
  bytes: Buffer
  tag: string
  name: string
}
export interface BoardDoor {
  /** A page in every language: English at the root, the others under `/{language}/`. */
  page: (path: `/${string}`, draw: (reader: Reader) => PublicPage) => void
  file: (path: `/${string}`, draw: (reader: Reader) => PublicFile) => void
  /** A file to keep, or the page that says why it is not there. */
  download: (
    path: `/${string}`,
    find: (reader: Reader, fileOf: FileOf) => Download | PublicPage,
  ) => void
  /** A page whose address is one person's: it is kept nowhere. */
  alone: (path: `/${string}`, draw: (reader: Reader) => PublicPage) => void
  /** What someone leaves here. It answers with a page that is kept nowhere, or sends them on. */
  leave: (
    path: `/${string}`,
    take: (reader: Reader, left: Left) => PublicPage | { to: string },
    options?: { fromAnywhere: true },
  ) => void
  /** ... and one that is about the whole site, in no language. */
  siteFile: (path: `/${string}`, draw: (reader: Reader) => PublicFile) => void
}

const MORE = ['events', 'leaflets', 'programmes'] as const
const SENT_ON = {
  ...SAFE_HEADERS,
  'content-security-policy': PUBLIC_CSP,
  'cache-control': 'no-store',
}

interface Parts {
  board: () => Board
  fileOf: FileOf
  inbox: Inbox
  now: () => Date
  languages: readonly Language[]
  publicUrl: string
  postLetters: () => void
  rooms: ((room: BoardDoor) => void)[]
}

/** The residents' door: no cookie, no script, no sign-in, and nothing to read but the Board. */
export const boardDoor = (
  app: FastifyInstance,
  { board, fileOf, inbox, now, languages, publicUrl, postLetters, rooms }: Parts,
) => {
  const kept = keepPages()
  const lists = keepLists(keepSearch())
  const offered = keepChoices()
  const voices = keepVoices(languages)
  const others = languages.slice(1).map((each) => each.code)
  const inOthers = `/:language(^(?:${others.join('|')})$)`

  const readerOf = (request: FastifyRequest): Reader => {
    const current = board()
    const { language: code = 'en', ...params } = request.params as Record<string, string>
    const [whole, asked] = cut(request.url)
    const path = whole.replace(/\/+$/, '') || '/'
    const today = londonDay(now())
    const t = voices(current, code)
    return {
      board: current,
      today,
      params,
      query: onlyStrings(request),
      languages,
      t,
      list: (asked) => lists(current, today, asked),
      choices: () => offered(current),
      // However the language was written in the address (`/%61r/`), what comes after it is the
      // page.
      to: linksOf(
        code,
        code === 'en' ? path : path.replace(/^\/[^/]*/, '') || '/',
        asked,
        publicUrl,
      ),
      frame: (title, active, more = {}) => ({
        title,
        active,
        partnership: current.partnership,
        found: true,
        more: MORE.filter((each) => current[each].length > 0),
        ...more,
      }),
    }
  }
  const draw = async (reader: Reader, { name, data }: PublicPage): Promise<string> =>
    app.view(name, {
      ...data,
      t: reader.t,
      to: reader.to,
      languages,
      quotesOf: (slug: string) => quotesOf(reader.board, slug, reader.today),
    })
  const drawPage = async (reader: Reader, page: PublicPage): Promise<Page> =>
    makePage(await draw(reader, page), page.status ?? 200)
  const serve = (path: string, make: (reader: Reader) => Page | Promise<Page>): void => {
    app.get(path, { config: { policy: 'public' } }, async (request, reply) => {
      const edition = `${board().version} ${londonDay(now())}`
      const there = kept.find(edition, request.url)
      if (there) return sendPage(request, reply, there)
      const page = await make(readerOf(request))
      return sendPage(
        request,
        reply,
        page.status === 404 ? page : kept.keep(edition, request.url, page),
      )
    })
  }
  const inEach = (path: string, make: (reader: Reader) => Page | Promise<Page>): void => {
    for (const each of paths(path)) serve(each, make)
  }
  const nowhere = async (
    reply: FastifyReply,
    reader: Reader,
    page: PublicPage,
  ): Promise<FastifyReply> => {
    const html = await draw(reader, page)
    return reply
      .headers({ ...SENT_ON, 'content-type': 'text/html; charset=utf-8' })
      .code(page.status ?? 200)
      .send(html)
  }
  const isTooMuch = keepLimits(now)
  const callerOf = keepCallers()
  const take = (
    path: string,
    taker: Parameters<BoardDoor['leave']>[1],
    config: { policy: 'public'; fromAnywhere?: true },
  ): void => {
    const open = (scope: FastifyInstance): unknown =>
      scope.post(path, { config }, async (request, reply) => {
        const reader = readerOf(request)
        // Letters go once the answer has gone, so that how long it took does not tell whether there
        // was one to write.
        const answer = taker(reader, {
          body: request.body,
          at: now().toISOString(),
          ...callerOf(request, reader.today),
          inbox,
          isTooMuch,
          postLetters: () => {
            reply.raw.once('finish', postLetters)
          },
        })
        return 'to' in answer
          ? reply.headers(SENT_ON).redirect(answer.to, 303)
          : nowhere(reply, reader, answer)
      })
    if (!config.fromAnywhere) open(app)
    else {
      void app.register(async (scope) => {
        // A mail program sends its one word in parts rather than as a form (RFC 8058). The address
        // of the page says all there is.
        scope.addContentTypeParser(
          'multipart/form-data',
          { parseAs: 'buffer', bodyLimit: 16 * 1024 },
          (_request, _body, done) => {
            done(null, {})
          },
        )
        open(scope)
      })
    }
  }
  const paths = (path: string): string[] =>
    others.length > 0 ? [path, path === '/' ? inOthers : inOthers + path] : [path]
  const textFile = ({ type, body, status, name }: PublicFile): Page =>
    makePage(body, status ?? 200, type, name)
  const room: BoardDoor = {
    page: (path, draw) => inEach(path, (reader) => drawPage(reader, draw(reader))),
    file: (path, draw) => inEach(path, (reader) => textFile(draw(reader))),
    download: (path, find) => {
      for (const each of paths(path)) {
        app.get(each, { config: { policy: 'public' } }, async (request, reply) => {
          const reader = readerOf(request)
          const found = find(reader, fileOf)
          return 'bytes' in found
            ? sendDownload(request, reply, found)
            : sendPage(request, reply, await drawPage(reader, found))
        })
      }
    },
    alone: (path, draw) => {
      for (const each of paths(path))
        app.get(each, { config: { policy: 'public' } }, async (request, reply) => {
          const reader = readerOf(request)
          return nowhere(reply, reader, draw(reader))
        })
    },
    leave: (path, taker, options) => {
      for (const each of paths(path)) take(each, taker, { policy: 'public', ...options })
    },
    siteFile: (path, draw) => serve(path, (reader) => textFile(draw(reader))),
  }
  for (const open of rooms) open(room)

  return {
    /** An address that is not on the board, as residents see it, in the language of the address. */
    missing: async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const code = request.url.split(/[/?]/)[1] ?? ''
      const reader = readerOf(
        Object.assign(Object.create(request) as FastifyRequest, {
          params: others.includes(code) ? { language: code } : {},
        }),
      )
      return sendPage(request, reply, await drawPage(reader, missingPage(reader)))
    },
  }
}

/** An address that is not on the board, as residents see it. */
export const missingPage = (reader: Reader): PublicPage => ({
  ...view('board/settings/missing', {
    frame: { ...reader.frame(reader.t.text('missing.title'), ''), found: false },
  }),
  status: 404,
})

/** ... and one that was there once: its date and its ground (R15). */
export const withdrawnPage = (
  { board, params, t, frame }: Reader,
  kind: Withdrawn['kind'],
): PublicPage | undefined => {
  const gone = board.withdrawn.find((each) => each.kind === kind && each.slug === params.slug)
  return (
    gone && {
      ...view('board/settings/withdrawn', {
        frame: { ...frame(t.text('gone.title'), ''), found: false },
        gone,
      }),
      status: 410,
    }
  )
}

/** A voice for each language, made once for each Board. */
const keepVoices = (languages: readonly Language[]) => {
  let made: { board: Board; voices: Map<string, Voice> } | undefined
  return (board: Board, code: string): Voice => {
    if (made?.board !== board) made = { board, voices: new Map() }
    const there = made.voices.get(code)
    if (there) return there
    const voice = speak(
      languages.find((each) => each.code === code)!,
      languages[0]!,
      board.tongues.get(code),
    )
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
  Object.fromEntries(
    Object.entries(request.query as Record<string, unknown>).map(([name, value]) => [
      name,
      Array.isArray(value) ? value[0] : value,
    ]),
  )

/** The London day, worked out once a second: it stands in the key of every kept page. */
let clock = { second: 0, day: '' }
const londonDay = (instant: Date): Day => {
  const second = Math.floor(instant.getTime() / 1000)
  if (second !== clock.second) clock = { second, day: dayOf(instant) }
  return clock.day
}
