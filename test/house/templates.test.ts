import t from 'tap'
import { files, read } from '../support/sources.ts'
import { faultsOf } from '../support/templates.ts'

const COLUMNS = 120
const LINES = 250
const FILES = 15

const templates = files('views/**/*.eta').map((path) => ({
  path,
  name: path.slice('views/'.length, -'.eta'.length),
  text: read(path),
}))

t.test('a template can be read: no long lines, files or folders', async (t) => {
  const long = templates.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, i) => ({ at: `${path}:${i + 1}`, columns: line.length }))
      .filter(({ columns }) => columns > COLUMNS)
      .map(({ at, columns }) => `${at} has ${columns} columns`),
  )
  t.same(long, [])
  t.same(
    templates
      .filter(({ text }) => text.trimEnd().split('\n').length > LINES)
      .map(({ path }) => path),
    [],
  )
  const folders = Object.groupBy(files('views/**/*.*'), (path) => path.replace(/\/[^/]+$/, ''))
  t.same(
    Object.entries(folders)
      .filter(([, inside]) => inside!.length > FILES)
      .map(([folder]) => folder),
    [],
  )
})

t.test(
  'a template uses what its view gives it, and writes out nothing that may be missing',
  async (t) => {
    t.same(faultsOf(templates), [])
  },
)

t.test('a drawing has a width and a height, also where no style is read', async (t) => {
  const drawn = [...templates, ...files('{src,static}/**/*.{ts,js,svg}').map(textOf)].flatMap(
    ({ path, text }) => [...text.matchAll(/<svg\b(?:%>|[^>])*>/g)].map(([tag]) => ({ path, tag })),
  )
  t.ok(drawn.length > 8, `${drawn.length} drawings`)
  t.same(
    drawn.filter(({ tag }) => !/\swidth="[^]*\sheight="/.test(tag)),
    [],
  )
})
const textOf = (path: string) => ({ path, text: read(path) })
