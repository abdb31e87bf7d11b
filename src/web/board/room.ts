import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Board } from '../../domain/publishing/board.ts'
import type { FileKind } from '../../domain/publishing/kinds/kinds.ts'
import type { CallerOf } from '../arriving/callers.ts'
import type { IsTooMuch } from '../limits.ts'
import type { PairWords, Pictures } from '../files/pictures/picture.ts'
import type { Drawn } from '../views/view.ts'
import type { Reader } from './reader.ts'
import type { Turn } from '../arriving/turn.ts'
import type { Inbox } from './residents/inbox.ts'

export interface PublicPage extends Drawn {
  status?: number
  /** True where any other site may show it in a frame. */
  isFramed?: true
  /** It can be read aloud by the device, which takes a script (R20: the page is whole without). */
  speaks?: true
  /** Its form is known again by a key of its own: the page is kept nowhere (R31). */
  isKeyed?: true
}
/** A file for programs: the same copies as the pages. */
export interface PublicFile {
  type: string
  body: string
  status?: number
  name?: string
}
/**
 * What someone left, and the narrow box it goes into. `caller` tells one caller from another for a
 * day, and `line` one line they come in on, whatever the browser says of itself; neither can be
 * turned back into an address.
 */
export interface Left {
  body: unknown
  /** The key of the form, where its page had one. */
  formKey: string | null
  at: string
  caller: string
  line: string
  inbox: Inbox
  isTooMuch: IsTooMuch
  postLetters: () => void
}
/** What a page that is one person's may read beside the Board, and the instant. */
export interface Alone {
  inbox: Inbox
  nowMs: number
}
/** The file of a copy that is public now, by its fingerprint. */
export type FileOf = (kind: FileKind, slug: string, hash: string) => Buffer | undefined
/**
 * A file that someone made and someone else approved: kept by the browser, and never opened here.
 */
export interface Download {
  type: string
  bytes: Buffer
  tag: string
  name: string
}
export interface BoardDoor {
  /**
   * A page in every language: English at the root, the others under `/{language}/`. What must not
   * stand in an address is sent on to one without it.
   */
  page: (path: `/${string}`, draw: (reader: Reader) => PublicPage | { to: string }) => void
  file: (path: `/${string}`, draw: (reader: Reader) => PublicFile) => void
  /** A file to keep, or the page that says why it is not there. */
  download: (
    path: `/${string}`,
    find: (reader: Reader, fileOf: FileOf) => Download | PublicPage,
  ) => void
  /** A picture that is drawn from a pair as it is told, or the page that says why it is not there. */
  picture: (path: `/${string}`, of: (reader: Reader) => PairWords | PublicPage) => void
  /**
   * A page whose address is one person's: it is kept nowhere. It may read what the one who holds a
   * code is told.
   */
  alone: (path: `/${string}`, draw: (reader: Reader, here: Alone) => PublicPage) => void
  /** A page whose form has a key of its own: it is drawn anew for each who asks, and kept nowhere. */
  keyed: (path: `/${string}`, draw: (reader: Reader) => PublicPage) => void
  /** What someone leaves here. It answers with a page that is kept nowhere, or sends them on. */
  leave: (
    path: `/${string}`,
    take: (reader: Reader, left: Left) => PublicPage | { to: string },
    options?: { fromAnywhere: true },
  ) => void
  /** ... and one that is about the whole site, in no language. */
  siteFile: (path: `/${string}`, draw: (reader: Reader) => PublicFile) => void
}

/** What stands behind the door, the same for every way to read. */
export interface Hall {
  app: FastifyInstance
  board: () => Board
  pictures: Pictures
  now: () => Date
  /** How many bytes of drawn pages are kept; as many as a house by itself keeps, where none are named. */
  pageBytes: number | undefined
  readerOf: (request: FastifyRequest) => Reader
  /** A path as it stands in each language. */
  inEachLanguage: (path: string) => string[]
}
/** ... and where there are files of someone's making. */
export interface FilesHall extends Hall {
  fileOf: FileOf
}
/** ... and where something can be left. */
export interface OpenHall extends FilesHall {
  inbox: Inbox
  turn: Turn
  postLetters: () => void
  isTooMuch: IsTooMuch
  callerOf: CallerOf
}
