import { standing, type Standing } from '../../domain/concerns/standing.ts'
import { isDeclined, type Action } from '../../domain/actions/action.ts'
import { textsToTranslate } from '../../domain/publishing/board.ts'
import { wordingOf, type Concern } from '../../domain/concerns/concern.ts'
import {
  check,
  draftOf,
  isPublished,
  type Check,
  type Publication,
} from '../../domain/publishing/publication.ts'
import {
  begin,
  beginPage,
  factsOf,
  heldInPrivate,
  originOf,
} from '../../domain/publishing/from-record.ts'
import { FIRST_GROUPS, groupingsOf, type Grouping } from '../../domain/evidence/event.ts'
import {
  numbersOf,
  partsOfToken,
  tokensIn,
  type Numbered,
} from '../../domain/publishing/placeholders.ts'
import {
  passagesOf,
  type EntryWords,
  type Label,
  type LeafletWords,
  type TableWords,
  type Words,
  type YearWords,
} from '../../domain/publishing/words.ts'
import { itemsOf, TAKEN_OUT } from '../../domain/round-tables/minutes.ts'
import {
  alertsIn,
  forbidden,
  type Knowledge,
  type Passage,
} from '../../domain/publishing/wording.ts'
import type { Point, Programme } from '../../domain/evidence/programme.ts'
import type { actionsStore } from '../actions/actions.ts'
import type { concernsStore } from '../concerns/concerns.ts'
import type { eventsStore } from '../evidence/events.ts'
import { evidenceOf } from './evidence-sources.ts'
import type { labelsStore } from '../settings/labels.ts'
import type { leafletsStore } from '../evidence/leaflets.ts'
import type { notesStore } from '../round-tables/notes.ts'
import type { organisationsStore } from '../people/organisations.ts'
import type { peopleStore } from '../people/people.ts'
import type { programmesStore } from '../evidence/programmes.ts'
import type { publishedStore } from '../published.ts'
import type { quotesStore } from '../evidence/quotes.ts'
import type { roundTablesStore } from '../round-tables/round-tables.ts'
import type { unrecordedSessionsStore } from '../evidence/unrecorded-sessions.ts'

interface Parts {
  actions: ReturnType<typeof actionsStore>
  concerns: ReturnType<typeof concernsStore>
  notes: ReturnType<typeof notesStore>
  labels: ReturnType<typeof labelsStore>
  organisations: ReturnType<typeof organisationsStore>
  people: ReturnType<typeof peopleStore>
  events: ReturnType<typeof eventsStore>
  quotes: ReturnType<typeof quotesStore>
  roundTables: ReturnType<typeof roundTablesStore>
  leaflets: ReturnType<typeof leafletsStore>
  programmes: ReturnType<typeof programmesStore>
  unrecordedSessions: ReturnType<typeof unrecordedSessionsStore>
  /** Each placeholder that was published, and when, oldest first. */
  publishedTokens: () => { token: string; at: string }[]
  toldAt: () => { kind: string; slug: string; concernId: number | null; leafletId: number | null }[]
  fileTexts: (publication: Pick<Publication, 'kind' | 'slug'>) => string[]
  published: ReturnType<typeof publishedStore>
}

/**
 * What public words are made from: the facts of the record that nobody types, and what the checks
 * know.
 */
