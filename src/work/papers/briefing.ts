import { awaitsClosing } from '../../domain/concerns/standing.ts'
import {
  isDeclined,
  isFinished,
  isOpen,
  isProposed,
  lastHeardOn,
  latestOf,
  silence,
  termsOf as termsOfAction,
  type Action,
} from '../../domain/actions/action.ts'
import {
  couldNot,
  currentLeaflets,
  silentDays,
  type Board,
  type Copy,
} from '../../domain/publishing/board.ts'
import { wordingOf } from '../../domain/concerns/concern.ts'
import type { Day } from '../../domain/day.ts'
import { hasBeen, SAY_EVENT, eventTermsOf } from '../../domain/evidence/event.ts'
import { beginPage, happenedOn, originOf } from '../../domain/publishing/from-record.ts'
import { handedOut, isCurrent, leafletTermsOf } from '../../domain/evidence/leaflet.ts'
import type { Paper } from '../../domain/round-tables/minutes-paper.ts'
import { pointsOf, sightOf, programmeTermsOf } from '../../domain/evidence/programme.ts'
import { monthTitle, SAY_PRESENCE } from '../../domain/round-tables/round-table.ts'
import {
  holdsPeriod,
  isBefore,
  briefingPaper,
  type Answered,
  type Given,
  type Held,
  type Met,
  type Period,
  type Run,
  type Briefing,
} from '../../domain/evidence/briefing.ts'
import { SAY_STRENGTH, type EntryWords } from '../../domain/publishing/words.ts'
import type { Store } from '../../store/store.ts'
import { say } from '../../domain/say.ts'

export const BRIEFING_DEPTHS = ['public', 'table'] as const
export type BriefingDepth = (typeof BRIEFING_DEPTHS)[number]

/**
 * The sheet for senior officers and councillors: from what is public alone, or from the record as
 * the table reads it. Nothing of a named matter is in either.
 */
export const briefingFor = (
  store: Store,
  period: Period,
  depth: BriefingDepth,
  today: Day,
): Paper => {
  const board = store.published.board()
  const isClosedYear = /^\d{4}$/.test(period) && period < today.slice(0, 4)
  const source = depth === 'public' ? toldAlready(board, today) : fromRecord(store, board, today)
  return briefingPaper({
    period,
    partnership: board.partnership?.name ?? 'Round Table',
    madeOn: today,
    isPublic: depth === 'public',
    ...source,
    tables: source.tables.filter((each) => holdsPeriod(period, each.heldOn)),
    held: source.held.filter((each) => holdsPeriod(period, each.heldOn)),
    runs: source.runs.filter(
      (each) =>
        each.startsOn === null ||
        holdsPeriod(period, each.startsOn) ||
        isBefore(period, each.startsOn),
    ),
    untold: source.answered.filter((each) => !each.isTold && holdsPeriod(period, each.raisedOn))
      .length,
    privately: isClosedYear
      ? (board.years.find((each) => each.slug === period)?.words.grounds ?? null)
      : null,
  })
}

type Source = Pick<Briefing, 'tables' | 'held' | 'runs' | 'given'> & {
  answered: (Answered & { isTold: boolean })[]
}

/** Only what is public: the words of approved copies, and the numbers that stand in them. */
const toldAlready = (board: Board, today: Day): Source => {
  const standingOf = (slug: string | null): string => {
    const entry = board.entries.find((each) => each.slug === slug)
    return entry ? `${entry.words.said} ${say.standing(entry.words.standing)}.` : ''
  }
  return {
    answered: board.entries.map((entry) => ({
      ...entry.words,
      on: entry.words.on ?? entry.publishedOn,
      who: entry.words.who.map((each) => each.name).join(', ') || 'Owner not agreed yet',
      ...marksOf(entry, today),
      isTold: true,
    })),
    tables: board.tables
      .filter(({ words }) => words.state !== 'planned')
      .map(({ words }): Met => ({
        title: monthTitle(words.heldOn),
        heldOn: words.heldOn,
        residents: null,
        came: words.organisations
          .filter((each) => each.expected || isHere(each.presence))
          .map((each) => ({
            code: each.code,
            name: each.name,
            presence: SAY_PRESENCE[each.presence],
            isHere: isHere(each.presence),
          })),
      }))
      .toReversed(),
    held: board.events
      .filter(
        ({ words }) => words.heldOn !== null && words.heldOn <= today.slice(0, words.heldOn.length),
      )
      .map(({ words }): Held => ({
        name: words.name,
        kind: SAY_EVENT[words.what],
        heldOn: words.heldOn!,
        place: words.place,
        who: words.who.map((each) => each.name),
        came: words.came ? Number(words.came) : null,
        told: [
          words.told,
          words.worked
            ? [words.worked.words, `(${SAY_STRENGTH[words.worked.strength]})`]
                .filter(Boolean)
                .join(' ')
            : '',
        ]
          .filter(Boolean)
          .join('\n'),
      }))
      .toReversed(),
    runs: board.programmes.map(({ words }): Run => ({
      name: words.name,
      aim: words.aim,
      startsOn: words.startsOn,
      who: words.who.map((each) => each.name),
      pairings: words.phases.map((each) => each.pairings),
      sessions: words.sessions,
      wants: words.outcomes,
      learned: words.learning,
      chances: words.opportunities.map((each) => ({
        words: each.words,
        became: [standingOf(each.entry), each.became].filter(Boolean).join(' '),
      })),
    })),
    given: currentLeaflets(board).map(({ words }): Given => ({
      title: [words.title, words.version].filter(Boolean).join(', '),
      answers: words.answers,
      copies: words.copies ?? 0,
    })),
  }
}

