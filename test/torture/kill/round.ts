import Database from 'better-sqlite3'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import { putKey } from '../../support/sample-file.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { isTaken, openBrowser, type Answered } from '../parts/browser.ts'
import type { Sending } from '../parts/forms.ts'
import type { Prepared } from '../parts/record.ts'
import { startServer, type Server } from '../parts/server.ts'
import { linesSince, wrongIn, type Made, type SentForm } from './look.ts'
import { numbered } from './numbered.ts'

/** One form of a round: what it makes where nothing is killed, and what came of it here. */
interface Line extends SentForm {
  sending: Sending
  answer: Answered | null
}

/** The forms of a script, each sent in its turn and by its own. */
const openQueue = (prepared: Prepared, script: readonly Sending[], made: readonly Made[]) => {
  const lines: Line[] = []
  const left = script.map((_, number) => number)
  const busy = new Set<string>()
  const browser = openBrowser(8)
  const send = async (server: Server, line: Line): Promise<void> => {
    const answer = await browser.send(server.port, line.sending, prepared.sessions, fromOf(line))
    line.answer = answer
    if (isTaken(answer, line.sending)) line.isAcknowledged = true
  }
  return {
    lines,
    left,
    send,
    /** The next form that nothing on its way comes before; false where there is none. */
    sendNext: async (server: Server): Promise<boolean> => {
      const number = left.find((each) => !busy.has(areaOf(script[each]!)))
      if (number === undefined) return false
      left.splice(left.indexOf(number), 1)
      const line = lineOf(number, numbered(script[number]!, number), made[number]!)
      lines.push(line)
      const area = areaOf(line.sending)
      busy.add(area)
      await send(server, line).finally(() => busy.delete(area))
      return true
    },
    close: () => browser.close(),
  }
}
type Queue = ReturnType<typeof openQueue>

/** A record that is written to and killed, until each form of a script was sent to it. */
export const beginRound = (
  prepared: Prepared,
  script: readonly Sending[],
  made: readonly Made[],
) => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-torture-'))
  const file = databaseFile(folder)
  copyFileSync(prepared.file, file)
  putKey(folder)
  const base = lastLine(file)
  const behind = Date.now() - Date.parse(SAMPLE_NOW)
  const queue = openQueue(prepared, script, made)
  const { lines } = queue
  /** What was sent before here has been sent again. */
  let since = 0
  return {
    folder,
    lines,
    writeOne: queue.sendNext,
    isOver: (): boolean => queue.left.length === 0,
    start: (): Promise<Server> => startServer(folder, { behind }),
    /** What is wrong in the record now. */
    look: (): string[] => wrongIn(file, base, lines),
    /** Whoever had no answer sends their form again; whoever had one is told the same again. */
    again: async (server: Server): Promise<string[]> => {
      const sent = lines.slice(since)
      since = lines.length
      const wrong: string[] = []
      for (const line of sent) wrong.push(...(await sentAgain(queue, server, file, line)))
      return wrong
    },
    /**
     * Sends what comes next, some at a time, until the server is gone or nothing is left.
     * @param kill is called once so many were answered.
     */
    write: (server: Server, answers: number, kill: () => Promise<void>): Promise<void> =>
      writeTo(queue, server, answers, kill),
    end: (): void => {
      queue.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const sentAgain = async (
  queue: Queue,
  server: Server,
  file: string,
  line: Line,
): Promise<string[]> => {
  const before = line.answer
  const count = linesLike(file, line)
  await queue.send(server, line)
  const isKnown = line.isAcknowledged && line.isKeyed && !NEW_EACH_TIME.test(line.route)
  if (before?.status !== 303 || !isKnown) return []
  const is = line.answer!
  return is.status !== 303 ||
    placeIn(is.to) !== placeIn(before.to) ||
    linesLike(file, line) !== count
    ? [`sent again, it counted again: ${line.route} (${is.status} ${is.to}, was ${before.to})`]
    : []
}

/** A resident is sent on to an address made of chance: it shows the same code each time. */
const placeIn = (to: string): string => to.replace(/(\/tell-us\/sent)\/.*$/, '$1')

const writeTo = async (
  queue: Queue,
  server: Server,
  answers: number,
  kill: () => Promise<void>,
): Promise<void> => {
  let [answered, killing] = [0, answers === 0 ? kill() : undefined]
  const next = async (): Promise<void> => {
    try {
      while (await queue.sendNext(server)) if (++answered === answers) killing ??= kill()
    } catch {
      // Killed. Whoever sent it has no answer.
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, next))
  await (killing ?? kill())
}
export type Round = ReturnType<typeof beginRound>

/** Forms of one area are sent one after another: what is closed is opened again, and not before. */
const areaOf = ({ route }: Sending): string =>
  AREAS.find(([pattern]) => pattern.test(route))?.[1] ?? route.split('/').slice(0, 3).join('/')

const AREAS: [RegExp, string][] = [
  [/organisations|seats|holdings|people|\/me\/|private-lists|invitation|set-up|sign-/, 'people'],
  [/round-tables|^\/answer|series|bringing-in|unsent/, 'tables'],
  [/^\/desk\/(actions|mine)|^\/re(port|lease)/, 'actions'],
  [/concerns|messages|quotes|entries|translations/, 'concerns'],
]

/** So many people write at once. */
const WRITERS = 4

/**
 * A device is asked something new each time; a link and a number are spent once, and the token that
 * they bring is in the answer alone (R25).
 */
const NEW_EACH_TIME = /\/passkey|^\/set-up|second-factor/

const lineOf = (number: number, sending: Sending, made: Made): Line => ({
  number,
  route: sending.route,
  area: areaOf(sending),
  sending,
  made,
  isAcknowledged: false,
  isKeyed: 'once' in sending.fields,
  answer: null,
})

/** Each from a line of its own, so that no limit is in the way. */
const fromOf = ({ number }: Line): string => `10.9.${number >> 8}.${number & 255}`

const lastLine = (file: string): number =>
  asked(file, (db) => db.prepare('select max(id) from journal').pluck().get() as number)

/** How many lines of the journal are like those that a form makes: the clock writes others. */
const linesLike = (file: string, { made }: Line): number =>
  asked(file, (db) => linesSince(db, 0).filter((line) => made.lines.includes(line)).length)

const asked = <T>(file: string, ask: (db: Database.Database) => T): T => {
  const db = new Database(file, { readonly: true })
  try {
    return ask(db)
  } finally {
    db.close()
  }
}
