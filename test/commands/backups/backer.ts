import { runRound } from '../../../src/work/backups/round.ts'

// Makes one backup after another until it is killed, as the server's own process for it would.
const [dataDir, folder, key] = process.argv.slice(2)
for (;;)
  await runRound({
    dataDir: dataDir!,
    folder: folder!,
    isChosen: true,
    keys: key ? [key] : [],
    at: new Date().toISOString(),
    isDue: true,
  })
