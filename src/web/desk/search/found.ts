import {
  nearnessOf,
  NEARNESSES,
  type Findable,
  type Nearness,
  type Query,
} from '../../../domain/search.ts'
import type { Path } from '../../to.ts'
import type { HitGroup } from '../../views/desk/search.ts'
import type { Visit } from '../visit.ts'
import { look } from '../names.ts'

/** One thing that a search may find: how it is read, and how its line is drawn. */
export interface Thing extends Findable {
  path: Path
  /** Where it stands, in words: asked for what is shown alone. */
  where: () => string
  isSaid?: boolean
  /** What is looked at when it is found, where it is held in private (R11). */
  held?: { id: number; noun: Parameters<typeof look>[2]; ground: string | null }
}
/** All things of one kind that this person may know of, the newest first. */
export interface Things {
  key: string
  title: string
  things: Thing[]
}

/** So many of each kind where all kinds are shown, and so many of one. */
const FEW = 6
const MANY = 100

/** What was found, by kind, what comes nearest first; and each look at what is held in private. */
export const foundIn = (
  all: Things[],
  query: Query,
  only: string,
): { groups: HitGroup[]; count: number; held: NonNullable<Thing['held']>[] } => {
  const found = all
    .map((kind) => ({ ...kind, found: nearestFirst(kind.things, query) }))
    .filter(({ found }) => found.length > 0)
  const most = only ? MANY : FEW
  return {
    groups: found
      .filter(({ key }) => !only || key === only)
      .map(({ key, title, found }) => ({
        key,
        title,
        count: found.length,
        hits: found.slice(0, most).map(hitOf),
      }))
      .toSorted((a, b) => Number(b.hits[0]!.isThis) - Number(a.hits[0]!.isThis)),
    count: found.reduce((sum, kind) => sum + kind.found.length, 0),
    // What is counted was looked at too, though its line is not drawn.
    held: found.flatMap((kind) => kind.found.flatMap(({ thing }) => thing.held ?? [])),
  }
}

interface Near {
  thing: Thing
  nearness: Nearness
}
const nearestFirst = (things: Thing[], query: Query): Near[] =>
  things
    .flatMap((thing): Near[] => {
      const nearness = nearnessOf(query, thing)
      return nearness ? [{ thing, nearness }] : []
    })
    .toSorted((a, b) => NEARNESSES.indexOf(a.nearness) - NEARNESSES.indexOf(b.nearness))

const hitOf = ({ thing, nearness }: Near) => ({
  title: thing.held ? 'Held in private' : thing.title,
  where: thing.held
    ? `${[...thing.numbers, ''].join('. ')}${thing.held.ground ?? ''}`
    : thing.where(),
  path: thing.path,
  isSaid: thing.isSaid === true && !thing.held,
  isHeld: thing.held !== undefined,
  isThis: nearness === 'number',
})

/** R11: each look is written before anything of it is drawn, and all of them or none. */
export const writeLooks = ({ store, by }: Visit, held: NonNullable<Thing['held']>[]): void => {
  if (held.length === 0) return
  store.together(() => {
    for (const { noun, id } of held) look(store, by, noun, { id, depth: 'named' })
  })
}

/** Sentences that are not there are left out. */
export const sentences = (...parts: (string | false | null | undefined)[]): string =>
  parts
    .filter((each) => !!each)
    .map((each) => `${each}.`)
    .join(' ')
