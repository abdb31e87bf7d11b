import { resolve } from 'node:path'
import { CannotStart } from '../store/cannot-start.ts'
import { connectBeside } from '../store/database.ts'
import { refuseOlder } from '../store/migrations.ts'
import { publishedStore } from '../store/published.ts'
import { writeSite } from '../readers/site-of-files.ts'
import { command } from './command.ts'

// Safe beside a running server: it reads what is told as it stood at one moment, and writes nothing
// in the record.
command(async (folder, { dataDir, publicUrl }, site) => {
  if (!folder) throw new CannotStart('Say where the files go: npm run export -- FOLDER')
  const db = connectBeside(dataDir)
  try {
    refuseOlder(db.$client)
    const told = publishedStore(db, () => {})
    const { files, written, gone, dead } = await writeSite(resolve(folder), {
      board: told.board(),
      fileOf: told.file,
      now: () => new Date(),
      site: (site ?? publicUrl).replace(/(?<!\/)\/+$/, ''),
      home: publicUrl,
    })
    const said = (number: number): string => number.toLocaleString('en-GB')
    return [
      `The public side is in ${resolve(folder)}: ${said(files)} files, ${said(written)} of them new, ${said(gone)} taken away.`,
      ...(dead.length > 0 ? [`Links that lead nowhere: ${dead.join(', ')}`] : []),
      `Whoever wants to do more than read is sent to ${publicUrl}`,
    ]
  } finally {
    db.$client.close()
  }
})
