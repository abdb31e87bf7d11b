import { isDeclined, latestOf, termsOf as termsOfAction, type Action } from '../../domain/action.ts'
import { currentLeaflets, type Board } from '../../domain/board.ts'
import { wordingOf } from '../../domain/concern.ts'
import type { Day } from '../../domain/day.ts'
import { hasBeen, SAY_EVENT, termsOf as termsOfEvent } from '../../domain/event.ts'
import { beginPage, happenedOn, originOf } from '../../domain/facts.ts'
import { handedOut, isCurrent, termsOf as termsOfLeaflet } from '../../domain/leaflet.ts'
import type { Paper } from '../../domain/paper.ts'
import { pointsOf, sightOf, termsOf as termsOfProgramme } from '../../domain/programme.ts'
import { monthTitle, SAY_PRESENCE } from '../../domain/round-table.ts'
import { holdsPeriod, isBefore, upwardsPaper, type Answered, type Given, type Held, type Met, type Period, type Run, type Upwards } from '../../domain/upwards.ts'
import type { Store } from '../../store/store.ts'
import { say } from '../say.ts'

export const UPWARDS_DEPTHS = ['public', 'table'] as const
export type UpwardsDepth = typeof UPWARDS_DEPTHS[number]

/** The sheet for senior officers and councillors: from what is public alone, or from the record as the table reads it. Nothing of a named matter is in either. */
export const upwardsFor = (store: Store, period: Period, depth: UpwardsDepth, today: Day): Paper => {
  const board = store.published.board()
  const isClosedYear = /^\d{4}$/.test(period) && period < today.slice(0, 4)
  const source = depth === 'public' ? toldAlready(board) : fromRecord(store, board, today)
  const open = depth === 'table' ? [] : store.concerns.listUnfiltered().filter((each) => each.depth !== 'named' && each.mergedIntoId === null && holdsPeriod(period, each.raisedOn) && !isTold(store, each.id))
  return upwardsPaper({
    period, partnership: board.partnership?.name ?? 'Round Table', madeOn: today, isPublic: depth === 'public', ...source,
    tables: source.tables.filter((each) => holdsPeriod(period, each.heldOn)), held: source.held.filter((each) => holdsPeriod(period, each.heldOn)), runs: source.runs.filter((each) => each.startsOn === null || holdsPeriod(period, each.startsOn) || isBefore(period, each.startsOn)),
    untold: open.length, privately: isClosedYear ? board.years.find((each) => each.slug === period)?.words.grounds ?? null : null
  })
}

type Source = Pick<Upwards, 'answered' | 'tables' | 'held' | 'runs' | 'given'>

const isTold = (store: Store, concernId: number): boolean => store.tellings.toldAt().some((each) => each.kind === 'entry' && each.concernId === concernId)

/** Only what is public: the words of approved copies, and the numbers that stand in them. */
const toldAlready = (board: Board): Source => {
  const standingOf = (slug: string | null): string => {
    const entry = board.entries.find((each) => each.slug === slug)
    return entry ? `${entry.words.said} ${say.standing(entry.words.standing)}.` : ''
  }
  return {
    answered: board.entries.map(({ words, publishedOn }): Answered => ({ ...words, on: words.on ?? publishedOn, who: words.who.map((each) => each.name).join(', ') || 'Owner not agreed yet' })),
    tables: board.tables.filter(({ words }) => words.state !== 'planned').map(({ words }): Met => ({
      title: monthTitle(words.heldOn), heldOn: words.heldOn, residents: null, came: words.organisations.filter((each) => each.expected || isHere(each.presence)).map((each) => ({ name: each.name, presence: SAY_PRESENCE[each.presence], isHere: isHere(each.presence) }))
    })).reverse(),
    held: board.events.filter(({ words }) => words.heldOn !== null).map(({ words }): Held => ({ name: words.name, kind: SAY_EVENT[words.what], heldOn: words.heldOn!, place: words.place, who: words.who.map((each) => each.name), came: words.came ? Number(words.came) : null, told: [words.told, words.worked?.words].filter(Boolean).join(' ') })).reverse(),
    runs: board.programmes.map(({ words }): Run => ({
      name: words.name, aim: words.aim, startsOn: words.startsOn, who: words.who.map((each) => each.name), pairings: words.phases.map((each) => each.pairings), sessions: words.sessions, wants: words.outcomes, learned: words.learning,
      chances: words.opportunities.map((each) => ({ words: each.words, became: [standingOf(each.entry), each.became].filter(Boolean).join(' ') }))
    })),
    given: currentLeaflets(board).map(({ words }): Given => ({ title: [words.title, words.version].filter(Boolean).join(', '), answers: words.answers, copies: words.copies ?? 0 }))
  }
}

