import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import t, { type Test } from 'tap'
import { buildApp } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import { SAMPLE_NOW } from '../../src/sample/sample.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import type { Backups } from '../../src/work/backups/keeper.ts'
import { watch } from './browser/watch.ts'
import { chromiumPath, NO_CHROMIUM } from './chromium.ts'
import { sampleFile } from './sample-file.ts'
import type { Letter } from '../../src/mail/letter.ts'
import { databaseFile } from '../../src/store/folder.ts'

/** The people of the sample partnership, by what they are. */
export const PEOPLE = {
  coordinator: 'coordinator@mosaic.example',
  manager: 'manager@mosaic.example',
  sergeant: 'sergeant@met.example',
  officer: 'officer@council.example',
  observer: 'observer@school.example',
} as const

export const PHONE = { width: 390, height: 844 }
export const LAPTOP = { width: 1280, height: 800 }

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface HouseOptions {
  /** The sample partnership, or an empty record. */
  sample?: boolean
  /** False for a house as it is run: the second factor is asked, and codes come in letters. */
  demo?: boolean
  /** The name this machine is reached by; passkeys want a name. */
  name?: '127.0.0.1' | 'localhost'
  /** Runs on the record before the app is put together. */
  prepare?: (store: Store) => void
  /**
   * What a test brings about itself, such as a network that fails, and which is no fault of the
   * page.
   */
  expected?: RegExp
  /** Where work accounts live, for a test that signs in with one. */
  accounts?: Config['accounts']
  /** Who keeps the backups; nobody does where none are named. */
  backups?: Backups
}
export type House = Awaited<ReturnType<typeof openHouse>>

/**
 * One browser for a file of tests, and a way to write one: each test has a house of its own, and
 * fails if any page in it went wrong. Where no Chromium is found the tests are passed over with a
 * plain line; with BROWSER=required that is a failure.
 */
export const openBrowser = async () => {
  const path = chromiumPath()
  if (path === undefined && process.env.BROWSER === 'required') throw new Error(NO_CHROMIUM)
  const browser =
    path === undefined ? undefined : await chromium.launch({ executablePath: path, args: FLAGS })
  t.comment(browser ? `In a browser: Chromium ${browser.version()}` : NO_CHROMIUM)
  t.teardown(() => browser?.close())
  return {
    test: (
      title: string,
      act: (t: Test, house: House) => Promise<void>,
      options: HouseOptions = {},
    ) =>
      t.test(title, { skip: browser ? false : NO_CHROMIUM }, async (t) => {
        const house = await openHouse(browser!, options)
        t.teardown(house.close)
        await act(t, house)
        t.same(
          house.wrong().filter((line) => !options.expected?.test(line)),
          [],
          'no page has an error in a script or on the console, breaks its policy, or asks another host',
        )
      }),
  }
}

/**
 * A real server on a port of its own: the demo unless a test says otherwise, with a clock that
 * starts on the sample's day and that a test can move on.
 */
const openHouse = async (
  browser: Browser,
  { sample = true, demo = true, name = '127.0.0.1', accounts = null, ...options }: HouseOptions,
) => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-browser-'))
  if (sample) copyFileSync(sampleFile(), databaseFile(folder))
  const store = openStore(folder)
  options.prepare?.(store)
  let ahead = Date.parse(SAMPLE_NOW) - Date.now()
  const config = configOf(folder, await freeAddress(name), { demo, accounts })
  const letters: Letter[] = []
  const app = await buildApp({
    store,
    post: {
      send: async (letter) => {
        letters.push(letter)
      },
    },
    now: () => new Date(Date.now() + ahead),
    config,
    ...(options.backups && { backups: options.backups }),
  })
  await app.listen({ host: config.host, port: Number(new URL(config.publicUrl).port) })

  const watched: (() => string[])[] = []
  const contexts: BrowserContext[] = []
  return {
    url: config.publicUrl,
    store,
    letters,
    now: () => new Date(Date.now() + ahead),
    /** What went wrong on any page so far. */
    wrong: (): string[] => [...new Set(watched.flatMap((each) => each()))],
    pass: ({ minutes = 0, hours = 0, days = 0 }): void => {
      ahead += ((days * 24 + hours) * 60 + minutes) * 60_000
    },
    /** Someone opens a browser of their own, with nothing kept in it. */
    comeIn: async (more: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext({ ...HERE, baseURL: config.publicUrl, ...more })
      context.setDefaultTimeout(10_000)
      contexts.push(context)
      watched.push(await watch(context, config.publicUrl))
      return context.newPage()
    },
    close: async (): Promise<void> => {
      for (const context of contexts) await context.close()
      app.server.closeAllConnections()
      await app.close()
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const HERE = { viewport: LAPTOP, locale: 'en-GB', timezoneId: 'Europe/London' }

/**
 * An address of its own, known before the app is put together: a passkey is bound to it, and a
 * provider sends people back to it.
 */
const freeAddress = async (name: string): Promise<string> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://${name}:${port}`
}

const configOf = (
  folder: string,
  publicUrl: string,
  { demo, accounts }: Pick<Config, 'demo' | 'accounts'>,
): Config => ({
  host: '127.0.0.1',
  port: 0,
  dataDir: folder,
  publicUrl,
  smtpUrl: null,
  mailFrom: 'Round Table <round-table@localhost>',
  logLevel: 'silent',
  trustProxy: false,
  accounts,
  demo,
})
