import t from 'tap'
import { EVERYONE, openDoors, statesOf } from '../support/doors.ts'
import { files, read } from '../support/sources.ts'
import { faultsOf } from '../support/templates.ts'

/** Folders whose templates are not laid out and typed yet. */
const NOT_YET = /^views\/(desk\/publishing|board\/(publishing\/entries|round-tables|evidence))\//

const COLUMNS = 120
const LINES = 250
const FILES = 15

const templates = files('views/**/*.eta')
  .filter((path) => !NOT_YET.test(path))
  .map((path) => ({ path, name: path.slice('views/'.length, -'.eta'.length), text: read(path) }))

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

t.test('no page says undefined, null, NaN or [object Object]', async (t) => {
  const { house, callers, ids } = await openDoors(t, new Set())
  const wrong: string[] = []
  let read = 0
  for (const route of house.routes.filter(({ method }) => method === 'GET'))
    for (const state of statesOf(route, ids).slice(0, 2))
      for (const caller of ['stranger', ...EVERYONE] as const) {
        if (route.policy === 'public' && caller !== 'stranger') continue
        const { body, headers } = await callers[caller].get(state.path)
        if (!String(headers['content-type'] ?? '').startsWith('text/html')) continue
        read += 1
        const said = body.match(/[^<>]*(\bundefined\b|\bNaN\b|\[object \w+\]|"null"|>null<)[^<>]*/)
        if (said) wrong.push(`${caller}: ${state.path}: ${said[0].trim().slice(0, 120)}`)
      }
  t.comment(`${read} pages were read`)
  t.same(wrong, [])
})
