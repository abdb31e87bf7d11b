import { openRecord, sayHowToBegin, sayWhatIsLeft } from './open-record.ts'
import { servePartnerships } from './partnerships/serve.ts'
import { configOfOne } from './partnerships/settings.ts'
import { serve, stopWith } from './start.ts'

const now = (): Date => new Date()

const serveOne = async (): Promise<void> => {
  const read = configOfOne(process.env)
  if ('wrong' in read) return stopWith(...read.wrong)
  const { config } = read
  const { parts, close } = await openRecord(config, now)
  const app = await serve(parts, close)
  sayWhatIsLeft(app.log, parts)
  const address = app.server.address()
  const isGiven = config.port !== 0 || !config.publicUrl.endsWith(':0')
  sayHowToBegin(
    parts.store,
    !isGiven && typeof address === 'object' && address
      ? `http://${config.host}:${address.port}`
      : config.publicUrl,
    now,
  )
}

try {
  if (process.env.PARTNERSHIPS) await servePartnerships(process.env, now)
  else await serveOne()
} catch (error) {
  stopWith((error as Error).message)
}
