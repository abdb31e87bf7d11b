import { lockFolder } from './store/folder.ts'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { openPost } from './mail/post.ts'
import { buildSample, SAMPLE_NOW } from './sample/sample.ts'
import { serve, stopWith } from './start.ts'
import { openStore } from './store/store.ts'

// Always a folder of its own, inside DATA_DIR where one is set: each start begins by deleting, and
// must never meet a real record.
const folder = process.env.DATA_DIR ? join(process.env.DATA_DIR, 'demo') : './demo-data'
const read = readConfig({ LOG_LEVEL: 'warn', ...process.env, DATA_DIR: folder })
if ('wrong' in read) stopWith(...read.wrong)
else {
  const backups = { folder: join(folder, 'backups'), isChosen: false, keys: [] }
  const config = { ...read.config, smtpUrl: null, demo: true, backups, workers: 0 }
  try {
    const unlock = lockFolder(config.dataDir)
    for (const file of ['round-table.db', 'round-table.db-wal', 'round-table.db-shm'])
      rmSync(join(config.dataDir, file), { force: true })
    // Never a folder that somebody chose: it may hold the backups of a real record.
    rmSync(backups.folder, { recursive: true, force: true })
    const store = openStore(config.dataDir)
    buildSample(store)
    const post = openPost({
      smtpUrl: null,
      mailFrom: config.mailFrom,
      replyTo: config.replyTo ?? null,
      publicUrl: config.publicUrl,
      outbox: join(config.dataDir, 'outbox'),
    })
    const ahead = Date.now() - Date.parse(SAMPLE_NOW)
    await serve({ store, post, now: () => new Date(Date.now() - ahead), config }, () => {
      store.close()
      unlock()
    })
    process.stdout.write(
      [
        '',
        'The sample partnership. Its calendar stands at 27 January 2022, with the third round table open.',
        'Sign in at /sign-in as one of these; the page shows the code:',
        ...store.people.list().map((person) => `  ${person.email.padEnd(32)} ${person.role}`),
        '',
        'Nothing you do here is kept: each start is a fresh copy.',
        '',
      ].join('\n'),
    )
  } catch (error) {
    stopWith((error as Error).message)
  }
}
