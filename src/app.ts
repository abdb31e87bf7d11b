import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { readFittings, type Fittings } from './fittings.ts'
import type { Post } from './mail/post.ts'
import { partnershipOf } from './work/letters/whose.ts'
import { dressed } from './mail/dressed.ts'
import type { Letter } from './mail/letter.ts'
import type { Outbox } from './mail/outbox.ts'
import type { TakeReturned } from './mail/returned.ts'
import type { Readers } from './readers/workers.ts'
import { lettersToLookAt, logs, logsBackups, openPostOffice } from './post-office.ts'
import type { Store } from './store/store.ts'
import { turnsOf, waitForTurn, type Turn } from './web/arriving/turn.ts'
import { boardDoor } from './web/board/door.ts'
import { deskDoor } from './web/desk/door.ts'
import { deskRoutes } from './web/desk/routes.ts'
import { serveHealth } from './web/health.ts'
import { openServer, type LogTo } from './web/open-server.ts'
import { releaseRoutes } from './web/report/actions/release.ts'
import { reportRoutes } from './web/report/actions/report.ts'
import { reportDoor } from './web/report/door.ts'
import { answerRoutes } from './web/report/round-tables/answer.ts'
import { calendarRoutes } from './web/report/people/calendar.ts'
import { registerSharedParts } from './web/shared-parts.ts'
import { workAccountsAt } from './web/sign-in/work-accounts.ts'
import { countAnew, type Counted } from './web/arriving/counted.ts'
import { boardRoutes } from './web/board/routes.ts'
import { serveAssets } from './web/files/assets.ts'
import { keepPictures } from './web/files/pictures/kept-pictures.ts'
import type { Desk } from './web/desk/visit.ts'
import { takeReturned } from './work/letters/came-back.ts'
import { keepBackups, type Backups } from './work/backups/keeper.ts'
import { keepClock } from './work/clock/clock.ts'
import { dropOldLetters, dropWhatIsOver } from './work/clock/dropped.ts'
import { writeToFollowers } from './work/clock/following.ts'
import { runClock } from './work/clock/reminders.ts'

export interface Parts {
  store: Store
  post: Post
  now: () => Date
  config: Config
  /** Takes the mail that came back since it was asked last. */
  returned?: TakeReturned
  /** Where letters are written as files. */
  outbox?: Outbox
  /** Who keeps the backups, in place of those that the settings name. */
  backups?: Backups
  logTo?: LogTo
  /** Whose lines of the log these are, where several write into one. */
  logAs?: string
  /** What is the same for every house, where several stand in one process. */
  fittings?: Fittings
  /** How much of what is drawn is kept in memory, where there are others in the process. */
  keeps?: { pageBytes: number; pictureBytes: number }
  /** What was counted of whom before, where this house was closed meanwhile. */
  counted?: Counted
  /** Asks another round table what is somebody's own there, where there are others in the process. */
  askTable?: Desk['askTable']
  /** How long what is sent waits while another program writes. */
  turnMs?: number
  /** Keeps the first run of the clock until there is time for it; it runs at once where nobody does. */
  clockWaits?: (run: () => void) => void
  /** The processes that answer readers, where there are any. */
  readers?: Pick<Readers, 'settled'>
  /** The folder of the templates, where it is not our own. */
  views?: string
}

/** Puts the house together: the server, what every door shares, the post, the doors, the clock. */
export const buildApp = async (given: Parts): Promise<FastifyInstance> => {
  const { store, config, logTo, logAs, readers } = given
  const dress = (letter: Letter): Letter =>
    dressed(letter, {
      partnership: partnershipOf(store),
      replies: store.labels.setting('replies') || (config.replyTo ?? ''),
      isSample: store.sample.is(),
    })
  const parts = { ...given, post: { send: (letter: Letter) => given.post.send(dress(letter)) } }
  const app = openServer({
    ...config,
    ...(logTo && { logTo }),
    ...(logAs && { logAs }),
    behindReaders: Boolean(readers),
  })
  if (readers) answerWhenSeen(app, readers)

  const fittings = given.fittings ?? readFittings(given.views)
  const { languages, templates, assets } = fittings
  await registerSharedParts(app, {
    templates,
    asset: serveAssets(app, assets).at,
    english: languages[0]!,
    sample: store.sample.is(),
    contact: () => store.published.board().partnership,
  })
  serveHealth(app, store.health)
  const turn = turnsOf(store.isFree, given.turnMs)
  waitForTurn(app, turn)

  const postLetters = openPostOffice(app, parts, languages)
  const letters = lettersToLookAt(parts, dress, languages)
  const backups = backupsOf(app, parts)
  await openDoors(app, parts, fittings, { postLetters, letters, backups, turn })
  startClock(app, parts, { postLetters, backups })

  await app.ready()
  return app
}

