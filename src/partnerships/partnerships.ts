import { readdirSync, type Dirent } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { sayHealth, sayInstead } from './answers.ts'
import type { TableAnswer } from '../domain/people/own-there.ts'
import { hostAsked, isHostName } from './asked.ts'
import type { InTurn, Shared } from './opened.ts'
import { keepPartnership, type Partnership } from './partnership.ts'

export type Partnerships = ReturnType<typeof keepPartnerships>

/**
 * Every partnership of a folder, one record in each folder of it, which is named by its host. They
 * share the process and what is the same for all, and nothing else.
 */
export const keepPartnerships = (
  given: Omit<Shared, 'inTurn' | 'askTable'>,
  trustProxy: boolean,
) => {
  const here = new Map<string, Partnership>()
  const shared: Shared = {
    ...given,
    inTurn: keepTurn(),
    // Its own key opens nothing at a table: what is theirs there stands on its page already.
    askTable: async ({ host, token }, from) => {
      const asked = host === from ? undefined : here.get(host)
      return asked ? inTime(asked.own(token)) : 'nothing'
    },
  }
  const isHere = (host: string): boolean => here.has(host)
  const told = new Set<string>()
  see(here, shared, told)
  if (here.size === 0) shared.log.warn('there is no folder with a host name in PARTNERSHIPS yet')
  return {
    /** Answers a request at the host that it asks for. */
    answer: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const host = hostAsked(request.headers, isHere, trustProxy)
      const partnership = here.get(host ?? '')
      const isHealth = /^\/healthz(?:\?|$)/.test(request.url ?? '') && isRead(request)
      if (partnership)
        return isHealth
          ? partnership.health(request, response)
          : partnership.serve(request, response)
      if (!isHealth) return sayInstead(request, response, 'unknown')
      return sayHealth(request, response, healthOf([...here.values()]))
    },
    /** Sees who came and who went, closes the idle, and opens the one that waits longest. */
    look: async (): Promise<void> => {
      await Promise.all(see(here, shared, told).map((gone) => gone.stop()))
      for (const each of here.values()) await each.rest()
      for (const each of tooMany([...here.values()])) await each.rest(true)
      const waiting = [...here.values()].filter((each) => each.dueSince() !== undefined)
      await waiting.toSorted((a, b) => a.dueSince()! - b.dueSince()!)[0]?.wake()
    },
    hosts: (): string[] => [...here.keys()],
    openHosts: (): string[] =>
      [...here.values()].filter((each) => each.isOpen()).map((each) => each.host),
    stop: async (): Promise<void> => {
      await Promise.all([...here.values()].map((each) => each.stop()))
    },
  }
}

/** What goes wrong in one stops it alone: whoever asks it from another is answered without it. */
const LONGEST_ASKED_MS = 2000
const inTime = (answer: Promise<TableAnswer>): Promise<TableAnswer> =>
  Promise.race([answer, wait(LONGEST_ASKED_MS, 'not now' as const, { ref: false })])

/** So many may stay open while nobody asks them for anything: each takes some megabytes. */
const MOST_OPEN = 50

/** Those beyond that, the ones that nobody has asked for longest. */
const tooMany = (all: readonly Partnership[]): Partnership[] =>
  all
    .filter((each) => each.isOpen())
    .toSorted((a, b) => b.usedAt() - a.usedAt())
    .slice(MOST_OPEN)

/** A disk that does not answer holds up its own partnership, and the others not for long. */
const LONGEST_TURN_MS = 10 * 60_000

const keepTurn = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    const late = (): Promise<void> => wait(LONGEST_TURN_MS, undefined, { ref: false })
    last = last.then(() => Promise.race([done.catch(() => undefined), late()]))
    return done
  }
}

const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD'

/** The worst that is known of any of them. */
const healthOf = (all: readonly Partnership[]): 'ok' | 'full' | 'down' => {
  const each = all.map((one) => (one.isStopped() ? 'down' : one.healthNow()))
  return (['down', 'full'] as const).find((health) => each.includes(health)) ?? 'ok'
}

/** Takes in the folders that are new. @returns those whose folder is there no more. */
const see = (here: Map<string, Partnership>, shared: Shared, told: Set<string>): Partnership[] => {
  const found = readdirSync(shared.environment.PARTNERSHIPS!, { withFileTypes: true })
  const names = new Set(found.filter(isOne).map(({ name }) => name))
  for (const name of names) if (!here.has(name)) here.set(name, keepPartnership(name, shared))
  for (const { name } of found.filter(isMeantToBeOne)) {
    if (!told.has(name))
      shared.log.warn(
        { folder: name },
        'this folder is not served: it has to be a folder, no link, called by a host name in small letters',
      )
    told.add(name)
  }
  const gone = [...here.values()].filter(({ host }) => !names.has(host))
  for (const { host } of gone) {
    here.delete(host)
    shared.log.info({ partnership: host }, 'the folder of this partnership is there no more')
  }
  return gone
}

const isOne = (each: Dirent): boolean => each.isDirectory() && isHostName(each.name)

/** A name with a dot in it, as hosts have, where nobody put the dot in front. */
const isMeantToBeOne = (each: Dirent): boolean =>
  !isOne(each) && (each.isDirectory() || each.isSymbolicLink()) && /^[^.].*\./.test(each.name)
