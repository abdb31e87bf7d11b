import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { FIGURES } from '../../../src/web/views/board-parts.ts'
import { readFigures } from '../../../src/web/words/figures.ts'
import { files, read } from '../../support/sources.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
interface Package {
  version: string
  dependencies: Record<string, string>
}
const house = JSON.parse(read('package.json')) as Package

t.test('the image is made from one exact Node, the one that is tested', async (t) => {
  const bases = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, base]) => base!)
  t.ok(bases.length > 0)
  for (const base of bases)
    t.match(base, /^[\w./-]+:\d+\.\d+\.\d+[\w.-]*(@sha256:[\da-f]{64})?$/, `${base} does not move`)
  t.same(
    [...new Set(bases.map((base) => /:(\d+\.\d+\.\d+)/.exec(base)?.[1]))],
    [house.dependencies.node],
  )
})

t.test(
  'what the product is made of is one list: each package, its version and its bytes',
  async (t) => {
    // A Node that starts within a test run is put under its loaders, which npm does not need.
    const { NODE_OPTIONS: _loaders, ...env } = process.env
    const { status, stderr } = spawnSync('npm', ['run', '--silent', 'sbom'], {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    })
    t.equal(status, 0, stderr)
    const bill = JSON.parse(readFileSync(`${ROOT}build/sbom.cdx.json`, 'utf8')) as Bill
    t.equal(bill.bomFormat, 'CycloneDX')
    t.equal(bill.metadata.component.version, house.version)
    const listed = new Map(bill.components.map((each) => [`${each.name}@${each.version}`, each]))
    const { packages } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, Locked>
    }
    const locked = Object.entries(packages).filter(([path]) => path !== '')
    t.ok(locked.length > 500)
    t.same(
      locked.map(([path, one]) => nameOf(path, one)).filter((name) => !listed.has(name)),
      [],
      'nothing is left out',
    )
    t.same(
      locked
        .filter(([path, one]) => !one.dev && isForTests(listed.get(nameOf(path, one))!))
        .map(([path]) => path),
      [],
      'what is shipped is not said to be for tests alone',
    )
    t.same(
      bill.components.filter(({ hashes }) => !hashes?.length).map(({ name }) => name),
      [],
      'each by the digest of its bytes',
    )
  },
)
const nameOf = (path: string, { name, version }: Locked): string =>
  `${name ?? path.split('node_modules/').pop()!}@${version}`
const isForTests = ({ properties = [] }: Part): boolean =>
  properties.some(({ name }) => name === 'cdx:npm:package:development')
interface Part {
  name: string
  version: string
  hashes?: object[]
  properties?: { name: string }[]
}
interface Bill {
  bomFormat: string
  metadata: { component: { version: string } }
  components: Part[]
}
interface Locked {
  name?: string
  version: string
  dev?: true
}

t.test(
  'figures that residents read are of this version, and of tests that are there',
  async (t) => {
    t.ok(existsSync(`${ROOT}docs/figures.json`))
    const { version, on, tried } = readFigures(`${ROOT}docs/figures.json`)!
    t.equal(version, house.version, '`npm run figures` is run for each version')
    t.match(on, /^\d{4}-\d\d-\d\d$/)
    const counting = files('test/**/*.ts').map(read).join('\n')
    for (const [name, n] of Object.entries(tried)) {
      t.ok(n > 0, name)
      t.ok(counting.includes(`figure('${name}'`), `${name} is counted by a test`)
    }
    t.ok(Object.keys(tried).every((name) => (FIGURES as readonly string[]).includes(name)))
  },
)
