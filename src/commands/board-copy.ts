import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { CannotStart } from '../store/cannot-start.ts'
import { connectBeside } from '../store/database.ts'
import { refuseOlder } from '../store/migrations.ts'
import { writeBoardFile } from '../store/publishing/board-file.ts'
import { command } from './command.ts'
import { refuseBadPlace } from './place.ts'

// Safe beside a running server: one moment of what is told, which has its name when it is whole.
command((file, { dataDir }) => {
  if (!file) throw new CannotStart('Say where the copy goes: npm run board-copy -- FILE')
  const to = resolve(file)
  const db = connectBeside(dataDir)
  try {
    refuseOlder(db.$client)
    refuseBadPlace(to, dataDir)
    writeBoardFile(db, to)
  } finally {
    db.$client.close()
  }
  const kb = Math.ceil(statSync(to).size / 1000).toLocaleString('en-GB')
  return [`What is told in public is in ${to}: ${kb} kB. Nothing private is in it.`]
})
