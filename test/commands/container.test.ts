import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { BUNDLE, isCurrent } from '../../src/bundle.js'
import { databaseFile } from '../../src/store/folder.ts'
import { sampleFile } from '../support/sample-file.ts'
import { emptyFolder, runIn, until } from './programs.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const linesOf = (file: string): string[] => readFileSync(join(ROOT, file), 'utf8').split('\n')

/** What a builder of images is handed: `.dockerignore`, whose last line that fits decides. */
const isHanded = (path: string): boolean =>
  linesOf('.dockerignore')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), pattern: line.replace(/^!/, '') }))
    .findLast(({ pattern }) => isWithin(path, pattern))?.keeps ?? true

const isWithin = (path: string, pattern: string): boolean =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}(/|$)`).test(path)

/** The `COPY` lines of the Dockerfile: what goes where. */
const copies = (): { from: string; to: string }[] =>
  linesOf('Dockerfile')
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => {
      const paths = line
        .split(/\s+/)
        .filter((each) => !each.startsWith('--'))
        .slice(1)
      const to = paths.pop()!
      return paths.map((from) => ({ from, to: to === './' ? from : to }))
    })

/** Makes the folder that the image holds, with the packages of this checkout. */
const imageFolder = (): string => {
  const folder = emptyFolder()
  for (const { from, to } of copies()) {
    const here = join(folder, to)
    mkdirSync(dirname(here), { recursive: true })
    cpSync(join(ROOT, from), here, {
      recursive: true,
      filter: (path) => isFolderOf(path) || isHanded(relative(ROOT, path)),
    })
  }
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

const isFolderOf = (path: string): boolean =>
  copies().some(({ from }) => join(ROOT, from).startsWith(`${path}/`) || join(ROOT, from) === path)

/** What the image runs, as its Dockerfile says. */
const command = (): string[] =>
  JSON.parse(
    linesOf('Dockerfile')
      .findLast((line) => line.startsWith('CMD'))!
      .slice(4),
  ) as string[]

t.test('all that the Dockerfile copies is handed to whoever builds it', async (t) => {
  t.same(
    copies()
      .map(({ from }) => from)
      .filter((from) => !isHanded(from)),
    [],
  )
  for (const secret of ['data/round-table.db', 'test/run.ts', '.git/config', 'docs/rules.md'])
    t.notOk(isHanded(secret), `${secret} stays out of the image`)
})

/** Starts what the image starts, asks for a page of each kind, and tells it to stop. */
const answersAndStops = async (t: Test, folder: string): Promise<void> => {
  const [node, ...args] = command()
  t.equal(node, 'node')
  const data = emptyFolder()
  partnershipIn(data)
  const server = runIn(folder, args, { DATA_DIR: data })
  t.teardown(() => server.child.kill('SIGKILL'))
  await until(() => server.out().includes('Round Table is at') || server.child.exitCode !== null)
  const url = /Round Table is at (\S+)/.exec(server.out())?.[1]
  t.ok(url, server.err())
  await until(() => backupsIn(data) > 0)
  t.equal(backupsIn(data), 1, 'its process for backups was found, and made the first')
  for (const path of PAGES) t.equal((await fetch(`${url}${path}`)).status, 200, path)
  server.child.kill('SIGTERM')
  t.equal(await server.ended, 0, 'it closed its record and ended by itself')
}
const PAGES = [
  '/',
  '/ar/',
  '/accessibility',
  '/about/honest',
  '/poster?quarter=all',
  '/feed.atom',
  '/round-tables.ics',
  '/entries/2021-q3-1/picture.png',
  '/sign-in',
  '/healthz',
]
const backupsIn = (data: string): number =>
  readdirSync(join(data, 'backups')).filter((name) => name.endsWith('.db')).length
/** A copy of the sample, which has something of everything. */
const partnershipIn = (folder: string): void => {
  copyFileSync(sampleFile(), databaseFile(folder))
}

t.test('the server starts from exactly the files of the image, and stops when told', async (t) => {
  const folder = imageFolder()
  await answersAndStops(t, folder)

  await t.test('... and so it does from the one file that is made of them', async (t) => {
    t.equal(await runIn(folder, ['src/commands/build.ts'], {}).ended, 0)
    t.ok(isCurrent(folder))
    await answersAndStops(t, folder)
  })
  await t.test('that file is used while nothing it is made of has changed', async (t) => {
    writeFileSync(join(folder, BUNDLE), 'process.exit(7)')
    t.equal(await runIn(folder, command().slice(1), { DATA_DIR: emptyFolder() }).ended, 7)
    writeFileSync(join(folder, 'src/domain/say.ts'), '\n', { flag: 'a' })
    t.notOk(isCurrent(folder))
    await answersAndStops(t, folder)
  })
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

t.test(
  'the unit for systemd is one that systemd takes, and runs the same server',
  { skip: !hasSystemd && 'not run here: there is no systemd' },
  async (t) => {
    const unit = readFileSync(join(ROOT, 'docs/round-table.service'), 'utf8')
    const [, node, args] = /^ExecStart=(\S+) (.*)$/m.exec(unit)!
    t.same(['node', ...args!.split(' ')], command())
    const here = join(emptyFolder(), 'round-table.service')
    writeFileSync(here, unit.replace(node!, process.execPath))
    const verdict = spawnSync('systemd-analyze', ['verify', here], { encoding: 'utf8' })
    t.equal(verdict.stderr.trim(), '')
    t.equal(verdict.status, 0)
  },
)