/** Backups are kept by whoever keeps a record; nobody keeps those of a house that is only tried. */
const backupsOf = (app: FastifyInstance, { backups, config, now }: Parts): Backups | null =>
  backups ??
  (config.backups
    ? keepBackups({ ...config.backups, dataDir: config.dataDir }, now, logsBackups(app))
    : null)

/** Whoever takes something down is told so when every reader of ours has it no more (R15). */
const answerWhenSeen = (app: FastifyInstance, readers: Pick<Readers, 'settled'>): void => {
  app.addHook('onSend', async ({ method }) => {
    if (method === 'POST') await readers.settled()
  })
}

/** Each door, with what it is handed and nothing more: the residents' gets the Board, never the store. */
const openDoors = async (
  app: FastifyInstance,
  { store, post, now, config, outbox, keeps, askTable, counted = countAnew(now) }: Parts,
  { languages, criteria, figures, fonts }: Fittings,
  {
    postLetters,
    letters,
    backups,
    turn,
  }: Pick<Desk, 'postLetters' | 'letters' | 'backups'> & { turn: Turn },
): Promise<void> => {
  const { publicUrl } = config
  const board = boardDoor(app, {
    board: store.published.board,
    fileOf: store.published.file,
    pictures: keepPictures(fonts, keeps?.pictureBytes),
    inbox: store.inbox,
    turn,
    now,
    languages,
    publicUrl,
    postLetters,
    pageBytes: keeps?.pageBytes,
    isTooMuch: counted.atBoard,
    callerOf: counted.callerOf,
    rooms: boardRoutes({ criteria, figures }),
  })
  app.setNotFoundHandler(board.missing)
  const rooms = [reportRoutes, releaseRoutes, answerRoutes, calendarRoutes]
  await app.register(reportDoor, {
    store,
    now,
    publicUrl,
    postLetters,
    rooms,
    isTooMuch: counted.atReport,
  })
  const accounts = config.accounts && workAccountsAt(config.accounts, publicUrl)
  const routes = deskRoutes
  await app.register(deskDoor, {
    store,
    post,
    now,
    config,
    languages,
    postLetters,
    letters,
    backups,
    dropLettersTo: (address) => outbox?.dropTo(address),
    accounts,
    isTooMuch: counted.atDesk,
    wrongNumbers: counted.wrongNumbers,
    ...(askTable && { askTable }),
    routes,
  })
}

/** What happens by itself, from the start on. */
const startClock = (
  app: FastifyInstance,
  { store, now, returned, outbox, clockWaits = (run) => run() }: Parts,
  { postLetters, backups }: Pick<Desk, 'postLetters' | 'backups'>,
): void => {
  const fault = logs(app, 'clock')
  const tasks = [
    () => returned?.((mail) => takeReturned(store, mail, now().toISOString()), fault),
    () => dropWhatIsOver(store, now()),
    () => outbox && dropOldLetters(outbox, now()),
    () => store.optimize(),
    () => runClock(store, now()),
    () => writeToFollowers(store, now()),
    postLetters,
    () => backups?.look(),
  ]
  const clock = keepClock(tasks, fault, store.isFree)
  app.addHook('onClose', () => {
    backups?.stop()
    return clock.stop()
  })
  app.addHook('onReady', async () => {
    clockWaits(clock.run)
  })
}
