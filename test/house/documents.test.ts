import t from 'tap'
import { files, read } from '../support/sources.ts'

const DOCUMENTS = ['README.md', 'CONTRIBUTING.md', ...files('docs/**/*.md')]

/** Folders of this house; those of `src/` are often said without it, such as `domain/may.ts`. */
const ROOTS = ['src', 'test', 'views', 'static', 'docs', 'migrations', '.ci']
const FLOORS = ['domain', 'store', 'mail', 'work', 'web', 'sample', 'commands']

t.test('a path that a document names is there', async (t) => {
  for (const document of DOCUMENTS)
    t.same(
      pathsIn(read(document)).filter((path) => !isThere(path)),
      [],
      document,
    )
})

t.test('each word of the glossary says where it lives', async (t) => {
  const rows = read('docs/glossary.md')
    .split('\n')
    .filter((line) => line.startsWith('| **'))
  t.ok(rows.length > 50)
  t.same(
    rows.filter((row) => pathsIn(row).length === 0),
    [],
  )
})

t.test('a command that a document names can be run', async (t) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  for (const document of DOCUMENTS)
    t.same(
      [...read(document).matchAll(/\bnpm run ([\w:-]+)/g)]
        .map(([, name]) => name!)
        .filter((name) => !(name in scripts)),
      [],
      document,
    )
})

/** What stands between backticks and looks like a path, and what begins like one anywhere else. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name!).filter(isPath)
  const plain = [...text.matchAll(/(?<![`\w/.-])(?:src|test|views|docs)\/[\w./-]*\w/g)].map(String)
  return [...new Set([...quoted, ...plain])]
}

function isPath(name: string): boolean {
  const [first] = name.split('/')
  return name.includes('/')
    ? [...ROOTS, ...FLOORS].includes(first!)
    : /^[\w-]+(\.test)?\.(ts|eta|md)$/.test(name)
}

/** `<area>` and `{code}` stand for any name; a file without a folder may be anywhere. */
function isThere(path: string): boolean {
  const pattern = path.replace(/<\w+>|\{\w+\}/g, '*').replace(/\/$/, '')
  const places = path.includes('/')
    ? [pattern, `src/${pattern}`]
    : [pattern, `{src,test,views}/**/${pattern}`]
  return places.some((place) => files(place).length > 0)
}
