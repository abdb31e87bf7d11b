import Database from 'better-sqlite3'
import t from 'tap'
import { STATEMENTS } from '../../../src/store/published.ts'
import { openHouse } from '../../support/house.ts'
import { code, files } from '../../support/sources.ts'
import { INBOX_STATEMENTS } from '../../../src/store/residents/inbox-statements.ts'

t.test(
  'R10: every statement that the Board is made of reads copies, their files, withdrawals and seals, and nothing else',
  async (t) => {
    const house = await openHouse({ t })
    const db = new Database(house.file, { readonly: true })
    t.teardown(() => db.close())
    const pages = db
      .prepare('select rootpage, tbl_name from sqlite_schema where rootpage > 0')
      .all() as { rootpage: number; tbl_name: string }[]
    const PUBLIC = ['copies', 'withdrawals', 'copy_files', 'seals']
    for (const [name, text] of Object.entries(STATEMENTS)) {
      const steps = db.prepare(`explain ${text.replaceAll('?', "'x'")}`).all() as {
        opcode: string
        p2: number
        p3: number
      }[]
      const opened = steps.filter((step) =>
        ['OpenRead', 'OpenWrite', 'ReopenIdx'].includes(step.opcode),
      )
      t.ok(opened.length > 0, `${name} opens something`)
      t.same(
        opened
          .map(
            (step) =>
              pages.find((page) => page.rootpage === step.p2)?.tbl_name ?? `page ${step.p2}`,
          )
          .filter((table) => !PUBLIC.includes(table)),
        [],
        `${name} opens nothing else`,
      )
      t.same(
        steps.filter(
          (step) =>
            [
              'VOpen',
              'Insert',
              'Delete',
              'IdxInsert',
              'IdxDelete',
              'VUpdate',
              'AutoCommit',
            ].includes(step.opcode) && /^V|^AutoCommit/.test(step.opcode),
        ),
        [],
        `${name} only reads`,
      )
    }
    const view = steps(db, 'select text from concern_wordings')
    t.notOk(
      PUBLIC.includes(pages.find((page) => page.rootpage === view[0])?.tbl_name ?? ''),
      'this test would see a working table',
    )
  },
)

t.test(
  'R10, R27: what residents leave goes into its own tables, and of what they wrote nothing can be read back',
  async (t) => {
    const house = await openHouse({ t })
    const db = new Database(house.file, { readonly: true })
    t.teardown(() => db.close())
    const pages = db
      .prepare('select rootpage, tbl_name from sqlite_schema where rootpage > 0')
      .all() as { rootpage: number; tbl_name: string }[]
    const THEIRS = [
      'messages',
      'message_contacts',
      'replies',
      'verdicts',
      'followers',
      'follows',
      'follow_links',
      'letters',
      'journal',
      'sqlite_sequence',
    ]
    for (const [name, text] of Object.entries(INBOX_STATEMENTS)) {
      const opened = (
        db.prepare(`explain ${text.replaceAll('?', "'x'")}`).all() as {
          opcode: string
          p2: number
        }[]
      ).filter((step) => ['OpenRead', 'OpenWrite', 'ReopenIdx'].includes(step.opcode))
      const tables = [
        ...new Set(
          opened.map(
            (step) =>
              pages.find((page) => page.rootpage === step.p2)?.tbl_name ?? `page ${step.p2}`,
          ),
        ),
      ]
      // What a new row points at is looked up by its number alone.
      const into = text.match(/^insert into (\w+)/)?.[1]
      const pointedAt = into
        ? (db
            .prepare(`select "table" from pragma_foreign_key_list('${into}')`)
            .pluck()
            .all() as string[])
        : []
      t.same(
        tables.filter((table) => !THEIRS.includes(table) && !pointedAt.includes(table)),
        [],
        `${name} opens ${tables.join(', ')}`,
      )
      if (text.startsWith('select'))
        t.notMatch(
          text,
          /\b(text|word|name|reach|email)\b(?! =)/,
          `${name} answers with nothing that somebody typed`,
        )
    }
  },
)

t.test(
  'R10: what makes the Board has no other statement and imports nothing that could read',
  async (t) => {
    const text = code('src/store/published.ts')
    const running = [...text.matchAll(/^import (?!type)[^'"]*['"]([^'"]+)['"]/gm)].map(
      (match) => match[1]!,
    )
    t.same(
      running.filter((name) => !name.startsWith('../domain/')),
      [],
      'imports that run',
    )
    t.same(
      [...text.matchAll(/\bdb\.[\w.$]+\([^)]*\)/g)].map((match) => match[0]),
      ['db.$client.prepare(text)'],
      'the one use of the database',
    )
    t.equal([...text.matchAll(/\bdb\b/g)].length, 2, 'which is handed to nobody else')
    const readers = files('src/web/**/*.ts').filter((file) =>
      /\bSTATEMENTS\b|published\.(?!board|answers|reload)/.test(code(file)),
    )
    t.same(readers, [])
  },
)

/** The pages that a statement opens. */
function steps(db: Database.Database, text: string): number[] {
  return (db.prepare(`explain ${text}`).all() as { opcode: string; p2: number }[])
    .filter((step) => step.opcode === 'OpenRead')
    .map((step) => step.p2)
}
