import type { Source } from '../../domain/publishing/kinds/kind.ts'
import type { Noun } from './touched.ts'

/** Is told what an answer was made from. */
export type Depends = (noun: Noun, id: number | null | undefined) => void

/**
 * The same source, which says of each answer what it was made from. Nothing that it is asked can be
 * forgotten here: a question whose answer cannot be followed is refused.
 */
export const saying = (source: Source, depends: Depends): Source => {
  const names = <T>(answer: T): T => {
    depends('names', 0)
    return answer
  }
  const of =
    <A extends number | null | undefined, T>(noun: Noun, ask: (id: A) => T) =>
    (id: A): T => {
      depends(noun, id)
      return ask(id)
    }
  const ofActions =
    <T>(ask: (ids: number[]) => T) =>
    (ids: number[]): T => {
      for (const id of ids) depends('action', id)
      return ask(ids)
    }
  return {
    concern: of('concern', source.concern),
    actionsUnder: of('concern', source.actionsUnder),
    roundTable: of('round table', source.roundTable),
    gapsAt: of('round table', source.gapsAt),
    concernsAt: (roundTableId) => {
      const ids = source.concernsAt(roundTableId)
      depends('round table', roundTableId)
      for (const id of ids) depends('concern', id)
      return ids
    },
    toldOf: of('told of concern', source.toldOf),
    event: of('event', source.event),
    cameTo: of('event', source.cameTo),
    leaflet: of('leaflet', source.leaflet),
    leafletAt: of('told of leaflet', source.leafletAt),
    programme: of('programme', source.programme),
    sessionsOf: of('programme', source.sessionsOf),
    shownPhoto: (id) => names(of('photo', source.shownPhoto)(id)),
    answers: () => {
      depends('answers', 0)
      return source.answers()
    },
    entriesOf: (concernIds) => {
      sayTold(source, depends, concernIds)
      return source.entriesOf(concernIds)
    },
    concernsOfActions: ofActions(source.concernsOfActions),
    areHeld: ofActions(source.areHeld),
    organisations: () => names(source.organisations()),
    organisation: (id) => names(source.organisation(id)),
    label: (id) => names(source.label(id)),
    themes: () => names(source.themes()),
    ...NOT_FOLLOWED,
  }
}

/** What is told of a concern is told of what it was joined to as well. */
const sayTold = (source: Source, depends: Depends, concernIds: number[]): void => {
  for (const id of concernIds) {
    depends('concern', id)
    depends('told of concern', id)
    const above = source.concern(id)?.mergedIntoId
    if (above) sayTold(source, depends, [above])
  }
}

const refuse = (): never => {
  throw new Error('no glance is made from this: say in depends.ts what it was made from')
}
const NOT_FOLLOWED = { recordingsOf: refuse, readIn: refuse, matters: refuse, english: refuse }
