import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../../src/app.ts'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import type { Store } from '../../../src/store/store.ts'

/** A server over a record that is measured, at the instant that the sample ends: nothing is sent. */
export const appOver = (store: Store, dataDir: string): Promise<FastifyInstance> =>
  buildApp({
    store,
    post: { send: async () => {} },
    now: () => new Date(SAMPLE_NOW),
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir,
      publicUrl: 'http://127.0.0.1',
      smtpUrl: null,
      mailFrom: 'x@localhost',
      logLevel: 'silent',
      trustProxy: false,
      accounts: null,
      demo: true,
    },
  })
