import { databaseFile } from '../store/folder.ts'
import { CannotStart } from '../store/cannot-start.ts'
import { connectBeside } from '../store/database.ts'
import { refuseOlder } from '../store/migrations.ts'
import { storeOver } from '../store/store.ts'
import { command } from './command.ts'

// Whoever can run this can read the whole record, so the server itself is the proof of who asks.
command((address, { dataDir, publicUrl }) => {
  const db = connectBeside(dataDir)
  refuseOlder(db.$client)
  const store = storeOver(db, databaseFile(dataDir))
  try {
    const person = address ? store.people.findByEmail(address) : undefined
    const known = person && !person.endedAt ? person : undefined
    const first = !known && store.signIn.nobodyCanSignIn()
    if (!known && !first)
      throw new CannotStart(
        address
          ? `Nobody signs in with ${address}. Check the spelling, or ask a coordinator to add them.`
          : 'Say whom the link is for: npm run invite -- ADDRESS',
      )
    const link = store.signIn.makeLink(known?.id ?? null, new Date().toISOString())
    return [
      known
        ? 'It works once, within an hour, and ends the old second factor:'
        : 'Nobody can sign in yet. Set up the first coordinator, within an hour, at:',
      `  ${publicUrl}/set-up/${link}`,
    ]
  } finally {
    store.close()
  }
})
