import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { TableAnswer } from '../domain/people/own-there.ts'
import { countAnew } from '../web/arriving/counted.ts'
import { sayHealth, sayInstead } from './answers.ts'
import { openOne, type Left, type Opened, type Shared } from './opened.ts'

const MINUTE_MS = 60_000
/** As long as a session, and whatever else is remembered in memory alone, lasts when it is idle. */
const IDLE_MS = 30 * MINUTE_MS
/** ... and as long as what is shown once is shown again, where memory is needed for others. */
const CROWDED_MS = 5 * MINUTE_MS
/** What happens by itself (letters that are due, backups, what is over) waits no longer. */
const LOOK_EVERY_MS = 60 * MINUTE_MS
/** One that cannot be opened is not tried at every request. */
const TRY_AGAIN_MS = MINUTE_MS

/** A file of this name in its folder takes a partnership off, so that a backup can be put back. */
const TAKEN_OFF = 'closed'

interface Here {
  host: string
  shared: Shared
  left: Left
  opened: Promise<Opened> | undefined
  /** ... once it answers. */
  house: Opened | undefined
  closing: Promise<void>
  /** Requests that are not answered yet. */
  underWay: number
  usedAt: number
  /** When it is opened though nobody asked. */
  lookAt: number
  /** When it could not be opened. */
  stoppedAt: number | null
  wasLookedAt: boolean
  isOff: boolean
  /** What the log says of that. */
  saidLast: keyof typeof OFF
}

export type Partnership = ReturnType<typeof keepPartnership>

/**
 * One partnership by its host name: opened when somebody asks for it, and once an hour by itself, so
 * that nothing it promised is forgotten because nobody looked; closed when it is idle. What goes
 * wrong in it stops it alone.
 */
export const keepPartnership = (host: string, shared: Shared) => {
  const here: Here = {
    host,
    shared,
    left: { counted: countAnew(shared.now), file: undefined, wasOpen: false },
    opened: undefined,
    house: undefined,
    closing: Promise.resolve(),
    underWay: 0,
    usedAt: 0,
    lookAt: 0,
    stoppedAt: null,
    wasLookedAt: false,
    isOff: isTakenOff(host, shared),
    saidLast: 'served',
  }
  return {
    host,
    serve: (request: IncomingMessage, response: ServerResponse) => serve(here, request, response),
    /** How it is, without opening it again: whoever watches must not keep it open. */
    health: (request: IncomingMessage, response: ServerResponse) =>
      healthOf(here, request, response),
    /** What is somebody's own in it, for whoever has their key; it is opened for that. */
    own: (token: string) => own(here, token),
    isStopped: () => here.stoppedAt !== null && !here.isOff,
    isOpen: () => here.house !== undefined,
    /** How it is now, as far as it is open. */
    healthNow: () => here.house?.health() ?? 'ok',
    /** Since when it waits to be looked at; nothing where it does not. */
    dueSince: (): number | undefined =>
      !here.opened && !here.isOff && here.lookAt <= nowOf(here) ? here.lookAt : undefined,
    /** Opens it, so that what is due in it happens. */
    wake: async (): Promise<void> => {
      await open(here).catch(() => undefined)
    },
    usedAt: () => here.usedAt,
    /** Sees whether it was taken off, and closes it where nobody needs it. */
    rest: async (isCrowded = false): Promise<void> => {
      const idleMs = isCrowded ? CROWDED_MS : IDLE_MS
      here.isOff = isTakenOff(host, shared)
      await here.opened?.catch(() => undefined)
      if (mayClose(here, here.isOff ? 0 : idleMs)) await close(here)
      sayWhetherOff(here)
    },
    /** At the end of the process, or where its folder went away: whatever goes on in it. */
    stop: () => close(here),
  }
}

const isTakenOff = (host: string, { environment }: Shared): boolean =>
  existsSync(join(environment.PARTNERSHIPS!, host, TAKEN_OFF))

