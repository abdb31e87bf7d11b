import { lockFolder } from './store/folder.ts'
import { join, resolve } from 'node:path'
import { refuseBadPlace } from './commands/place.ts'
import { readConfig } from './config.ts'
import { openOutbox } from './mail/outbox.ts'
import { openPost } from './mail/post.ts'
import { openReturned } from './mail/returned.ts'
import { OTHER_KEY } from './store/secrets/bound.ts'
import { RENEW_MS, takeLease } from './work/lease/lease.ts'
import { openStore } from './store/store.ts'
import { wrongKey } from './work/backups/age.ts'
import { keepBoardFile, serve, stopWith } from './start.ts'

const read = readConfig(process.env)
if ('wrong' in read) stopWith(...read.wrong)
else {
  const { config } = read
  try {
    const wrong = await wrongKey(config.backups?.keys ?? [])
    if (wrong !== null) stopWith(wrong)
    if (config.boardFile) refuseBadPlace(resolve(config.boardFile), config.dataDir)
    const unlock = lockFolder(config.dataDir)
    const lease = await takeLease(config.dataDir)
    const store = openStore(config.dataDir)
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
    const parts = { store, post, now: () => new Date(), config, returned, outbox }
    const { app, url } = await serve(parts, () => {
      store.close()
      lease.release()
      unlock()
    })
    if (config.boardFile) keepBoardFile(app, store, config.boardFile)
    setInterval(() => {
      if (lease.renew()) return
      app.log.fatal('another machine keeps the record now: this one stops')
      process.exit(1)
    }, RENEW_MS).unref()
    if (config.publicUrl.startsWith('https:') && !config.trustProxy)
      app.log.warn(
        "PUBLIC_URL is https and TRUST_PROXY is not set: behind a proxy, one person's tries would count for everyone",
      )
    if (!store.signIn.hasItsKey()) {
      app.log.warn(OTHER_KEY)
      store.signIn.goOnWithKey()
    }
    if (!config.smtpUrl)
      app.log.info(`SMTP_URL is not set: letters are written to ${join(config.dataDir, 'outbox')}`)
    if (store.signIn.nobodyCanSignIn()) {
      const linkBase = config.port === 0 && !process.env.PUBLIC_URL ? url : config.publicUrl
      const link = store.signIn.makeLink(null, new Date().toISOString())
      process.stdout.write(
        `\nNobody can sign in yet. Set up the first coordinator, within an hour, at:\n  ${linkBase}/set-up/${link}\n\n`,
      )
    }
  } catch (error) {
    stopWith((error as Error).message)
  }
}
