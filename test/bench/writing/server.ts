import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appOver } from '../desk/app.ts'
import { buildSample, SAMPLE_NOW } from '../../../src/sample/sample.ts'
import { openStore } from '../../../src/store/store.ts'

// The sample partnership at the hour of its open round table, with a coordinator who is signed in.
const folder = mkdtempSync(join(tmpdir(), 'round-table-bench-'))
const store = openStore(folder)
buildSample(store)
const app = await appOver(store, folder)
const url = await app.listen({ host: '127.0.0.1', port: 0 })
const { id } = store.people.findByEmail('coordinator@mosaic.example')!
process.send!({
  url,
  session: store.signIn.startSession(id, true, SAMPLE_NOW),
  actionIds: [...store.glances.actions()].filter((each) => each.isOpen).map((each) => each.id),
})
process.on('disconnect', () => {
  store.close()
  rmSync(folder, { recursive: true })
  process.exit(0)
})