const OFF = {
  served: 'this partnership is served again',
  ending: 'this partnership is taken off, and is let go of when what is under way is done',
  free: 'this partnership is taken off: its record is let go of',
} as const

/** For whoever waits to put a backup in its place, and for whoever forgot to put it back. */
const sayWhetherOff = (here: Here): void => {
  const now = !here.isOff ? 'served' : here.house ? 'ending' : 'free'
  if (now !== here.saidLast) here.shared.log.info({ partnership: here.host }, OFF[now])
  here.saidLast = now
}

const nowOf = ({ shared }: Here): number => shared.now().getTime()

const serve = async (
  here: Here,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (here.isOff) return sayInstead(request, response, 'closed')
  here.usedAt = nowOf(here)
  await pass(here, request, response)
}

const pass = async (
  here: Here,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  here.underWay += 1
  response.once('close', () => {
    here.underWay -= 1
  })
  const opened = await open(here).catch(() => undefined)
  if (opened) opened.app.routing(request, response)
  else sayInstead(request, response, 'stopped')
}

const own = async (here: Here, token: string): Promise<TableAnswer> => {
  if (here.isOff) return 'not now'
  here.usedAt = nowOf(here)
  here.underWay += 1
  try {
    const opened = await open(here).catch(() => undefined)
    return opened ? (opened.own(token) ?? 'nothing') : 'not now'
  } catch (error) {
    here.shared.log.error(
      { partnership: here.host, fault: (error as Error).name },
      'what is somebody’s own in this partnership could not be told to another',
    )
    return 'not now'
  } finally {
    here.underWay -= 1
  }
}

const healthOf = async (
  here: Here,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (here.isOff) return sayHealth(request, response, 'closed')
  if (here.stoppedAt !== null && !isTriedAgain(here)) return sayHealth(request, response, 'down')
  if (here.wasLookedAt && !here.opened) return sayHealth(request, response, 'ok')
  await pass(here, request, response)
}

const isTriedAgain = (here: Here): boolean => nowOf(here) - here.stoppedAt! >= TRY_AGAIN_MS

/** Opens it, or waits for who opens it already. */
const open = (here: Here): Promise<Opened> => {
  if (here.stoppedAt !== null && !isTriedAgain(here)) return Promise.reject(new Error(here.host))
  return (here.opened ??= begin(here))
}

const begin = async (here: Here): Promise<Opened> => {
  const { host, shared, left } = here
  try {
    await here.closing
    const opened = await openOne(host, shared, left)
    here.stoppedAt = null
    here.house = opened
    return opened
  } catch (error) {
    here.opened = undefined
    here.stoppedAt = nowOf(here)
    shared.log.error(
      { partnership: host, why: (error as Error).message },
      'this partnership cannot be opened; the others run',
    )
    throw error
  } finally {
    here.wasLookedAt = true
    here.lookAt = nowOf(here) + LOOK_EVERY_MS
  }
}

const mayClose = (here: Here, idleMs: number): boolean =>
  here.house !== undefined &&
  here.underWay === 0 &&
  here.house.isQuiet() &&
  nowOf(here) - here.usedAt >= idleMs &&
  // On a full disk it could not be opened again: as long as it is open, readers go on reading.
  (here.isOff || here.house.health() !== 'full')

/** Whoever asks meanwhile waits until it is closed, and opens it again. */
const close = (here: Here): Promise<void> => {
  const { opened } = here
  if (!opened) return here.closing
  here.opened = undefined
  here.house = undefined
  here.closing = (async () => {
    try {
      const next = await (await opened).close()
      const soon = next === undefined ? Infinity : Date.parse(next)
      here.lookAt = Math.min(nowOf(here) + LOOK_EVERY_MS, soon)
    } catch (error) {
      here.shared.log.error(
        { partnership: here.host, fault: (error as Error).name },
        'this partnership did not close well',
      )
    }
  })()
  return here.closing
}