/**
 * What could not be done of something done, what the table has not closed, and for how long nothing
 * was heard, as its public page says it (R1, R3, R8).
 */
const marksOf = (
  entry: Copy<EntryWords>,
  today: Day,
): Pick<Answered, 'couldNot' | 'notYetClosed' | 'silent'> => ({
  couldNot: couldNot(entry.words).map((each) => each || 'a part of it.'),
  notYetClosed: entry.words.notYetClosed && entry.words.standing === 'done',
  silent: silentDays(entry, today),
})

/**
 * The record as people who sign in read it: public words where there are some, else what the table
 * wrote. Numbers are told as safely as in public (R17).
 */
const fromRecord = (store: Store, board: Board, today: Day): Source => {
  const organisations = store.organisations.list()
  const nameOf = (id: number | null): string =>
    organisations.find((each) => each.id === id)?.name ?? 'Owner not agreed yet'
  const tables = store.roundTables.list()
  const slugs = new Map(board.entries.map((each) => [each.slug, each]))
  const told = new Map(
    store.publications
      .toldAt()
      .flatMap((each) =>
        each.kind === 'entry' && each.concernId !== null && slugs.has(each.slug)
          ? [[each.concernId, slugs.get(each.slug)!] as const]
          : [],
      ),
  )
  const standings = store.sources.standings()
  const actions = new Map(
    store.actions
      .listUnfiltered()
      .filter((each) => each.depth !== 'named')
      .map((each) => [each.id, each]),
  )
  const all = store.concerns.listUnfiltered().filter((each) => each.depth !== 'named')
  const concerns = new Map(all.map((each) => [each.id, each]))
  const tableOf = new Map(tables.map((each) => [each.id, each]))
  /** Where it was joined to another, where that stands. */
  const standingOf = (id: number | null): string => {
    const concern = id === null ? undefined : concerns.get(id)
    return !concern
      ? ''
      : concern.mergedIntoId === null
        ? `Concern: ${say.standing(standings.get(concern.id)!.standing)}.`
        : standingOf(concern.mergedIntoId)
  }
  const lineOf = (action: Action): string => {
    const { text, leadId } = termsOfAction(action)
    const { text: said, waitingFor } = latestOf(action)
    const stands = isProposed(action)
      ? `Not yet accepted by ${nameOf(leadId)}`
      : `${say.statusOf(action)}${waitingFor ? `, for ${waitingFor}` : ''}`
    return `${action.number}: ${[sentence(text), `${stands}.`, said].filter(Boolean).join(' ')}`
  }
  const answered = all
    .filter((each) => each.mergedIntoId === null)
    .map((concern) => {
      const { standing, actions: mine } = standings.get(concern.id)!
      const seen = mine.filter((each) => each.depth !== 'named' && !isDeclined(each))
      const accepted = seen.filter((each) => !isProposed(each))
      const entry = [concern.id, ...concern.mergedIds]
        .map((id) => told.get(id))
        .find((each) => each !== undefined)
      // Public words stand for the record only as long as they say what it says.
      const fits = entry?.words.standing === standing ? entry : undefined
      const open = accepted.filter((each) => isOpen(each) && !isFinished(each))
      return {
        said: wordingOf(concern).text,
        did: fits ? fits.words.did : seen.map(lineOf).join('\n') || 'Nothing agreed yet.',
        who: whoOf(accepted, nameOf),
        on:
          fits?.words.on ??
          happenedOn(accepted) ??
          accepted.map(lastHeardOn).toSorted().at(-1) ??
          null,
        raisedOn: concern.raisedOn,
        origin: originOf(concern, tableOf.get(concern.roundTableId ?? 0)),
        standing,
        worked: fits?.words.worked ?? null,
        couldNot: fits ? couldNot(fits.words).map((each) => each || 'a part of it.') : [],
        notYetClosed: standing === 'done' && awaitsClosing(seen),
        silent: open.length === 0 ? null : Math.max(...open.map((each) => silence(each, today))),
        isTold: entry !== undefined,
      }
    })
  const numbers = new Map(store.sources.numbers().map((each) => [each.token, each.value]))
  return {
    answered,
    tables: tables
      .filter((each) => each.openedAt !== null)
      .map((table): Met => ({
        title: monthTitle(table.heldOn),
        heldOn: table.heldOn,
        residents: table.residents,
        came: beginPage(table, organisations, []).organisations.map((each) => ({
          code: each.code,
          name: each.name,
          presence: SAY_PRESENCE[each.presence],
          isHere: isHere(each.presence),
        })),
      }))
      .toReversed(),
    held: store.events
      .listUnfiltered()
      .filter((event) => event.depth !== 'named' && hasBeen(event, today))
      .map((event): Held => {
        const {
          name,
          kind,
          heldOn,
          place,
          topics,
          tookAway,
          organisations: came,
        } = eventTermsOf(event)
        return {
          name,
          kind: SAY_EVENT[kind],
          heldOn: heldOn!,
          place: place ?? '',
          who: came.map((each) => nameOf(each.organisationId)),
          came: numbers.get(`{${kind}-${event.id}.came}`) ?? null,
          told: [topics, tookAway].filter(Boolean).join(' '),
        }
      })
      .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn)),
    runs: store.programmes
      .listUnfiltered()
      .filter((each) => each.depth !== 'named')
      .map((programme): Run => {
        const { name, aim, startsOn, partnerIds } = programmeTermsOf(programme)
        const seen = (kind: 'outcome' | 'learning' | 'opportunity') =>
          pointsOf(programme, kind).filter((each) => !each.isHeld)
        const became = (concernId: number | null, action: Action | undefined): string =>
          standingOf(concernId) ||
          (action ? `Action ${action.number}: ${say.statusOf(action)}.` : '')
        return {
          name,
          aim,
          startsOn,
          who: partnerIds.map(nameOf),
          pairings: programme.phases.map((each) => each.pairings),
          sessions: store.unrecordedSessions
            .ofProgramme(programme.id)
            .filter((each) => each.headCount !== null).length,
          wants: seen('outcome').map((each) => ({
            words: each.text,
            strength: sightOf(each)?.strength ?? null,
            known: sightOf(each)?.words ?? '',
          })),
          learned: seen('learning').map((each) => ({ theme: each.theme ?? '', words: each.text })),
          chances: seen('opportunity').map((each) => ({
            words: each.text,
            became: each.steps
              .map((step) =>
                [became(step.concernId, actions.get(step.actionId ?? 0)), step.words]
                  .filter(Boolean)
                  .join(' '),
              )
              .join(' '),
          })),
        }
      }),
    given: store.leaflets
      .listUnfiltered()
      .filter((each) => each.depth !== 'named')
      .filter((each, _, leaflets) => isCurrent(each, leaflets))
      .map((leaflet): Given => ({
        title: [leafletTermsOf(leaflet).title, leafletTermsOf(leaflet).version]
          .filter(Boolean)
          .join(', '),
        answers: leafletTermsOf(leaflet).answers,
        copies: handedOut(leaflet),
      })),
  }
}

const isHere = (presence: string): boolean => presence === 'present' || presence === 'sent-someone'
/** Leads and helpers, each once, of what was accepted. */
const whoOf = (actions: Action[], nameOf: (id: number | null) => string): string =>
  [
    ...new Set(
      actions.flatMap((each) => {
        const { leadId, helperIds } = termsOfAction(each)
        return [leadId, ...helperIds].filter((id) => id !== null).map(nameOf)
      }),
    ),
  ].join(', ') || nameOf(null)
/** With a stop, so that the next sentence does not run into it. */
const sentence = (text: string): string =>
  /[.!?…]["”’)]?$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
