import { join } from 'node:path'
import type { Parts } from './app.ts'
import type { Config } from './config.ts'
import { openOutbox } from './mail/outbox.ts'
import { openPost } from './mail/post.ts'
import { openReturned } from './mail/returned.ts'
import { CannotStart } from './store/cannot-start.ts'
import { isFull, lockFolder } from './store/folder.ts'
import { OTHER_KEY } from './store/secrets/bound.ts'
import { openStore, type Store } from './store/store.ts'
import { wrongKey } from './work/backups/age.ts'
import { RENEW_MS, takeLease } from './work/lease/lease.ts'

/** The record of a folder with its post, and how to let go of it. */
export interface OpenRecord {
  parts: Parts & Required<Pick<Parts, 'returned' | 'outbox'>>
  close: () => void
  /** What to do where another machine took the record over: nothing more is written here. */
  whenLost: (lost: () => void) => void
}

/**
 * Opens the record of one partnership for this process alone, with the post that its settings name.
 * Refuses with one plain line, and holds nothing then.
 * @param isSound it is as this process left it.
 */
export const openRecord = async (
  config: Config,
  now: () => Date,
  isSound = false,
): Promise<OpenRecord> => {
  const wrong = await wrongKey(config.backups?.keys ?? [])
  if (wrong !== null) throw new CannotStart(wrong)
  try {
    return await openLocked(config, now, isSound)
  } catch (error) {
    if (!isFull(config.dataDir)) throw error
    throw new CannotStart(
      `The disk of ${config.dataDir} is full. Make room: nothing that was acknowledged is lost, and no backup is needed.`,
    )
  }
}

const openLocked = async (
  config: Config,
  now: () => Date,
  isSound: boolean,
): Promise<OpenRecord> => {
  const unlock = lockFolder(config.dataDir)
  try {
    const lease = await takeLease(config.dataDir)
    const store = openStore(config.dataDir, isSound)
    store.askBeforeWriting(lease.isHeld)
    const post = openPost({
      smtpUrl: config.smtpUrl,
      mailFrom: config.mailFrom,
      dkim: config.dkim ?? null,
      replyTo: config.replyTo ?? null,
      publicUrl: config.publicUrl,
      outbox: join(config.dataDir, 'outbox'),
    })
    const returned = openReturned(join(config.dataDir, 'returned')).take
    const outbox = openOutbox(join(config.dataDir, 'outbox'))
    let lost = (): void => {}
    const renewing = setInterval(() => {
      if (lease.renew()) return
      clearInterval(renewing)
      lost()
    }, RENEW_MS).unref()
    const close = (): void => {
      clearInterval(renewing)
      store.close()
      lease.release()
      unlock()
    }
    return {
      parts: { store, post, now, config, returned, outbox },
      close,
      whenLost: (then) => {
        lost = then
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** What whoever looks after the machine should know of it, said once. */
export const sayWhatIsLeft = (
  log: { warn: (words: string) => void; info: (words: string) => void },
  { store, config }: Pick<Parts, 'store' | 'config'>,
): void => {
  if (config.publicUrl.startsWith('https:') && !config.trustProxy)
    log.warn(
      "PUBLIC_URL is https and TRUST_PROXY is not set: behind a proxy, one person's tries would count for everyone",
    )
  if (!store.signIn.hasItsKey()) {
    log.warn(OTHER_KEY)
    store.signIn.goOnWithKey()
  }
  if (!config.smtpUrl)
    log.info(`SMTP_URL is not set: letters are written to ${join(config.dataDir, 'outbox')}`)
}

/** The link for the first coordinator, where there is nobody yet who could come in. */
export const sayHowToBegin = (store: Store, address: string, now: () => Date): void => {
  if (!store.signIn.nobodyCanSignIn()) return
  const link = store.signIn.makeLink(null, now().toISOString())
  process.stdout.write(
    `\nNobody can sign in yet. Set up the first coordinator, within an hour, at:\n  ${address}/set-up/${link}\n\n`,
  )
}
