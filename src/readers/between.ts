/** What a process that answers readers is told as it begins: all that it ever knows beside boards. */
export interface Begin {
  host: string
  port: number
  publicUrl: string
  trustProxy: boolean
  logLevel: string
  /** Where the server of the record listens, for all that is not read here. */
  socketPath: string
}
/** What it is told. News of the board comes as bytes: they are made once, for however many processes. */
export type ToReader =
  | { begin: Begin; news: Uint8Array }
  | { news: Uint8Array }
  | { look: true }
  | { stop: true }
/** ... and what it says; a board is known by its version. */
export type FromReader =
  | { up: true }
  | { here: true }
  | { listens: number }
  | { has: number }
  | { failed: string }