/** The record as people who sign in read it: public words where there are some, else what the table wrote. Numbers are told as safely as in public (R17). */
const fromRecord = (store: Store, board: Board, today: Day): Source => {
  const organisations = store.organisations.list()
  const nameOf = (id: number | null): string => organisations.find((each) => each.id === id)?.name ?? 'Owner not agreed yet'
  const tables = store.tables.list()
  const live = store.tellings.toldAt()
  const standings = store.sources.standings()
  const all = store.concerns.listUnfiltered().filter((each) => each.depth !== 'named' && each.mergedIntoId === null)
  const saidOf = new Map<number, string>(all.map((each) => [each.id, wordingOf(each).text]))
  const answered = all.map((concern): Answered => {
    const { standing, actions } = standings.get(concern.id)!
    const seen = actions.filter((each) => each.depth !== 'named' && !isDeclined(each))
    const entry = board.entries.find((each) => live.some((one) => one.kind === 'entry' && one.concernId === concern.id && one.slug === each.slug))
    const latest = seen.map((each) => latestOf(each).at.slice(0, 10)).sort().at(-1)
    return {
      said: wordingOf(concern).text, did: entry && entry.words.standing === standing ? entry.words.did : seen.map(lineOf).join('\n') || 'Nothing agreed yet.', who: [...new Set(seen.map((each) => nameOf(termsOfAction(each).leadId)))].join(', ') || nameOf(null),
      on: entry && entry.words.standing === standing ? entry.words.on ?? latest ?? null : happenedOn(seen) ?? latest ?? null, raisedOn: concern.raisedOn, origin: originOf(concern, tables.find((each) => each.id === concern.roundTableId)), standing, worked: entry?.words.worked ?? null
    }
  })
  const numbers = new Map(store.sources.numbers().map((each) => [each.token, each.value]))
  return {
    answered,
    tables: tables.filter((each) => each.openedAt !== null).map((table): Met => ({ title: monthTitle(table.heldOn), heldOn: table.heldOn, residents: table.residents, came: beginPage(table, organisations, []).organisations.map((each) => ({ name: organisations.find((one) => one.code === each.code)!.name, presence: SAY_PRESENCE[each.presence], isHere: isHere(each.presence) })) })).reverse(),
    held: store.events.listUnfiltered().filter((event) => event.depth !== 'named' && hasBeen(event, today)).map((event): Held => {
      const { name, kind, heldOn, place, topics, tookAway, organisations: came } = termsOfEvent(event)
      return { name, kind: SAY_EVENT[kind], heldOn: heldOn!, place: place ?? '', who: came.map((each) => nameOf(each.organisationId)), came: numbers.get(`{${kind}-${event.id}.came}`) ?? null, told: [topics, tookAway].filter(Boolean).join(' ') }
    }).sort((a, b) => a.heldOn.localeCompare(b.heldOn)),
    runs: store.programmes.listUnfiltered().filter((each) => each.depth !== 'named').map((programme): Run => {
      const { name, aim, startsOn, partnerIds } = termsOfProgramme(programme)
      const seen = (kind: 'outcome' | 'learning' | 'opportunity') => pointsOf(programme, kind).filter((each) => !each.isHeld)
      const became = (id: number | null, action: Action | undefined): string => (id !== null && saidOf.has(id) ? `Concern: ${say.standing(standings.get(id)!.standing)}.` : action ? `Action ${action.number}: ${say.statusOf(action)}.` : '')
      return {
        name, aim, startsOn, who: partnerIds.map(nameOf), pairings: programme.phases.map((each) => each.pairings), sessions: store.unrecorded.ofProgramme(programme.id).filter((each) => each.headCount !== null).length,
        wants: seen('outcome').map((each) => ({ words: each.text, strength: sightOf(each)?.strength ?? null, known: sightOf(each)?.words ?? '' })), learned: seen('learning').map((each) => ({ theme: each.theme ?? '', words: each.text })),
        chances: seen('opportunity').map((each) => ({ words: each.text, became: each.steps.map((step) => [became(step.concernId, step.actionId === null ? undefined : store.actions.listUnfiltered([step.actionId])[0]), step.words].filter(Boolean).join(' ')).join(' ') }))
      }
    }),
    given: store.leaflets.listUnfiltered().filter((each, _, leaflets) => each.depth !== 'named' && isCurrent(each, leaflets)).map((leaflet): Given => ({ title: [termsOfLeaflet(leaflet).title, termsOfLeaflet(leaflet).version].filter(Boolean).join(', '), answers: termsOfLeaflet(leaflet).answers, copies: handedOut(leaflet) }))
  }
}

const isHere = (presence: string): boolean => presence === 'present' || presence === 'sent-someone'
/** An action in a line: its number, where it stands, and what was said last. */
const lineOf = (action: Action): string => `${action.number}: ${[termsOfAction(action).text, `${say.statusOf(action)}.`, latestOf(action).text].filter(Boolean).join(' ')}`
