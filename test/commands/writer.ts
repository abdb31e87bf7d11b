import { writeSync } from 'node:fs'
import type { Raised } from '../../src/domain/concerns/concern.ts'
import { openStore } from '../../src/store/store.ts'

// Writes concerns until it is killed, and says each id only after the store has answered: what it
// has said is acknowledged.
const store = openStore(process.argv[2]!)
const raised: Raised = {
  text: 'The lights on the stairs are out.',
  raisedOn: '2021-07',
  originKind: 'phone',
  originNote: null,
  themeId: null,
  areaId: null,
  depth: 'table',
  ground: null,
  list: [],
}
for (let line = 1; ; line += 1) {
  const id = store.concerns.record(
    { ...raised, text: `${raised.text} ${line}` },
    { roundTableId: null, splitFromId: null },
    { personId: 1, at: new Date().toISOString() },
  )
  writeSync(1, `${id}\n`)
}
