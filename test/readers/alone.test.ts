import { posix } from 'node:path'
import t from 'tap'
import { code } from '../support/sources.ts'

t.test('R10: a process that answers readers has no way to a record, by any import', async (t) => {
  const found = new Set(['src/reader.ts'])
  const packages = new Set<string>()
  for (const path of found)
    for (const name of running(code(path)))
      if (name.startsWith('.')) found.add(posix.join(posix.dirname(path), name))
      else packages.add(name)
  t.ok(found.has('src/web/board/door.ts') && packages.has('fastify'))
  t.same(
    [...found].filter(
      (path) => /^src\/(store|mail|work|sample)\//.test(path) && path !== 'src/store/tokens.ts',
    ),
    [],
  )
  t.same(
    [...packages].filter((name) => /^(drizzle|better-sqlite3|nodemailer|node:sqlite)/.test(name)),
    [],
  )
})

/** What is imported to run; types are gone by then. */
function running(text: string): string[] {
  return [
    ...text.matchAll(/^(?:import|export)\b(?!\s+type\b)(?:[\w\s{},*]*?\sfrom)?\s*'([^']+)'/gm),
  ].map(([, name]) => name!)
}
