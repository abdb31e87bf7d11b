import t from 'tap'
import { report, times } from './report.ts'
import { goThrough } from '../support/workflows/property.ts'

// The houses are those of the tests, which would be stopped after a while.
t.setTimeout(0)

// 1,000 workflows that nobody planned, and all that is public read after each; 25 in short.
// A failure says with which seed and path it is run again: `workflows.ts long 677727764 0:3:1`.
const [, seed, path] = process.argv.slice(2)
const {
  failed,
  figures,
  seed: used,
} = await goThrough({
  runs: times({ short: 25, long: 1000 }),
  ...(seed !== undefined && { seed: Number(seed) }),
  ...(path !== undefined && { path }),
  // Where time is short, as many as there is time for: the last line says how many that were.
  ...(process.env.WITHIN_SECONDS && { withinMs: Number(process.env.WITHIN_SECONDS) * 1000 }),
})
if (failed) console.error(failed)
report({
  tried: `${figures.workflows} workflows`,
  lost: failed ? 1 : 0,
  more: `${figures.steps} steps, ${figures.typed} texts typed, ${figures.told} told, ${figures.gone} taken down, ${figures.answers} public answers read, seed ${used}`,
})
process.exit()
