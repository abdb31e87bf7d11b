import type { Action } from '../../domain/actions/action.ts'
import type { Given, Held, Met, Run } from '../../domain/evidence/briefing.ts'
import { eventTermsOf, hasBeen, SAY_EVENT, type Event } from '../../domain/evidence/event.ts'
import {
  handedOut,
  isCurrent,
  leafletTermsOf,
  type Leaflet,
} from '../../domain/evidence/leaflet.ts'
import {
  pointsOf,
  programmeTermsOf,
  sightOf,
  type Point,
  type PointKind,
  type Programme,
  type StepOn,
} from '../../domain/evidence/programme.ts'
import { holdsPeriod } from '../../domain/evidence/period.ts'
import type { Board } from '../../domain/publishing/board.ts'
import { presencesAt } from '../../domain/publishing/kinds/round-table.ts'
import { monthTitleOf, type RoundTable } from '../../domain/round-tables/round-table.ts'
import { say } from '../../domain/say.ts'
import type { LeafletGlance } from '../../store/glance/glance.ts'
import type { Store } from '../../store/store.ts'
import { answersIn } from './briefing-answers.ts'
import { presenceOf, type Source, type Time } from './briefing-source.ts'

/**
 * The record as people who sign in read it: public words where there are some, else what the table
 * wrote. Numbers are told as safely as in public (R17).
 */
export const fromRecord = (store: Store, board: Board, time: Time): Source => {
  const organisations = store.organisations.list()
  const nameOf = (id: number | null): string =>
    organisations.find((each) => each.id === id)?.name ?? 'Owner not agreed yet'
  return {
    answered: answersIn(store, board, time, nameOf),
    tables: tablesIn(store),
    held: eventsIn(store, time, nameOf),
    runs: runsIn(store, nameOf),
    given: leafletsIn(store),
  }
}

type NameOf = (organisationId: number | null) => string

const isKnown = ({ depth }: { depth: string }): boolean => depth !== 'named'

const tablesIn = (store: Store): Met[] => {
  const organisations = store.organisations.list()
  const metAt = (table: RoundTable): Met => ({
    title: monthTitleOf(table),
    heldOn: table.heldOn,
    residents: table.residents,
    came: presencesAt(table, organisations).map(presenceOf),
  })
  return store.roundTables
    .list()
    .filter((each) => each.openedAt !== null)
    .map(metAt)
    .toReversed()
}

const eventsIn = (store: Store, { period, today }: Time, nameOf: NameOf): Held[] => {
  // What was held at another time is not read (R20).
  const ids = [...store.glances.events()]
    .filter((each) => isKnown(each) && hasBeen(each, today) && holdsPeriod(period, each.heldOn!))
    .map((each) => each.id)
  const numbers = new Map(store.sources.numbers(ids).map((each) => [each.token, each.value]))
  const heldAs = (event: Event): Held => {
    const { name, kind, heldOn, place, topics, tookAway, organisations } = eventTermsOf(event)
    return {
      name,
      kind: SAY_EVENT[kind],
      heldOn: heldOn!,
      place: place ?? '',
      who: organisations.map((each) => nameOf(each.organisationId)),
      came: numbers.get(`{${kind}-${event.id}.came}`) ?? null,
      told: [topics, tookAway].filter(Boolean).join(' '),
    }
  }
  return store.events
    .listUnfiltered(ids)
    .map(heldAs)
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
}

const runsIn = (store: Store, nameOf: NameOf): Run[] => {
  const programmes = store.programmes.listUnfiltered().filter(isKnown)
  const stepIn = stepsIn(
    store,
    programmes.flatMap((each) => each.points.flatMap((point) => point.steps)),
  )
  const runOf = (programme: Programme): Run => {
    const { name, aim, startsOn, partnerIds } = programmeTermsOf(programme)
    const sessions = store.unrecordedSessions.ofProgramme(programme.id)
    const seen = (kind: PointKind): Point[] =>
      pointsOf(programme, kind).filter((each) => !each.isHeld)
    return {
      name,
      aim,
      startsOn,
      who: partnerIds.map(nameOf),
      pairings: programme.phases.map((each) => each.pairings),
      sessions: sessions.filter((each) => each.headCount !== null).length,
      wants: seen('outcome').map(wantOf),
      learned: seen('learning').map((each) => ({ theme: each.theme ?? '', words: each.text })),
      chances: seen('opportunity').map((each) => ({
        words: each.text,
        became: each.steps.map(stepIn).join(' '),
      })),
    }
  }
  return programmes.map(runOf)
}

const wantOf = (point: Point): Run['wants'][number] => {
  const sight = sightOf(point)
  return { words: point.text, strength: sight?.strength ?? null, known: sight?.words ?? '' }
}

/** What became of an opportunity: where its concern or its action stands, and what was said. */
const stepsIn = (store: Store, steps: StepOn[]): ((step: StepOn) => string) => {
  const actions = new Map(
    store.actions
      .listUnfiltered(steps.flatMap((each) => each.actionId ?? []))
      .filter((each) => isKnown(each) && each.takenOutAt === null)
      .map((each) => [each.id, each]),
  )
  /** Where it was joined to another, where that stands. */
  const standingOf = (id: number | null): string => {
    const concern = store.glances.concern(id ?? 0)
    if (!concern || !isKnown(concern) || concern.isTakenOut) return ''
    return concern.mergedIntoId === null
      ? `Concern: ${say.standing(concern.standing)}.`
      : standingOf(concern.mergedIntoId)
  }
  const stateOf = (action: Action | undefined): string =>
    action ? `Action ${action.number}: ${say.statusOf(action)}.` : ''
  return ({ concernId, actionId, words }) =>
    [standingOf(concernId) || stateOf(actions.get(actionId ?? 0)), words].filter(Boolean).join(' ')
}

const leafletsIn = (store: Store): Given[] =>
  store.leaflets
    .listUnfiltered(currentIds([...store.glances.leaflets()].filter(isKnown)))
    .map(givenAs)

const currentIds = (known: LeafletGlance[]): number[] =>
  known.filter((each) => isCurrent(each, known)).map((each) => each.id)

const givenAs = (leaflet: Leaflet): Given => {
  const { title, version, answers } = leafletTermsOf(leaflet)
  return {
    title: [title, version].filter(Boolean).join(', '),
    answers,
    copies: handedOut(leaflet),
  }
}
