import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import type { Board } from './domain/publishing/board.ts'
import type { Post } from './mail/post.ts'
import { partnershipOf } from './work/letters/whose.ts'
import { answeredPost, namedPost } from './mail/answered-post.ts'
import { openPostman } from './mail/postman.ts'
import { samplePost } from './mail/sample-post.ts'
import type { Store } from './store/store.ts'
import { boardDoor } from './web/board/door.ts'
import { confirmLetter, movedLetter, newsLetter } from './web/board/residents/letters.ts'
import { boardRoutes } from './web/board/routes.ts'
import { deskDoor } from './web/desk/door.ts'
import { deskRoutes } from './web/desk/routes.ts'
import { serveAssets } from './web/files/assets.ts'
import { serveHealth } from './web/health.ts'
import { openServer } from './web/open-server.ts'
import { releaseRoutes } from './web/report/actions/release.ts'
import { reportRoutes } from './web/report/actions/report.ts'
import { keepPictures } from './web/files/pictures/kept-pictures.ts'
import { reportDoor } from './web/report/door.ts'
import { answerRoutes } from './web/report/round-tables/answer.ts'
import { calendarRoutes } from './web/report/people/calendar.ts'
import { registerSharedParts } from './web/shared-parts.ts'
import { workAccountsAt } from './web/sign-in/work-accounts.ts'
import { readCriteria } from './web/words/criteria.ts'
import type { Language } from './web/words/languages.ts'
import { readLanguages } from './web/words/read-languages.ts'
import { letterboxOf } from './work/letters/letterbox.ts'
import { letterWriters } from './work/letters/writers.ts'
import { keepClock } from './work/reminders.ts'

export interface Parts {
  store: Store
  post: Post
  now: () => Date
  config: Config
  logTo?: NodeJS.WritableStream
  /** The folder of the templates, where it is not our own. */
  views?: string
}

/** Puts the house together: the server, what every door shares, the post, the doors, the clock. */
export const buildApp = async (given: Parts): Promise<FastifyInstance> => {
  const { store, config, logTo } = given
  const isSample = store.sample.is()
  const post = answeredPost(
    namedPost(given.post, () => partnershipOf(store)),
    () => store.labels.setting('replies') || (config.replyTo ?? ''),
  )
  const parts = { ...given, post: isSample ? samplePost(post) : post }
  const app = openServer({ ...config, ...(logTo && { logTo }) })

  const languages = readLanguages(fromRoot('views/words'))
  await registerSharedParts(app, {
    views: parts.views ?? fromRoot('views'),
    asset: serveAssets(app, fromRoot('static')).at,
    english: languages[0]!,
    sample: isSample,
    contact: () => store.published.board().partnership,
  })
  serveHealth(app, store.health)

  const postLetters = openPostOffice(app, parts, languages)
  await openDoors(app, parts, languages, postLetters)
  startClock(app, parts, postLetters)

  await app.ready()
  return app
}

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Letters are written when they go, and go by themselves. @returns what sends the postman round. */
const openPostOffice = (
  app: FastifyInstance,
  { store, post, now, config: { publicUrl, mailFrom } }: Parts,
  languages: readonly Language[],
): (() => void) => {
  const deskOf = (board: Board) => ({ board, languages, publicUrl })
  const writers = letterWriters(
    { store, publicUrl, now, from: mailFrom },
    {
      confirm: (board, reader, choice) => confirmLetter(deskOf(board), reader, choice),
      news: (board, reader, news, until) => newsLetter(deskOf(board), reader, news, until),
      moved: (board, reader, slug) => movedLetter(deskOf(board), reader, slug),
    },
  )
  const write: (typeof writers)[keyof typeof writers] = (row) => writers[row.kind](row)
  const postman = openPostman({
    box: letterboxOf(store),
    write,
    post,
    now,
    fault: logs(app, 'post'),
  })
  app.addHook('onClose', () => postman.stop())
  const run = (): void => {
    void postman.run()
  }
  // What was written is on disk before its letter goes.
  return () => store.afterwards(run)
}

/** Each door, with what it is handed and nothing more: the residents' gets the Board, never the store. */
const openDoors = async (
  app: FastifyInstance,
  { store, post, now, config }: Parts,
  languages: readonly Language[],
  postLetters: () => void,
): Promise<void> => {
  const { publicUrl } = config
  // The letters of pictures are ours alone, the same on every machine.
  process.env.FONTCONFIG_FILE = fromRoot('static/fonts/fonts.conf')
  const board = boardDoor(app, {
    board: store.published.board,
    fileOf: store.published.file,
    pictures: keepPictures(fromRoot('static/fonts')),
    inbox: store.inbox,
    now,
    languages,
    publicUrl,
    postLetters,
    rooms: boardRoutes(readCriteria(fromRoot('docs/accessibility.md'))),
  })
  app.setNotFoundHandler(board.missing)
  const rooms = [reportRoutes, releaseRoutes, answerRoutes, calendarRoutes]
  await app.register(reportDoor, { store, now, publicUrl, postLetters, rooms })
  const accounts = config.accounts && workAccountsAt(config.accounts, publicUrl)
  const routes = deskRoutes
  await app.register(deskDoor, {
    store,
    post,
    now,
    config,
    languages,
    postLetters,
    accounts,
    routes,
  })
}

/** What goes on by itself has nobody to tell of a fault but the log. */
const logs =
  (app: FastifyInstance, what: 'clock' | 'post') =>
  (error: unknown): void => {
    app.log.error({ fault: (error as Error).name }, `the ${what} failed`)
  }

/** What happens by itself, from the start on. */
const startClock = (app: FastifyInstance, { store, now }: Parts, postLetters: () => void): void => {
  const clock = keepClock({ store, now, postLetters, fault: logs(app, 'clock') })
  app.addHook('onClose', async () => clock.stop())
  app.addHook('onReady', async () => clock.run())
}
