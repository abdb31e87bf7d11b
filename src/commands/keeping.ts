import { CannotStart } from '../store/cannot-start.ts'
import { connectBeside } from '../store/database.ts'
import { refuseOlder } from '../store/migrations.ts'
import { keepingStore } from '../store/keeping/keeping.ts'
import { command } from './command.ts'

// A dry run: it counts by the very conditions that things go by, and changes nothing.
command((day, { dataDir }) => {
  const at = day === undefined ? new Date() : new Date(`${day}T23:59:59.999Z`)
  if (Number.isNaN(at.getTime()))
    throw new CannotStart(
      `${day} is no day. Write it like 2027-01-31: npm run keeping -- 2027-01-31`,
    )
  const db = connectBeside(dataDir)
  try {
    refuseOlder(db.$client)
    const due = keepingStore(db).due(at.toISOString())
    const goes = due.filter(({ rows }) => rows > 0)
    return [
      `What goes by itself until ${at.toISOString().slice(0, 10)}:`,
      ...(goes.length === 0
        ? ['  nothing']
        : goes.map(({ rule, rows }) => `  ${rows}  ${rule.what}`)),
    ]
  } finally {
    db.$client.close()
  }
})
