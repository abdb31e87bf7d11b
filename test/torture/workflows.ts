import t from 'tap'
import { goThrough } from '../support/workflows/property.ts'

// The houses are those of the tests, which would be stopped after a while.
t.setTimeout(0)

// 1,000 workflows that nobody planned, and all that is public read after each. With `short`, 25.
// A failure says with which seed and path it is run again: `workflows.ts long 677727764 0:3:1`.
const [length = 'short', seed, path] = process.argv.slice(2)
const began = performance.now()
const {
  failed,
  figures,
  seed: used,
} = await goThrough({
  runs: length === 'long' ? 1000 : 25,
  ...(seed !== undefined && { seed: Number(seed) }),
  ...(path !== undefined && { path }),
  // Where time is short, as many as there is time for: the last line says how many that were.
  ...(process.env.WITHIN_SECONDS && { withinMs: Number(process.env.WITHIN_SECONDS) * 1000 }),
})
if (failed) console.error(failed)
const took = Math.round((performance.now() - began) / 1000)
console.log(
  `${failed ? 'FAILED' : 'ok'} workflows: ${figures.workflows} workflows, ${figures.steps} steps, ${figures.saved} saved, ${figures.typed} texts typed, ${figures.told} told, ${figures.gone} taken down, ${figures.answers} public answers read, seed ${used}, ${took} s`,
)
process.exit(failed ? 1 : 0)
