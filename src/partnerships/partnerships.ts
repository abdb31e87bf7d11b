import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { hasRoom } from '../store/folder.ts'
import { sayHealth, sayInstead } from './answers.ts'
import { hostAsked, isHostName } from './asked.ts'
import type { Shared } from './opened.ts'
import { keepPartnership, type Partnership } from './partnership.ts'

export type Partnerships = ReturnType<typeof keepPartnerships>

/**
 * Every partnership of a folder, one record in each folder of it, which is named by its host. They
 * share the process and what is the same for all, and nothing else.
 */
export const keepPartnerships = (shared: Shared, trustProxy: boolean) => {
  const here = new Map<string, Partnership>()
  const folder = shared.environment.PARTNERSHIPS!
  const isHere = (host: string): boolean => here.has(host)
  see(here, shared)
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
      return sayHealth(request, response, healthOf([...here.values()], folder))
    },
    /** Sees who came and who went, closes the idle, and opens the one that waits longest. */
    look: async (): Promise<void> => {
      await Promise.all(see(here, shared).map((gone) => gone.stop()))
      for (const each of here.values()) await each.rest()
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

const isRead = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD'

const healthOf = (all: readonly Partnership[], folder: string): 'ok' | 'full' | 'down' => {
  if (all.some((each) => each.isStopped())) return 'down'
  return hasRoom(folder) ? 'ok' : 'full'
}

/** Takes in the folders that are new. @returns those whose folder is there no more. */
const see = (here: Map<string, Partnership>, shared: Shared): Partnership[] => {
  const names = new Set(namesIn(shared.environment.PARTNERSHIPS!))
  for (const name of names) if (!here.has(name)) here.set(name, keepPartnership(name, shared))
  const gone = [...here.values()].filter(({ host }) => !names.has(host))
  for (const { host } of gone) here.delete(host)
  return gone
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && isHostName(each.name))
    .map((each) => each.name)
