import t from 'tap'
import { misspelt } from '../../src/misspelt.ts'

t.test('a setting that is misspelt is asked after where the setting itself is missing', (t) => {
  for (const name of ['BACKUP_KEYS', 'BACKUPKEY', 'BACKUP_KYE', 'BACKUP-KEY', 'backup_key'])
    t.same(misspelt({ [name]: 'age1' }), [`${name} is set and is no setting: is BACKUP_KEY meant?`])
  t.match(misspelt({ PARTNERSHIP: '/srv', TRUST_PROXIE: '1', DATADIR: 'x' }), [
    /is DATA_DIR meant/,
    /is PARTNERSHIPS meant/,
  ])
  t.same(misspelt({ BACKUP_KEYS: 'age1', BACKUP_KEY: 'age1' }), [], 'or it has another use')
  const others = ['PATH', 'HOME', 'POST', 'HOSTS', 'BACKUP', 'SMTP_URL_FILE', 'NODE_ENV']
  t.same(misspelt(Object.fromEntries(others.map((name) => [name, 'x']))), [])
  t.end()
})
