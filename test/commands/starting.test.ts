import { writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { mock } from 'node:test'
import t from 'tap'
import { SELDOM, START, SURROUNDINGS } from '../../src/bundle.js'
import { giveBack, makeGlances } from '../../src/start.ts'
import { code, read } from '../support/sources.ts'
import { emptyFolder, serving } from './programs.ts'

const IMPORT =
  /^(?:import|export)\s(?!type\s|const\s)(?:[^'"\n(]|\n(?!import|export|const))*?['"]([^'"\n]+)['"]/gm

/** What a file brings in as it is read itself: not by `import()`, and no types. */
const broughtIn = (path: string): string[] =>
  [...code(path).matchAll(IMPORT)].map((match) => match[1]!)

/** Packages that are read when the server starts, and the file that asks for each. */
const readAtStart = (): Map<string, string> => {
  const packages = new Map<string, string>()
  const paths = new Set(['src/server.ts'])
  for (const path of paths)
    for (const name of broughtIn(path))
      if (!name.startsWith('.')) packages.set(name, path)
      else if (/\.[jt]s$/.test(name)) paths.add(posix.join(posix.dirname(path), name))
  return packages
}

t.test('a server that starts reads no large library that somebody may ask for later', async (t) => {
  const packages = readAtStart()
  for (const known of ['fastify', 'better-sqlite3', 'zod']) t.ok(packages.has(known), known)
  t.same(
    SELDOM.filter((name) => packages.has(name)).map((name) => `${packages.get(name)}: ${name}`),
    [],
  )
  const installed = Object.keys(
    (JSON.parse(read('package.json')) as { dependencies: Record<string, string> }).dependencies,
  )
  t.same(
    SELDOM.filter((name) => !installed.includes(name)),
    [],
    'each is one of ours',
  )
})

t.test('the server is started alike by npm, in a container and by systemd', async (t) => {
  const line = START.join(' ')
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } }
  const around = Object.entries(SURROUNDINGS)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
  t.equal(scripts.start, `${around} exec node ${line}`)
  for (const file of ['Dockerfile', 'docs/round-table.service'])
    t.match(read(file), `NODE_ENV=production ${around} `, file)
  t.match(read('Dockerfile'), `\nCMD ${JSON.stringify(['node', ...START]).replaceAll(',', ', ')}\n`)
  t.match(read('docs/round-table.service'), `/node ${line}\n`)
})

t.test('a server gives back what it needs no more while nobody asks for anything', (t) => {
  const MB = 1024 ** 2
  const held = { used: 90 * MB, needed: 30 * MB, all: 100 * MB, cpuMs: 400 }
  const { gc } = globalThis
  let given = 0
  let lookedThrough = 0
  globalThis.gc = ((how: NodeJS.GCOptions) => {
    held.used = held.needed
    if (how.flavor !== 'last-resort') return (lookedThrough += 1)
    given += 1
    held.all = held.used + 2 * MB
  }) as NodeJS.GCFunction
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })
  t.teardown(() => {
    mock.timers.reset()
    globalThis.gc = gc
  })
  const whenStarted = giveBack({
    memoryUsage: Object.assign(
      () => ({ ...process.memoryUsage(), heapUsed: held.used, heapTotal: held.all }),
      { rss: () => 0 },
    ),
    cpuUsage: (before) => ({ user: held.cpuMs * 1000 - (before?.user ?? 0), system: 0 }),
  })
  mock.timers.tick(20_000)
  t.equal(given, 0, 'nothing, while it starts')
  whenStarted()
  mock.timers.tick(1000)
  t.equal(given, 1, 'what only the start needed')
  mock.timers.tick(39_000)
  t.equal(given, 1, 'nothing, where it holds no more than it did')
  held.all += 70 * MB
  held.used += 60 * MB
  held.cpuMs += 5000
  mock.timers.tick(60_000)
  t.equal(given, 1, 'nothing, while it has much to do')
  mock.timers.tick(60_000)
  t.equal(given, 2, 'what was needed for that, once it is quiet')
  held.used = held.needed = held.all = 300 * MB
  mock.timers.tick(60_000)
  t.equal(given, 2, 'nothing, where somebody would wait for it')
  t.equal(lookedThrough, 2)
  mock.timers.tick(60_000)
  t.equal(lookedThrough, 2, 'and it is not looked through again for nothing')
  t.end()
})

t.test('glances are made a step at a time, and never hold back what waits for them', async (t) => {
  const turns = (): Promise<void> => new Promise((done) => setTimeout(done, 20))
  const steps = function* (): Generator<undefined> {
    for (let i = 0; i < 3; i += 1) {
      told.push('a step')
      setImmediate(() => told.push('whoever asks'))
      yield
    }
  }
  const unreadable = function* (): Generator<undefined> {
    yield
    throw new Error('the disk is gone')
  }
  const told: string[] = []
  makeGlances(
    steps(),
    () => true,
    () => told.push('next'),
  )
  await turns()
  t.same(told.slice(0, 4), ['a step', 'whoever asks', 'a step', 'whoever asks'])
  t.equal(told.at(-1), 'next')
  told.length = 0
  makeGlances(
    unreadable(),
    () => true,
    () => told.push('next'),
  )
  await turns()
  t.same(told, ['next'], 'what waits says by itself that the record cannot be read')
  makeGlances(
    steps(),
    () => false,
    () => told.push('next'),
  )
  await turns()
  t.same(told, ['next'], 'nothing is read of a record that was closed')
})

t.test('R22: a server that finds another machine in its place stops by itself', async (t) => {
  const folder = emptyFolder()
  const server = await serving(t, folder)
  const theirs = { holder: 'theirs', machine: 'another', host: 'other', at: '2026-03-02T10:00:00Z' }
  writeFileSync(join(folder, 'lease.json'), JSON.stringify(theirs))
  t.equal(await server.ended, 1)
})