export const sourcesStore = (parts: Parts) => {
  const {
    actions,
    concerns,
    notes,
    labels,
    organisations,
    people,
    roundTables,
    published,
    events,
    leaflets,
    programmes,
    quotes,
    unrecordedSessions,
    publishedTokens,
    fileTexts,
  } = parts
  const concernOf = (id: number): Concern => concerns.listUnfiltered([id])[0]!
  /** All actions under a concern and under those joined to it, named ones too. */
  const actionsOf = (concernId: number): Action[] => {
    const trail = [concernId, ...concernOf(concernId).mergedIds]
    return actions
      .listUnfiltered()
      .filter((action) => action.concernIds.some((id) => trail.includes(id)))
  }
  const told = (id: number | null): Label | null => {
    const found = labels.find(id)
    return found ? { code: found.code, name: found.name } : null
  }
  const ownerOf = (): ((id: number) => Label) => {
    const all = new Map(
      organisations.list().map((each) => [each.id, { code: each.code, name: each.publicName }]),
    )
    return (id) => all.get(id)!
  }
  const aboutOf = (concern: Concern) => {
    const { themeId, areaId } = wordingOf(concern)
    return { theme: told(themeId), area: told(areaId) }
  }
  const tableOf = (concern: Concern) =>
    concern.roundTableId === null ? undefined : roundTables.findById(concern.roundTableId)
  /** Where every concern stands, its joined ones counted in, from one reading of the record. */
  const standings = (): Map<number, { standing: Standing; actions: Action[] }> => {
    const by = new Map<number, Action[]>()
    for (const action of actions.listUnfiltered())
      for (const id of action.concernIds) by.set(id, [...(by.get(id) ?? []), action])
    return new Map(
      concerns.listUnfiltered().map((concern) => {
        const mine = [
          ...new Set([concern.id, ...concern.mergedIds].flatMap((id) => by.get(id) ?? [])),
        ]
        return [concern.id, { standing: standing(mine), actions: mine }]
      }),
    )
  }
  const evidence = evidenceOf({
    ...parts,
    label: (id) => ownerOf()(id),
    told,
    numbers: (ids) => numbers(ids),
  })
  const standingOf = (publication: Publication): Standing | null =>
    publication.kind !== 'entry' || publication.concernId === null
      ? null
      : standing(actionsOf(publication.concernId))

  const knowledge = (): Knowledge => ({
    names: people.list().map((each) => each.name),
    guarded: labels.guarded().map((each) => each.word),
    known: [
      ...organisations.list().flatMap((each) => [each.name, each.publicName]),
      ...[...labels.list('theme'), ...labels.list('area')].map((each) => each.name),
      ...organisations.seats().map((each) => each.title),
      published.board().partnership?.name ?? '',
      labels.setting('communities') ?? '',
    ],
    private: heldWords(),
  })
  /** A file is read for what must never be told, and for names of people who sign in. */
  const asFile = (text: string): Passage => ({ field: 'files', text, contact: true, file: true })
  const filesOf = (
    publication: Publication,
    words: LeafletWords,
  ): { language: string; part: Passage }[] => {
    const files =
      leaflets.listUnfiltered().find((each) => each.id === publication.leafletId)?.files ?? []
    return words.files.map(({ language, hash }) => ({
      language,
      part: asFile(files.find((each) => each.hash === hash)?.text ?? ''),
    }))
  }
  const wordsOfPoint = ({ theme, text, sights, steps }: Point): string[] => [
    theme ?? '',
    text,
    ...sights.map((each) => each.words),
    ...steps.map((each) => each.words ?? ''),
  ]
  const wordsOfProgramme = (programme: Programme): string[] => [
    ...programme.terms.flatMap((one) => [one.name, one.aim, one.agreement, one.support]),
    ...programme.phases.flatMap((each) => [
      each.name,
      ...each.handovers.flatMap((one) => [one.fromRole, one.toRole]),
    ]),
    ...programme.points.flatMap(wordsOfPoint),
    ...unrecordedSessions
      .ofProgramme(programme.id)
      .flatMap((each) => [each.name, each.shared ?? '']),
  ]
  const heldWords = (): string[] => {
    const held = concerns.everWritten().filter((each) => each.depth === 'named')
    return [
      ...held.flatMap((each) => [
        each.originNote ?? '',
        ...each.wordings.map((one) => one.text),
        ...quotes.ofConcern(each.id).map((one) => one.words),
      ]),
      ...notes.everWritten(held.map((each) => each.id)),
      ...events
        .listUnfiltered()
        .filter((each) => each.depth === 'named')
        .flatMap((each) => [
          ...each.terms.flatMap((one) => [
            one.name,
            one.topics ?? '',
            one.tookAway ?? '',
            one.place ?? '',
            ...one.organisations.map((came) => came.brought),
          ]),
          ...each.options.map((one) => one.text),
          ...each.findings.map((one) => one.text),
        ]),
      ...leaflets
        .listUnfiltered()
        .filter((each) => each.depth === 'named')
        .flatMap((each) => [
          ...each.terms.flatMap((one) => [one.title, one.answers]),
          ...each.handings.map((one) => one.toWhom),
        ]),
      ...programmes
        .everWritten()
        .flatMap((each) =>
          each.depth === 'named'
            ? wordsOfProgramme(each)
            : each.points.filter((one) => one.isHeld).flatMap(wordsOfPoint),
        ),
      ...actions
        .everWritten()
        .filter((each) => each.depth === 'named')
        .flatMap((each) => [
          ...each.terms.map((one) => one.text),
          ...each.updates.map((one) => one.text),
        ]),
    ]
  }

  const entryFacts = (
    concernId: number,
    origin: string | undefined,
    wordsFor: (actionId: number) => string,
  ) => {
    const concern = concernOf(concernId)
    return factsOf(
      concern,
      actionsOf(concernId),
      origin ?? originOf(concern, tableOf(concern)),
      aboutOf(concern),
      ownerOf(),
      wordsFor,
    )
  }
  const pageFacts = (tableId: number): TableWords => {
    const table = roundTables.findById(tableId)!
    const all = concerns.listUnfiltered(roundTables.itemIds(tableId))
    const here = roundTables.itemIds(tableId).map((id) => all.find((each) => each.id === id)!)
    const gaps = itemsOf(table, here, actions.listUnfiltered(), [], 'table').flatMap((item) =>
      item.gap === null || item.gap === TAKEN_OUT
        ? []
        : [{ number: item.number, ground: item.gap }],
    )
    return beginPage(table, organisations.list(), gaps)
  }
  const groupings = (at?: string): Grouping[] => {
    const read = groupingsOf(labels.setting('groups', at) ?? FIRST_GROUPS)
    return read.accepted ? read.value : []
  }
  /** The numbers of these events, or of all, that public words can hold. */
  const numbers = (ids?: number[]): Numbered[] => {
    const told = publishedTokens().map(({ token, at }) => ({ ...partsOfToken(token), at }))
    return events
      .listUnfiltered(ids)
      .flatMap((event) =>
        numbersOf(event, groupings(), (grouping) =>
          told
            .filter((each) => each.eventId === event.id && each.what === grouping)
            .map(({ at }) => ({ at, groupings: groupings(at) })),
        ),
      )
  }
  /** Words with the numbers that stand in them, as they may be told now. */
  const withCounts = <W extends Words>(words: W): W => {
    const tokens = tokensIn(words)
    if (tokens.length === 0) return words
    const known = new Map(
      numbers([...new Set(tokens.map((token) => partsOfToken(token).eventId))]).map((each) => [
        each.token,
        each.value,
      ]),
    )
    return {
      ...words,
      counts: Object.fromEntries(
        tokens.filter((token) => known.has(token)).map((token) => [token, known.get(token)!]),
      ),
    }
  }
  /** True when what nobody types in the newest draft is not what the record says now. */
  const hasChanged = (publication: Publication): boolean => {
    const { words } = draftOf(publication)!
    if (JSON.stringify(withCounts(words).counts ?? {}) !== JSON.stringify(words.counts ?? {}))
      return true
    const same = (now: object, then: object): boolean =>
      Object.entries(now).every(
        ([key, value]) =>
          JSON.stringify(value) === JSON.stringify((then as Record<string, unknown>)[key]),
      )
    if (words.kind === 'entry' && publication.concernId !== null) {
      const facts = entryFacts(publication.concernId, words.origin, () => '')
      return !same(facts, {
        ...words,
        actions: words.actions.map((action) => ({ ...action, words: '' })),
      })
    }
    if (words.kind === 'round-table' && publication.roundTableId !== null) {
      const { state, organisations: came, gaps } = pageFacts(publication.roundTableId)
      return !same({ state, organisations: came, gaps }, words)
    }
    if (words.kind === 'event' || words.kind === 'leaflet' || words.kind === 'programme')
      return evidence.hasChanged(publication)
    if (words.kind === 'translation') {
      const texts = textsToTranslate(published.board(), words.of)
      return (
        texts.length !== words.pieces.length ||
        words.pieces.some((piece, i) => piece.english !== texts[i])
      )
    }
    return false
  }

  return {
    actionsOf,
    standingOf,
    standings,
    /**
     * The ids of the actions an entry covers, in the order its words tell of them: none that is
     * named or was declined.
     */
    coversOf: (concernId: number): number[] =>
      actionsOf(concernId)
        .filter((action) => action.depth !== 'named' && !isDeclined(action))
        .map((action) => action.id),
    firstEntry: (concernId: number): EntryWords => {
      const concern = concernOf(concernId)
      return begin(
        concern,
        actionsOf(concernId),
        originOf(concern, tableOf(concern)),
        aboutOf(concern),
        ownerOf(),
      )
    },
    /** Standing, dates, owners and actions, as the record has them now (R1). */
    entryFacts,
    numbers,
    withCounts,
    evidence,
    /** The groups that the partnership counts by, now or at an instant. */
    groupings,
    /** Who came to a round table, and a numbered gap for each matter held in private (R6, R11). */
    pageFacts,
    /**
     * Live public words that repeat a private matter or hold a guarded word: someone has named or
     * guarded it since.
     */
    liveAlerts: (publications: Publication[]): { publication: Publication; keys: string[] }[] => {
      const known = knowledge()
      return publications
        .filter(
          (publication) =>
            publication.releases.length > 0 &&
            !publication.releases.at(-1)!.blanked &&
            !publication.withdrawal,
        )
        .map((publication) => {
          const live = publication.drafts.find(
            (draft) => draft.id === publication.releases.at(-1)!.draftId,
          )!
          return {
            publication,
            keys: forbidden(
              [
                ...passagesOf(live.words),
                ...(publication.kind === 'leaflet' ? fileTexts(publication).map(asFile) : []),
              ],
              known,
            ).map((each) => each.key),
          }
        })
        .filter((each) => each.keys.length > 0)
    },
    /**
     * What in these words may lead to a person or a place that is guarded. What is held in private
     * is not asked, so that no answer tells of it.
     */
    leadsTo: (text: string): string[] =>
      alertsIn([{ field: 'text', text }], { ...knowledge(), private: [] })
        .filter((each) => ['names', 'contacts', 'guarded'].includes(each.key))
        .map((each) => each.found),
    yearFacts: (year: string): YearWords =>
      heldInPrivate(year, concerns.listUnfiltered(), actions.listUnfiltered()),
    /** Every check on the newest draft (R12). */
    checks: (publication: Publication): Check[] => {
      const { words, coversIds } = draftOf(publication)!
      const sourceIsNamed =
        (publication.concernId !== null && concernOf(publication.concernId).depth === 'named') ||
        (words.kind === 'entry' &&
          actions.listUnfiltered(coversIds).some((each) => each.depth === 'named')) ||
        evidence.isHeld(publication)
      return check(publication, words, knowledge(), {
        files: words.kind === 'leaflet' ? filesOf(publication, words) : [],
        recordStanding: standingOf(publication),
        hasChanged: !isPublished(publication) && hasChanged(publication),
        sourceIsNamed,
      })
    },
  }
}
