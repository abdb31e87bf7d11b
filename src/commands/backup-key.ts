import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CannotStart } from '../store/cannot-start.ts'
import { newKey } from '../work/backups/age.ts'
import { command } from './command.ts'

// A key for backups, as `age-keygen` would write it. The secret half goes to the file alone: what is
// printed may be read by anybody.
command(async (file) => {
  if (!file) throw new CannotStart('Say where the key goes: npm run backup-key -- FILE')
  const to = resolve(file)
  if (existsSync(to)) throw new CannotStart(`${to} is there already. Choose another name.`)
  const { secret, open } = await newKey()
  const lines = ['# Opens the backups of Round Table.', `# public key: ${open}`, secret]
  writeFileSync(to, `${lines.join('\n')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return [
    `The key is in ${to}. Keep it in two places, and take it away from this machine:`,
    'without it nobody opens a backup. Set its public half for the server:',
    `  BACKUP_KEY=${open}`,
  ]
})
