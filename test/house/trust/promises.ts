import t from 'tap'
import { FIGURES } from '../../../src/web/views/board-parts.ts'
import { files, read } from '../../support/sources.ts'

const RULES = 31

const document = read('docs/trust.md')

/** A heading, and below it the tests that hold what it says. */
const sections = document
  .split(/^### /m)
  .slice(1)
  .map((text) => ({
    title: text.split('\n')[0]!,
    tests: [...text.matchAll(/^- (test\/\S+\.ts): (.+)$/gm)].map(([, file, title]) => ({
      file: file!,
      title: title!,
    })),
  }))

t.test('each rule is in docs/trust.md once, with tests that name it', async (t) => {
  const numbers = [...read('docs/rules.md').matchAll(/^- \*\*R(\d+)\*\*/gm)].map(([, n]) => +n!)
  t.equal(numbers.length, RULES)
  for (const number of numbers) {
    const found = sections.filter(({ title }) => title.startsWith(`R${number} `))
    t.equal(found.length, 1, `R${number}`)
    const named = new RegExp(`^(?:R\\d+(?:, | and ))*R${number}\\b`)
    t.ok(
      found[0]?.tests.some(({ title }) => named.test(title)),
      `a test of R${number} names it`,
    )
  }
})

t.test('each test that docs/trust.md names is there, by file and title', async (t) => {
  const there = new Map(files('test/**/*.ts').map((file) => [file, read(file)]))
  const named = sections.flatMap(({ tests }) => tests)
  t.ok(named.length > 100, `${named.length} tests are named`)
  t.same(
    named
      .filter(({ file, title }) => !isTitle(there.get(file) ?? '', title))
      .map(({ file, title }) => `${file}: ${title}`),
    [],
  )
  t.same(
    sections.filter(({ tests }) => tests.length === 0).map(({ title }) => title),
    [],
    'nothing is promised without a test',
  )
})

/** A title stands between its quotation marks, as it is. */
const isTitle = (text: string, title: string): boolean =>
  [`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => text.includes(quoted))

t.test('each figure of residents is said to be counted where it is', async (t) => {
  const parts = files('test/**/*.ts').filter((file) => file !== 'test/bench/counted.ts')
  for (const name of FIGURES) {
    const counting = parts.filter((file) => read(file).includes(`figure('${name}'`))
    const [, place] = new RegExp(`^\\| ${name} \\|.*\\| (.+) \\|$`, 'm').exec(document) ?? []
    t.equal(place, counting.join(', ') || 'not counted yet', name)
  }
})
