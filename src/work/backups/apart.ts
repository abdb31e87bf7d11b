import { setPriority } from 'node:os'
import { runRound, type Round } from './round.ts'

// The process in which backups are made (see keeper.ts): a large record holds up nobody, and a server
// that stops waits for nothing.

const LOW = 10

// Who stops the server stops all that belongs to it. The server ends this process itself, and knows
// then that nothing failed.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})

process.once('message', async (round) => {
  setPriority(LOW)
  const failed = await runRound(round as Round)
  if (process.connected) process.send!({ failed }, () => process.disconnect())
})
