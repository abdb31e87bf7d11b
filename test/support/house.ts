import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, RouteOptions } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import t from 'tap'
import { buildApp } from '../../src/app.ts'
import type { Config } from '../../src/config.ts'
import type { Letter } from '../../src/mail/letters.ts'
import { buildSample, SAMPLE_NOW } from '../../src/sample/sample.ts'
import { databaseFile } from '../../src/store/database.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import type { Policy } from '../../src/web/policy.ts'
import { sessionCookie } from '../../src/web/sign-in/session.ts'
import { asShown, checkHtml } from './html.ts'

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
export type Visitor = ReturnType<House['stranger']>

/**
 * The whole app over a record of its own, with a clock that the test moves and letters that it can
 * read.
 */
export const openHouse = async (options: HouseOptions = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-'))
  if (options.sample !== false) copyFileSync(options.record ?? sampleFile(), databaseFile(folder))
  const store = openStore(folder)
  options.prepare?.(store)
  let instant = new Date(SAMPLE_NOW)
  const letters: Letter[] = []
  const config: Config = {
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
  }
  const { made: app, routes } = await routesOf(() =>
    buildApp({
      store,
      post: {
        send: async (letter) => {
          letters.push(letter)
        },
      },
      now: () => new Date(instant),
      config,
      ...(options.logTo && { logTo: options.logTo }),
    }),
  )
  ;(options.t ?? t).teardown(async () => {
    await app.close()
    store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const host = new URL(config.publicUrl).host
  const secrets = new Map<string, string>()
  let visitors = 0

  /** A browser: it keeps cookies, and every page it is given is checked. */
  const browserOf = (cookies = new Map<string, string>()) => {
    // Each browser has its own address, so that one person's tries do not spend another's.
    const remoteAddress = `10.0.${(visitors >> 8) & 255}.${visitors++ & 255}`
    const send = async (
      request: InjectOptions,
      { part = false, headers = {} }: Asked = {},
    ): Promise<Answer> => {
      const sent = {
        host,
        ...(cookies.size && {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        'sec-fetch-site': 'same-origin',
        ...(part && { 'hx-request': 'true', 'hx-request-type': 'partial' }),
        ...request.headers,
        ...headers,
      }
      const answer = await app.inject({
        ...request,
        remoteAddress,
        headers: Object.fromEntries(
          Object.entries(sent).filter(([, value]) => value !== undefined),
        ) as Record<string, string>,
      })
      for (const { name, value, maxAge, expires } of answer.cookies) {
        if (maxAge === 0 || value === '' || (expires && expires.getTime() < Date.now()))
          cookies.delete(name)
        else cookies.set(name, value)
      }
      checkAnswer(`${request.method} ${request.url as string}`, answer, options.refusedHtml)
      return inOneLine(answer)
    }
    return {
      cookies,
      get: (path: string, asked?: Asked) => send({ method: 'GET', url: path }, asked),
      head: (path: string, asked?: Asked) => send({ method: 'HEAD', url: path }, asked),
      post: (path: string, fields: Fields = {}, asked?: Asked) =>
        send(
          {
            method: 'POST',
            url: path,
            payload: encode(fields),
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          },
          asked,
        ),
      /** Anything a browser would not send by itself. */
      send,
    }
  }

  const personOf = (email: string) => {
    const person = store.people.findByEmail(email)
    if (!person) throw new Error(`nobody has the address ${email}`)
    return person
  }

  return {
    app,
    store,
    config,
    folder,
    file: databaseFile(folder),
    letters,
    routes: routes.filter((route): route is Route => route.method !== 'HEAD'),
    clock: {
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
    },
    person: personOf,
    /** Someone who is not signed in. */
    stranger: () => browserOf(),
    /** A session with the second factor given, as it stands after signing in. */
    signIn: (email: string, { secondFactor = true } = {}) =>
      browserOf(
        new Map([
          [
            sessionCookie(config).name,
            store.signIn.startSession(personOf(email).id, secondFactor, instant.toISOString()),
          ],
        ]),
      ),
    /**
     * Through the pages: the address, the code from the letter, and the app's number where the door
     * asks for one.
     */
    signInTheLongWay: async (email: string) => {
      const browser = browserOf()
      const step = async (answer: Answer, status: number, goes?: string): Promise<string> => {
        const location = String(answer.headers.location ?? '')
        if (answer.statusCode !== status || (goes !== undefined && location !== goes))
          throw new Error(
            `signing in as ${email}: ${answer.statusCode} to “${location}”, expected ${status} to “${goes ?? ''}”`,
          )
        return location
      }
      await step(await browser.get('/sign-in'), 200)
      const before = letters.length
      await step(await browser.post('/sign-in', { email }), 303, '/sign-in/code')
      const letter = letters.slice(before).find((each) => each.to === email)
      const code = letter?.text.match(/code is (\w+)/)?.[1]
      if (!code) throw new Error(`no letter with a code came to ${email}`)
      await step(await browser.post('/sign-in/code', { code }), 303, '/desk')
      const desk = await browser.get('/desk')
      if (desk.statusCode === 200) return browser
      await step(desk, 303, '/sign-in/second-factor')
      const page = await browser.get('/sign-in/second-factor')
      if (page.statusCode === 200) {
        // A step is spent once, so the next number is waited for.
        instant = new Date(instant.getTime() + 31_000)
        await step(
          await browser.post('/sign-in/second-factor', {
            code: numberNow(secrets.get(email)!, instant),
          }),
          303,
          '/desk',
        )
        return browser
      }
      await step(page, 303, '/sign-in/second-factor/app')
      await step(
        await browser.post('/sign-in/second-factor/app'),
        303,
        '/sign-in/second-factor/app',
      )
      const secret = (await browser.get('/sign-in/second-factor/app')).body
        .match(/\b[A-Z2-7]{4}(?: ?[A-Z2-7]{4}){7}\b/)?.[0]
        .replaceAll(' ', '')
      if (!secret) throw new Error('the page shows no secret for the app')
      secrets.set(email, secret)
      await step(
        await browser.post('/sign-in/second-factor/app', { code: numberNow(secret, instant) }),
        200,
      )
      return browser
    },
    /** What the app shows now to someone who enrolled the long way. */
    numberFor: (email: string): string => numberNow(secrets.get(email)!, instant),
  }
}

/** Every route that is declared while this app is made, whichever door declares it. */
export const routesOf = async <T>(
  make: () => Promise<T>,
): Promise<{ made: T; routes: { method: string; url: string; policy: Policy | undefined }[] }> => {
  const routes: { method: string; url: string; policy: Policy | undefined }[] = []
  const listen = (message: unknown): void => {
    ;(message as { fastify: FastifyInstance }).fastify.addHook(
      'onRoute',
      ({ method, url, config }: RouteOptions) => {
        for (const each of [method].flat())
          routes.push({ method: each, url, policy: config?.policy })
      },
    )
  }
  subscribe('fastify.initialization', listen)
  try {
    return { made: await make(), routes }
  } finally {
    unsubscribe('fastify.initialization', listen)
  }
}

/** A form as a browser sends it. */
const encode = (fields: Fields): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((each): [string, string] => [name, String(each)]),
    ),
  ).toString()

const numberNow = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })

