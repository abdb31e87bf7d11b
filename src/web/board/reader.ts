import { speak, type Voice } from '../words/voice.ts'
import type { FastifyRequest } from 'fastify'
import { dayOf, type Day } from '../../domain/day.ts'
import type { BoardQuery } from '../../domain/publishing/board-query.ts'
import type { Board } from '../../domain/publishing/board.ts'
import { linksOf, type Copied, type Links } from '../to.ts'
import type { BoardFrame } from '../views/board.ts'
import { type Language } from '../words/languages.ts'
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
  /** Where this is a copy of the board, to read. */
  copied: Copied | null
  /** What a query comes to, and what there is to choose from. */
  list: (asked: BoardQuery) => List
  choices: () => ReturnType<ReturnType<typeof keepChoices>>
  /** The frame of a page that is there; `data` is for programs that read it. */
  frame: (
    title: string,
    active: string,
    more?: Pick<BoardFrame, 'description' | 'data' | 'asked' | 'picture' | 'speaks'>,
  ) => BoardFrame
}

interface Parts {
  board: () => Board
  now: () => Date
  languages: readonly Language[]
  publicUrl: string
  copied?: Copied
}

/** Makes the reader of each request, out of the Board as it stands. */
export const keepReader = ({ board, now, languages, publicUrl, copied }: Parts) => {
  const lists = keepLists(keepSearch())
  const offered = keepChoices()
  const voices = keepVoices(languages)
  return (request: FastifyRequest): Reader => {
    const current = board()
    const { language: code = 'en', ...params } = request.params as Record<string, string>
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
      to: linksFrom(request.url, code, publicUrl, copied),
      copied: copied ?? null,
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
}

const MORE = ['events', 'leaflets', 'programmes'] as const

/**
 * However the language was written in the address (`/%61r/`), what comes after it is the page.
 */
const linksFrom = (
  url: string,
  code: string,
  publicUrl: string,
  copied: Copied | undefined,
): Links => {
  const [whole, asked] = cut(url)
  const path = whole.replace(/(?<!\/)\/+$/, '') || '/'
  const page = code === 'en' ? path : path.replace(/^\/[^/]*/, '') || '/'
  return linksOf(code, page, asked, publicUrl, copied)
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
      board.sample,
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

let clock = { second: 0, day: '' }
/** The London day, worked out once a second: it stands in the key of every kept page. */
export const londonDay = (instant: Date): Day => {
  const second = Math.floor(instant.getTime() / 1000)
  if (second !== clock.second) clock = { second, day: dayOf(instant) }
  return clock.day
}
