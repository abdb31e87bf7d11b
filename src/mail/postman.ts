import type { Letter } from './letter.ts'
import type { Post } from './post.ts'

/** A letter that waits, and where what becomes of it is written. */
export interface Waiting {
  id: number
  messageId: string
  tries: number
}
export interface Letterbox<L extends Waiting> {
  due: (at: string) => L[]
  posted: (id: number, at: string, sent: boolean) => void
  /** Held back since the round began. */
  isHeld?: (id: number) => boolean
  failed: (id: number, tries: number, fault: string, tryAt: string) => void
  /** The mail server says for good that there is no such mailbox. */
  refused?: (id: number, status: string, at: string) => void
}

interface Round<L extends Waiting> {
  box: Letterbox<L>
  write: (row: L) => Letter | undefined
  post: Post
  now: () => Date
  /** Told of a round that came to nothing, for the log. */
  fault: (error: unknown) => void
}

const EVERY_MS = 60_000
const LONGEST_WAIT_MS = 6 * 3_600_000

/**
 * Posts what is in the letterbox, one at a time, and tries again with patience: after a minute,
 * two, four, up to six hours. A letter that cannot be written any more (its reader has left) counts
 * as posted. It goes on where it was after a stop, since the rows are on disk (R22).
 */
export const openPostman = <L extends Waiting>(round: Round<L>) => {
  const deliver = delivering(round)
  let onItsWay: Promise<void> | undefined
  let again = false
  /**
   * Goes round once. Whoever calls while it is on its way may have a letter that this round has not
   * seen, so that it goes round once more.
   */
  const run = (): Promise<void> => {
    again = true
    return (onItsWay ??= (async () => {
      while (again) {
        again = false
        await deliver()
      }
    })()
      .catch(round.fault)
      .finally(() => {
        onItsWay = undefined
      }))
  }
  const timer = setInterval(() => {
    void run()
  }, EVERY_MS)
  timer.unref()
  return {
    run,
    stop: async (): Promise<void> => {
      clearInterval(timer)
      await onItsWay
    },
  }
}

const delivering = <L extends Waiting>({ box, write, post, now }: Round<L>) => {
  // Gone, and not written down: a disk without room must not send a letter once a minute.
  const gone = new Set<number>()
  return async (): Promise<void> => {
    for (const row of box.due(now().toISOString())) {
      if (box.isHeld?.(row.id)) continue
      let letter: Letter | undefined
      try {
        letter = gone.has(row.id) ? undefined : write(row)
        if (letter) {
          await post.send({ ...letter, messageId: row.messageId })
          gone.add(row.id)
        }
      } catch (error) {
        const status = refusalIn(error)
        if (status !== null && box.refused) {
          box.refused(row.id, status, now().toISOString())
          continue
        }
        const tries = row.tries + 1
        box.failed(
          row.id,
          tries,
          faultOf(error),
          new Date(
            now().getTime() + Math.min(EVERY_MS * 2 ** (tries - 1), LONGEST_WAIT_MS),
          ).toISOString(),
        )
        continue
      }
      box.posted(row.id, now().toISOString(), gone.has(row.id))
      gone.delete(row.id)
    }
  }
}

/**
 * The code of a refusal that is about the address and will not change (RFC 5321, 3463): a server
 * that refuses us ourselves (5.7), or is only busy, is asked again.
 */
export const refusalIn = (error: unknown): string | null => {
  const { command, responseCode = 0, response = '' } = firstRefusal(error)
  if (command !== 'RCPT TO' || responseCode < 550 || responseCode > 559) return null
  const status = String(response).match(/\b5\.\d{1,3}\.\d{1,3}\b/)?.[0] ?? '5.0.0'
  return status.startsWith('5.7') ? null : status
}

interface Refusal {
  command?: string
  responseCode?: number
  response?: string
  rejectedErrors?: Refusal[]
}

const firstRefusal = (error: unknown): Refusal =>
  (error as Refusal).rejectedErrors?.[0] ?? (error as Refusal)

/** The kind of fault, never its words: they may hold an address. */
const faultOf = (error: unknown): string =>
  String((error as { code?: unknown }).code ?? (error as Error).name ?? 'unknown').slice(0, 40)
