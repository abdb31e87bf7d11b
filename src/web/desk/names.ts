import type { Concern } from '../../domain/concerns/concern.ts'
import { sayWhen, type Day } from '../../domain/day.ts'
import { age } from '../../domain/concerns/concern.ts'
import { MOST_LETTERS } from '../../domain/search.ts'
import { folded } from '../../domain/folded.ts'
import { may } from '../../domain/may.ts'
import type { Store } from '../../store/store.ts'
import type { Who } from '../../domain/people/person.ts'
import { HELD, titleOfAction, titleOfConcern } from '../../work/names.ts'
import { notFound } from '../errors.ts'
import type { ConcernLine } from '../views/desk/concerns.ts'
import type { ActionGlance, ConcernGlance } from '../../store/glance/glance.ts'
import type { By } from '../../store/journal.ts'
import type { Shown } from '../views/desk/frame.ts'
import type { Visit } from './visit.ts'

/** R11: writes the look at a named matter before anything of it is drawn. */
export const look = (
  store: Store,
  by: By,
  noun: 'concern' | 'action' | 'event' | 'leaflet' | 'programme',
  matter: { id: number; depth: string },
): void => {
  if (matter.depth === 'named') store.journal.recordLook(by, noun, matter.id)
}

/** Where each of these concerns stands. */
export const linesOf = (store: Store, concerns: Concern[], who: Who, today: Day): ConcernLine[] => {
  const publications = store.publications.entriesOf(
    concerns.filter((each) => each.depth !== 'named').map((each) => each.id),
  )
  const glancesUnder = store.glances.actionsUnder()
  return concerns.map((concern) => {
    const { standing } = store.glances.concern(concern.id)!
    return {
      concern,
      text: titleOfConcern(concern),
      standing,
      days: age(concern, today),
      publication: publications.get(concern.id),
      actions: glancesUnder(concern.id).filter((action) => may.see(who, action)).length,
    }
  })
}

/** Those of a list whose title says so, or all where nothing is looked for; none is read (R20). */
export const saying = <G extends { id: number; depth: string }>(
  { store }: Visit,
  noun: 'action' | 'concern',
  list: G[],
  q: string,
): G[] => {
  if (q === '') return list
  const word = folded(q.slice(0, MOST_LETTERS))
  const titled = store.search.idsTitled(noun, word)
  const isHeldSo = folded(HELD).includes(word)
  return list.filter(({ id, depth }) => (depth === 'named' ? isHeldSo : titled.has(id)))
}

/** As many of a long list as one can choose from: the newest. */
const MOST_TO_CHOOSE = 200

interface Choice {
  id: number
  text: string
}

/**
 * Concerns to choose from, by their words; all of them for who asked for a whole page (R20).
 * @param chosen those that stand there already: they stay, however old they are.
 */
export const concernsToChoose = (
  visit: Visit,
  passes: (concern: ConcernGlance) => boolean,
  chosen: readonly number[] = [],
): Shown<Choice> => {
  const { store, who } = visit
  const ids = idsToChoose(
    visit,
    store.glances.concerns(),
    (each) => each.mergedIntoId === null && passes(each),
    chosen,
  )
  return {
    ...ids,
    shown: store.concerns
      .listOf(ids.shown, who)
      .map((each) => ({ id: each.id, text: titleToChoose(each) })),
  }
}

/** ... and actions, by their number and their words. */
export const actionsToChoose = (
  visit: Visit,
  passes: (action: ActionGlance) => boolean,
  chosen: readonly number[] = [],
): Shown<Choice> => {
  const { store, who } = visit
  const ids = idsToChoose(visit, store.glances.actions(), passes, chosen)
  return {
    ...ids,
    shown: store.actions
      .listOf(ids.shown, who)
      .map((each) => ({ id: each.id, text: `${each.number}: ${titleOfAction(each)}` })),
  }
}

/** Numbers of those that one may choose from, as far as this person may know of them. */
export const idsToChoose = <G extends Choosable>(
  { who, query, body }: Visit,
  glances: Iterable<G>,
  passes: (glance: G) => boolean,
  chosen: readonly number[],
): Shown<number> => {
  const all = [...glances]
    .filter((each) => each.isTakenOut !== true && (chosen.includes(each.id) || passes(each)))
    .filter((each) => may.see(who, each))
    .map((each) => each.id)
  const from = query.all === 'yes' ? 0 : all.length - MOST_TO_CHOOSE
  const typed = idsTyped(body)
  const shown = all.filter((id, i) => i >= from || chosen.includes(id) || typed.has(id))
  return { shown, more: all.length - shown.length }
}

/** Whatever a form chose that is shown again: it stays, however old it is (R23). */
export const idsTyped = (body: unknown): Set<number> =>
  new Set(
    Object.entries((body ?? {}) as Record<string, unknown>)
      .filter(([name]) => /(?:^into|Ids?)(?:\[\])?$/.test(name))
      .flatMap(([, value]) => [value].flat().map(Number)),
  )

type Choosable = Pick<ConcernGlance, 'id' | 'depth' | 'list'> & { isTakenOut?: boolean }

/** What is held in private is told apart by when it was said and its ground alone. */
const titleToChoose = (concern: Concern): string =>
  concern.depth === 'named'
    ? `${titleOfConcern(concern)}, ${sayWhen(concern.raisedOn)}. ${concern.ground ?? ''}`
    : titleOfConcern(concern)

/** Reads a number out of an address. Anything else is a page that is not here. */
export const idIn = (text: string | undefined): number => {
  if (!/^[1-9]\d{0,14}$/.test(text ?? '')) throw notFound()
  return Number(text)
}