/** html-validate finds nothing in any page or part that a test is given. */
const checkAnswer = (asked: string, answer: Answer, refused: Set<string> | undefined): void => {
  if (
    !String(answer.headers['content-type'] ?? '').startsWith('text/html') ||
    answer.headers['content-encoding'] !== undefined ||
    answer.body === ''
  )
    return
  const wrong = checkHtml(answer.body)
  if (refused) for (const each of wrong) refused.add(each.trim())
  else if (wrong.length > 0)
    throw new Error(
      `${asked} answered ${answer.statusCode} with HTML that html-validate refuses:\n${wrong.join('\n')}`,
    )
}

/** How a template is laid out is nothing that a browser shows, and so nothing that a test asks for. */
const inOneLine = (answer: Answer): Answer =>
  String(answer.headers['content-type'] ?? '').startsWith('text/html')
    ? Object.defineProperty(answer, 'body', { value: asShown(answer.body) })
    : answer

let madeSample: string | undefined
/** The sample is built once for each file of tests, and copied. */
const sampleFile = (): string => (madeSample ??= recordFile(buildSample))

/** The file of a record that is made once and copied: it begins as another, or empty. */
export const recordFile = (make: (store: Store) => void, from?: 'sample'): string => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-record-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  if (from) copyFileSync(sampleFile(), databaseFile(folder))
  const store = openStore(folder)
  make(store)
  store.close()
  return databaseFile(folder)
}
