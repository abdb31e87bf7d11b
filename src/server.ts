import { resolve } from 'node:path'
import { refuseBadPlace } from './commands/place.ts'
import { misspelt } from './misspelt.ts'
import { openRecord, sayHowToBegin, sayWhatIsLeft } from './open-record.ts'
import { servePartnerships } from './partnerships/serve.ts'
import { configOfOne } from './partnerships/settings.ts'
import { giveBack, keepBoardFile, makeGlances, serve, stopWith, whyNot } from './start.ts'

const now = (): Date => new Date()

const serveOne = async (whenStarted: () => void): Promise<void> => {
  const read = configOfOne(process.env)
  if ('wrong' in read) return stopWith(...read.wrong)
  const { config } = read
  if (config.boardFile) refuseBadPlace(resolve(config.boardFile), config.dataDir)
  const { parts, close, whenLost } = await openRecord(config, now)
  // R8: the clock looks at all that is open. Whoever asks for a page meanwhile is answered first.
  let clock = (): void => {}
  const { app, url } = await serve({ ...parts, clockWaits: (run) => void (clock = run) }, close)
  whenLost(() => {
    app.log.fatal('another machine keeps the record now: this one stops')
    process.exit(1)
  })
  if (config.boardFile) keepBoardFile(app, parts.store, config.boardFile)
  makeGlances(
    parts.store.glances.warm(),
    () => app.server.listening,
    () => {
      clock()
      whenStarted()
    },
  )
  for (const line of misspelt(process.env)) app.log.warn(line)
  sayWhatIsLeft(app.log, parts)
  const isGiven = config.port !== 0 || !config.publicUrl.endsWith(':0')
  sayHowToBegin(parts.store, isGiven ? config.publicUrl : url, now)
}

try {
  const whenStarted = giveBack()
  if (process.env.PARTNERSHIPS) {
    await servePartnerships(process.env, now)
    whenStarted()
  } else await serveOne(whenStarted)
} catch (error) {
  stopWith(whyNot(error))
}
