import { posix } from 'node:path'
import t from 'tap'
import { code, files } from '../support/sources.ts'

interface File {
  path: string
  floor: number
  code: string
  local: string[]
  packages: string[]
  running: string[]
}

/** The floors: the first pattern that fits says on which floor a file stands. */
const FLOORS: [RegExp, number][] = [
  [/^src\/domain\//, 0],
  [/^src\/(store|mail)\//, 1],
  [/^src\/work\//, 2],
  [/^src\/web\/(board|desk|report)\//, 4],
  [/^src\/web\//, 3],
  [/^src\/(app|bundle|config|dkim|fittings|misspelt|open-record|post-office|start)\.[jt]s$/, 5],
  [/^src\/(sample|readers|partnerships)\//, 5],
  [/^src\/((server|demo|launch|reader)\.[jt]s$|commands\/)/, 6],
]

const IMPORT = /\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g
/** Types are erased before anything runs, so they can make no circle. */
const TYPES =
  /\b(?:import|export)\s+type\s[^'"]*['"][^'"]+['"]|\bimport\s*\(\s*['"][^'"]+['"]\s*\)\s*\.\s*[A-Z]/g
const local = (path: string, text: string): string[] =>
  [...text.matchAll(IMPORT)]
    .map((match) => match[1]!)
    .filter((name) => name.startsWith('.'))
    .map((name) => posix.join(posix.dirname(path), name))

const house: File[] = files('src/**/*.{ts,js}').map((path) => {
  const text = code(path)
  return {
    path,
    code: text,
    floor: FLOORS.find(([pattern]) => pattern.test(path))?.[1] ?? -1,
    local: local(path, text),
    running: local(path, text.replace(TYPES, '')),
    packages: [...text.matchAll(IMPORT)]
      .map((match) => match[1]!)
      .filter((name) => !name.startsWith('.')),
  }
})
const on = (...floors: number[]): File[] => house.filter((file) => floors.includes(file.floor))
const at = (path: string): File | undefined => house.find((file) => file.path === path)
const fitting = (all: File[], pattern: RegExp): string[] =>
  all.flatMap((file) =>
    file.code
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file.path}: ${line.trim().slice(0, 120)}`),
  )

t.test('each file stands on a floor, and what it imports is there', async (t) => {
  t.same(
    house.filter((file) => file.floor < 0).map((file) => file.path),
    [],
    'files that no floor holds',
  )
  t.same(
    house.flatMap((file) =>
      file.local.filter((name) => !at(name)).map((name) => `${file.path} imports ${name}`),
    ),
    [],
    'imports of what is not there',
  )
  t.same(
    house.flatMap((file) =>
      file.local
        .filter((name) => !name.endsWith('.ts') && !(at(name) && name.endsWith('.js')))
        .map((name) => `${file.path} imports ${name}`),
    ),
    [],
    'imports end in .ts, or in .js where that is ours',
  )
  t.same(
    fitting(house, /\bimport\s*\((?!\s*['"]|isCurrent)|\brequire\s*\(/),
    [],
    'imports that cannot be read here, but for the choice of what is launched',
  )
})

t.test('imports only run downwards', async (t) => {
  t.same(
    house.flatMap((file) =>
      file.local
        .filter((name) => (at(name)?.floor ?? 9) > file.floor)
        .map((name) => `${file.path} imports ${name}`),
    ),
    [],
  )
})

t.test('no file imports itself by way of others', async (t) => {
  t.same(circles(), [])
})

t.test(
  'the domain imports nothing but the domain, and takes time and chance as arguments',
  async (t) => {
    t.same(
      on(0).flatMap((file) =>
        [...file.packages, ...file.local.filter((name) => !name.startsWith('src/domain/'))].map(
          (name) => `${file.path} imports ${name}`,
        ),
      ),
      [],
    )
    t.same(
      fitting(
        on(0),
        /\bDate\.now\(|\bnew Date\(\s*\)|\bprocess\.|\bMath\.random\b|\bfetch\(|\bconsole\./,
      ),
      [],
    )
  },
)

t.test('SQL and drizzle never leave the store', async (t) => {
  const outside = house.filter((file) => !file.path.startsWith('src/store/'))
  t.same(
    outside.flatMap((file) =>
      file.packages
        .filter((name) => /^(drizzle|better-sqlite3|node:sqlite)/.test(name))
        .map((name) => `${file.path} imports ${name}`),
    ),
    [],
  )
  t.same(
    fitting(
      outside,
      /['"`]\s*(select\s|insert into\s|update\s+\w+\s+set\s|delete from\s|pragma\s|create table\s|vacuum\s)|\.(prepare|pragma|exec)\(['"`]/i,
    ),
    [],
  )
})

t.test('a request and a reply never go below the rooms and what they share', async (t) => {
  t.same(fitting(on(0, 1, 2), /\b[Ff]astify|\brequest\.(raw|body|headers|ip)|\breply\b/), [])
})

t.test('the shape of input is read on floors 3 to 5', async (t) => {
  t.same(
    house
      .filter((file) => file.packages.includes('zod') && ![3, 4, 5].includes(file.floor))
      .map((file) => file.path),
    [],
  )
})

t.test(
  'R10: what residents are shown cannot reach the store, by any import of an import',
  async (t) => {
    const reached = reach(
      house.filter((file) => file.path.startsWith('src/web/board/')).map((file) => file.path),
    )
    t.same(
      [...reached].filter(
        (path) =>
          /^src\/(store|mail|work|sample)\//.test(path) ||
          path.startsWith('src/web/desk/') ||
          path.startsWith('src/web/report/'),
      ),
      [],
    )
    t.same(
      [...reached].flatMap((path) =>
        at(path)!
          .packages.filter((name) =>
            /^(drizzle|better-sqlite3|node:(fs|sqlite|net|http|child_process))/.test(name),
          )
          .map((name) => `${path} imports ${name}`),
      ),
      [],
    )
  },
)

t.test('rooms behind different doors never import each other', async (t) => {
  const door = (path: string): string | undefined =>
    path.match(/^src\/web\/(board|desk|report)\//)?.[1]
  t.same(
    on(4).flatMap((file) =>
      file.local
        .filter((name) => door(name) && door(name) !== door(file.path))
        .map((name) => `${file.path} imports ${name}`),
    ),
    [],
  )
})

t.test(
  'R22: a transaction is a plain function, so the domain and the store wait for nothing',
  async (t) => {
    t.same(
      fitting(
        house.filter((file) => /^src\/(domain|store)\//.test(file.path)),
        /\basync\b|\bawait\b|\bPromise\b/,
      ),
      [],
    )
  },
)

t.test('nothing is exported without a name', async (t) => {
  t.same(fitting(house, /\bexport\s+default\b|\bas default\b/), [])
  t.same(fitting(house, /\bexport\s+\*/), [], 'no barrels')
})

t.test('only what starts the house acts when it is imported', async (t) => {
  const acts = on(0, 1, 2, 3, 4).filter(
    (file) => /\bprocess\.(env|argv|exit)\b/.test(file.code) && file.path !== 'src/start.ts',
  )
  t.same(
    acts.map((file) => file.path),
    [],
  )
})

/** Everything that these files import, and what that imports, and so on: with themselves. */
function reach(from: string[]): Set<string> {
  const found = new Set(from)
  for (const path of found) for (const name of at(path)?.local ?? []) found.add(name)
  return found
}

/** Each circle of imports once, as the way around it. */
function circles(): string[] {
  const found = new Set<string>()
  const done = new Set<string>()
  const walk = (path: string, way: string[]): void => {
    const met = way.indexOf(path)
    if (met >= 0) {
      const circle = way.slice(met)
      const first = circle.indexOf([...circle].toSorted()[0]!)
      found.add([...circle.slice(first), ...circle.slice(0, first)].join(' → '))
      return
    }
    if (done.has(path)) return
    for (const name of at(path)?.running ?? []) walk(name, [...way, path])
    done.add(path)
  }
  for (const file of house) walk(file.path, [])
  return [...found]
}
