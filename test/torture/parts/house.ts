import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../../src/app.ts'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { openStore } from '../../../src/store/store.ts'
import { putKey } from '../../support/sample-file.ts'
import { HOST } from './encoded.ts'

/** The whole app over a copy of a record, listening; its calendar stands still at the sample's day. */
export const listening = async (record: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'round-table-torture-'))
  copyFileSync(record, databaseFile(folder))
  putKey(folder)
  const store = openStore(folder)
  let at = Date.parse(SAMPLE_NOW)
  const app = await buildApp({
    store,
    post: { send: async () => {} },
    now: () => new Date(at),
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      publicUrl: `http://${HOST}`,
      smtpUrl: null,
      mailFrom: 'Round Table <round-table@localhost>',
      logLevel: 'silent',
      trustProxy: true,
      accounts: null,
      demo: false,
    },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    port: (app.server.address() as AddressInfo).port,
    file: databaseFile(folder),
    pass: (seconds: number): void => {
      at += seconds * 1000
    },
    close: async (): Promise<void> => {
      await app.close()
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
