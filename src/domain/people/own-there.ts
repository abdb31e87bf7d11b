/**
 * What is somebody's own at one round table, in words alone, for another table of theirs to show
 * them. No record is in it, and nothing that is held in private (R11).
 */
export interface OwnThere {
  /** The partnership as residents know it, or its host. */
  table: string
  publicUrl: string
  seats: string[]
  actions: OwnAction[]
}

export interface OwnAction {
  id: number
  number: string
  words: string
  isLate: boolean
  said: OwnSaid
}

/** All that the list of someone's own says of an action beside its words, in its order. */
export interface OwnSaid {
  /** Where it stands, as its page draws it. */
  state: { words: string; look: string; waitingFor: string | null } | null
  sentences: Sentence[]
}

/** Plain, or such that it is not overlooked; `late` has a sign before it. */
export interface Sentence {
  words: string
  as: 'plain' | 'bold' | 'warned' | 'late'
}

/** What a table answers to a key: nothing it opens, or that it cannot be asked just now. */
export type TableAnswer = OwnThere | 'nothing' | 'not now'

/** The key of another round table: the host where that is, and what opens there what is one's own. */
export interface TableKey {
  host: string
  token: string
}

/** ... that someone brought, with what the table was called then. */
export interface Brought extends TableKey {
  name: string
}

/** ... and what that table answers now; it is not asked while a form is to be mended. */
export interface OtherTable {
  name: string
  host: string
  answer: TableAnswer | 'not asked'
}

export const sayKey = ({ host, token }: TableKey): string => `${host}/${token}`

/** A key between whatever stands around it where it was copied from a sentence. */
const KEY = /^["'“”‘’«<(]*(?:https?:\/\/)?([a-z0-9.-]{1,253})\/([\w-]{32})["'“”‘’»>).,;:]*$/i

/** A key as it was pasted, with what a phone puts around it; nothing where it is none. */
export const readKey = (typed: string): TableKey | undefined => {
  const [, host, token] = KEY.exec(typed.replace(/\s+/g, '')) ?? []
  return host === undefined || token === undefined ? undefined : { host: host.toLowerCase(), token }
}
