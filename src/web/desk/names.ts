import { titleOfConcern } from '../../work/names.ts'

import type { Concern } from '../../domain/concerns/concern.ts'
import type { Day } from '../../domain/day.ts'
import { age } from '../../domain/concerns/concern.ts'
import { may } from '../../domain/may.ts'
import type { Store } from '../../store/store.ts'
import type { Who } from '../../domain/people/person.ts'
import { notFound } from '../errors.ts'
import type { ConcernLine } from '../views/desk/concerns.ts'
import type { ConcernGlance } from '../../store/glance/glance.ts'
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
  return concerns.map((concern) => {
    const { standing } = store.glances.concern(concern.id)!
    return {
      concern,
      text: titleOfConcern(concern),
      standing,
      days: age(concern, today),
      publication: publications.get(concern.id),
      actions: store.glances.actionsUnder(concern.id).filter((action) => may.see(who, action))
        .length,
    }
  })
}

/** As many of a long list as one can choose from: the newest. */
const MOST_TO_CHOOSE = 200

/** Concerns to choose from, by their words; all of them for who asked for a whole page (R20). */
export const toChoose = (
  { store, who, query }: Visit,
  passes: (concern: ConcernGlance) => boolean,
): Shown<{ id: number; text: string }> => {
  const ids = [...store.glances.concerns()]
    .filter((each) => !each.isTakenOut && each.mergedIntoId === null && passes(each))
    .filter((each) => may.see(who, each))
    .map((each) => each.id)
  const shown = query.all === 'yes' ? ids : ids.slice(-MOST_TO_CHOOSE)
  return {
    shown: store.concerns
      .listOf(shown, who)
      .map((each) => ({ id: each.id, text: titleOfConcern(each) })),
    more: ids.length - shown.length,
  }
}

/** Reads a number out of an address. Anything else is a page that is not here. */
export const idIn = (text: string | undefined): number => {
  if (!/^[1-9]\d{0,14}$/.test(text ?? '')) throw notFound()
  return Number(text)
}
