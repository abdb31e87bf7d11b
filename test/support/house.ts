import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import t from 'tap'
import { buildApp } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import { SAMPLE_NOW } from '../../src/sample/sample.ts'
import { openDatabase } from '../../src/store/database.ts'
import { storeOver, type Store } from '../../src/store/store.ts'
import type { Desk } from '../../src/web/desk/visit.ts'
import type { Policy } from '../../src/web/policy.ts'
import { sessionCookie } from '../../src/web/sign-in/session.ts'
import { routesOf } from './house/routes.ts'
import { signingIn } from './house/sign-in.ts'
import { visitorsOf } from './house/visitor.ts'
import { putKey, sampleFile } from './sample-file.ts'
import type { Letter } from '../../src/mail/letter.ts'
import type { Backups } from '../../src/work/backups/keeper.ts'
import { databaseFile } from '../../src/store/folder.ts'

/** The people of the sample partnership, by what they are. */
export const PEOPLE = {
  coordinator: 'coordinator@mosaic.example',
  approver: 'manager@mosaic.example',
  sergeant: 'sergeant@met.example',
  officer: 'officer@council.example',
  observer: 'observer@school.example',
} as const

export interface HouseOptions {
  /** The sample partnership, or an empty record. */
  sample?: boolean
  /** A record to begin with in place of the sample: a file that is copied. */
  record?: string
  demo?: boolean
  publicUrl?: string
  config?: Partial<Config>
  /** Where the log is written; with it the log is at level `info`. */
  logTo?: NodeJS.WritableStream
  /** How long what is sent waits while another program writes. */
  turnMs?: number
  /** What other round tables tell of somebody; nothing is known of any where none is named. */
  askTable?: Desk['askTable']
  /** There are no other round tables. */
  isAlone?: true
  /** Who keeps the backups; nobody does where none are named. */
  backups?: Backups
  /** The folder of the templates, where it is not the house's own. */
  views?: string
  /** Runs on the record before the app is put together. */
  prepare?: (store: Store) => void
  /**
   * Takes what html-validate refuses, for a test that goes on and says it at the end. Without it
   * the answer throws.
   */
  refusedHtml?: Set<string>
  /** The test whose end closes the house; the end of the file where none is named. */
  t?: { teardown: (fn: () => unknown) => unknown }
}
export interface Asked {
  part?: boolean
  headers?: Record<string, string | undefined>
}
export type Fields = Record<string, string | number | readonly (string | number)[]>
export type Answer = Awaited<ReturnType<FastifyInstance['inject']>>
/** A route as it was declared. HEAD, which fastify adds to each GET, is left out. */
export interface Route {
  method: 'GET' | 'POST'
  url: string
  policy: Policy | undefined
}

export type House = Awaited<ReturnType<typeof openHouse>>
export type Clock = ReturnType<typeof openClock>
export type Visitor = ReturnType<ReturnType<typeof visitorsOf>>

/**
 * The whole app over a record of its own, with a clock that the test moves and letters that it can
 * read.
 */
export const openHouse = async (options: HouseOptions = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-'))
  if (options.sample !== false) copyFileSync(options.record ?? sampleFile(), databaseFile(folder))
  putKey(folder)
  const db = openDatabase(folder)
  const store = storeOver(db, databaseFile(folder))
  options.prepare?.(store)
  const clock = openClock()
  const letters: Letter[] = []
  const config = configOf(folder, options)
  const { made: app, routes } = await routesOf(() =>
    buildApp({
      store,
      post: {
        send: async (letter) => {
          letters.push(letter)
        },
      },
      now: clock.now,
      config,
      ...(!options.isAlone && { askTable: options.askTable ?? (async () => 'nothing') }),
      ...(options.logTo && { logTo: options.logTo }),
      ...(options.turnMs !== undefined && { turnMs: options.turnMs }),
      ...(options.backups && { backups: options.backups }),
      ...(options.views !== undefined && { views: options.views }),
    }),
  )
  ;(options.t ?? t).teardown(async () => {
    await app.close()
    store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    app,
    store,
    config,
    folder,
    /** From now on the record cannot grow, as on a disk that is full; or it can again. */
    fill: (isFull: boolean) => db.$client.pragma(`max_page_count = ${isFull ? 1 : MOST_PAGES}`),
    file: databaseFile(folder),
    letters,
    routes: routes.filter((route): route is Route => route.method !== 'HEAD'),
    clock,
    ...peopleOf({ app, store, config, letters, clock, refusedHtml: options.refusedHtml }),
  }
}

/** SQLite's own. */
const MOST_PAGES = 4_294_967_294

const configOf = (folder: string, options: HouseOptions): Config => ({
  host: '127.0.0.1',
  port: 3000,
  dataDir: folder,
  publicUrl: options.publicUrl ?? 'http://127.0.0.1:3000',
  smtpUrl: null,
  mailFrom: 'Round Table <round-table@localhost>',
  logLevel: options.logTo ? 'info' : 'silent',
  trustProxy: false,
  accounts: null,
  demo: options.demo ?? false,
  ...options.config,
})

/** A clock that the test moves. It begins on the sample's day. */
const openClock = () => {
  let instant = new Date(SAMPLE_NOW)
  return {
    now: () => new Date(instant),
    at: () => instant.toISOString(),
    moveTo: (at: string) => {
      instant = new Date(at)
    },
    pass: ({ seconds = 0, minutes = 0, hours = 0, days = 0 }) => {
      instant = new Date(
        instant.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000,
      )
    },
  }
}

/** Those who come to a house, and the ways in. */
const peopleOf = ({
  app,
  store,
  config,
  letters,
  clock,
  refusedHtml,
}: {
  app: FastifyInstance
  store: Store
  config: Config
  letters: Letter[]
  clock: Clock
  refusedHtml: Set<string> | undefined
}) => {
  const comeIn = visitorsOf(app, new URL(config.publicUrl).host, refusedHtml)
  const person = (email: string) => {
    const found = store.people.findByEmail(email)
    if (!found) throw new Error(`nobody has the address ${email}`)
    return found
  }
  return {
    person,
    /** Someone who is not signed in. */
    stranger: () => comeIn(),
    /** A session with the second factor given, as it stands after signing in. */
    signIn: (email: string, { secondFactor = true } = {}) =>
      comeIn(
        new Map([
          [
            sessionCookie(config).name,
            store.signIn.startSession(person(email).id, secondFactor, clock.at()),
          ],
        ]),
      ),
    ...signingIn({ stranger: () => comeIn(), letters, clock }),
  }
}
