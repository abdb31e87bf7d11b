import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { buildReadersApp } from '../readers/readers-app.ts'
import { listenOn, stopOnSignal, stopWith, whyNot } from '../start.ts'
import { watchBoardFile } from '../store/publishing/board-file.ts'

// The public side alone, from a copy of the board: there is no record on this machine.
const [file, site] = process.argv.slice(2)
const read = readConfig(process.env)
if (!file) stopWith('Say which copy of a board to show: npm run board -- FILE')
else if ('wrong' in read) stopWith(...read.wrong)
else
  try {
    const { host, publicUrl, ...config } = read.config
    const told = watchBoardFile(resolve(file), Date.now, (error) => app.log.error(error.message))
    const app = await buildReadersApp({
      ...config,
      board: told.board,
      fileOf: told.file,
      now: () => new Date(),
      publicUrl: site ?? publicUrl,
      copied: { home: publicUrl },
    })
    stopOnSignal(async () => {
      await app.close()
      told.close()
    })
    const port = await listenOn(app, { host, port: config.port })
    process.stdout.write(`The board is at http://${host}:${port}\n`)
    process.stdout.write(`Whoever wants to do more than read is sent to ${publicUrl}\n`)
  } catch (error) {
    stopWith(whyNot(error))
  }
