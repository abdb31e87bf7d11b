import fc from 'fast-check'
import { closing } from './closing.ts'
import { staleGlances } from './glances.ts'
import { readInPublic } from './read.ts'
import { type Step, workflows } from './steps.ts'
import { take } from './take.ts'
import { openWorld, type World } from './world.ts'

/** What was done and read, over all workflows. */
export interface Figures {
  workflows: number
  steps: number
  typed: number
  told: number
  gone: number
  answers: number
  /** Steps that saved something. */
  saved: number
}

/**
 * Goes through workflows that nobody planned, and reads the public side after each.
 * @param also something done before the reading: a leak of one's own, to see that it is found.
 * @returns what failed, with how to run it again.
 */
export const goThrough = async (
  { runs, seed, path, withinMs }: { runs: number; seed?: number; path?: string; withinMs?: number },
  also: (world: World) => void = () => {},
): Promise<{ failed: string | null; figures: Figures; seed: number }> => {
  const figures: Figures = {
    workflows: 0,
    steps: 0,
    typed: 0,
    told: 0,
    gone: 0,
    answers: 0,
    saved: 0,
  }
  const property = fc.asyncProperty(workflows, async (steps) => {
    const wrong = await oneOf(steps, figures, also)
    if (wrong.length > 0) throw new Error(wrong.slice(0, 10).join('\n'))
  })
  const said = await fc.check(property, {
    numRuns: runs,
    ...(seed !== undefined && { seed }),
    ...(path !== undefined && { path }),
    ...(withinMs !== undefined && { interruptAfterTimeLimit: withinMs }),
    // A workflow is short enough to be read, and made shorter it takes minutes.
    endOnFailure: true,
  })
  const failed = said.failed
    ? `${said.errorInstance instanceof Error ? said.errorInstance.message : String(said.errorInstance)}\n` +
      `after ${JSON.stringify(said.counterexample)}\nagain with seed ${said.seed} and path ${said.counterexamplePath}`
    : null
  return { failed, figures, seed: said.seed }
}

const oneOf = async (
  steps: Step[],
  figures: Figures,
  also: (world: World) => void,
): Promise<string[]> => {
  const end = closing()
  try {
    const world = await openWorld(end)
    for (const step of steps) {
      await take(world, step)
      // Looked at after each step, so that what is kept is kept from the one to the next.
      world.house.store.glances.tables()
    }
    also(world)
    const stale = staleGlances(world.house)
    const { wrong, answers, told } = await readInPublic(world)
    figures.workflows += 1
    figures.steps += steps.length
    figures.typed += world.markers.count()
    figures.told += told
    figures.gone += world.gone.size
    figures.answers += answers
    figures.saved += world.saved()
    return [...stale, ...wrong]
  } finally {
    await end.close()
  }
}
