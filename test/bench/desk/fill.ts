import Database from 'better-sqlite3'
import { existsSync, mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildSample } from '../../../src/sample/sample.ts'
import { databaseFile } from '../../../src/store/folder.ts'
import { openStore } from '../../../src/store/store.ts'
import { fillWithYears, TABLES } from './years.ts'

// A large record, made by the verbs of the record and by nothing else:
//   npm run bench:fill -- --tables 800 FOLDER
// The folder is then a DATA_DIR like any other, with the people of the sample.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tables: { type: 'string', default: String(TABLES) } },
})
const [folder] = positionals
if (folder === undefined || existsSync(databaseFile(folder)))
  throw new Error(
    'Name a folder that holds no record yet: npm run bench:fill -- --tables 800 FOLDER',
  )
mkdirSync(folder, { recursive: true })
const began = performance.now()
const store = openStore(folder)
buildSample(store)
fillWithYears(store, Number(values.tables))
store.close()
const db = new Database(databaseFile(folder), { readonly: true })
const count = (table: string): string =>
  (db.prepare(`select count(*) from ${table}`).pluck().get() as number).toLocaleString('en-GB')
console.log(
  `${['round_tables', 'concerns', 'publications', 'actions', 'updates', 'journal'].map((table) => `${table} ${count(table)}`).join(', ')}: ${((performance.now() - began) / 1000).toFixed(1)} s`,
)
