import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { openOutbox } from '../../../src/mail/outbox.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { storeOver } from '../../../src/store/store.ts'
import type { Acknowledged } from './look.ts'

// Writes through the store and the outbox, and says each thing only once it is done: what it has
// said is acknowledged. It is watched from outside (`recorded.ts`).

const [folder, synchronous, rounds] = process.argv.slice(2) as [string, string, string]
const db = openDatabase(folder)
// The control has what the driver would have by itself.
if (synchronous === 'NORMAL') db.$client.pragma('synchronous = NORMAL')
// The log is emptied into the file often, so that power fails in the middle of that too.
db.$client.pragma('wal_autocheckpoint = 40')
const store = storeOver(db, databaseFile(folder))
const outbox = openOutbox(join(folder, 'outbox'))

const say = (done: Acknowledged): void => {
  writeSync(1, `ACK ${JSON.stringify(done)}\n`)
}
const by = { personId: 1, at: '2022-01-27T10:40:00.000Z' }
const messages: number[] = []

const raise = (text: string): number =>
  store.concerns.record(
    {
      text,
      raisedOn: '2021-07',
      originKind: 'phone',
      originNote: null,
      themeId: null,
      areaId: null,
      depth: 'table',
      ground: null,
      list: [],
    },
    { roundTableId: null, splitFromId: null },
    by,
  )

const leave = (text: string): number => {
  store.inbox.leaveMessage(
    { language: 'en', text, area: null, name: 'A', reach: 'B' },
    by.at,
    '2022-01-27',
  )
  return store.messages.listUnfiltered().at(-1)!.id
}

for (let n = 0; n < Number(rounds); n++) {
  const text = `The lights on the stairs are out. ${n}`
  say({ what: 'concern', id: raise(text), text })
  const both = store.together(() => [raise(`${text} first`), raise(`${text} second`)] as const)
  say({ what: 'concern', id: both[0], text: `${text} first` })
  say({ what: 'concern', id: both[1], text: `${text} second` })
  const message = leave(`Nobody came. ${n}`)
  messages.push(message)
  say({ what: 'message', id: message, text: `Nobody came. ${n}` })
  if (n % 3 === 2) {
    const id = messages.shift()!
    store.erasures.record('message', id, by)
    say({ what: 'erased', id, text: '' })
  }
  if (n % 4 === 3) {
    const letter = `Subject: Letter ${n}\r\n\r\n${'What was agreed. '.repeat(100)}\r\n`
    await outbox.write(Buffer.from(letter))
    say({ what: 'letter', id: n, text: letter })
  }
}
process.kill(process.pid, 'SIGKILL')
