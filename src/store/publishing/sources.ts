import type { Knowledge } from '../../domain/publishing/wording/alert.ts'
import { standing, type Standing } from '../../domain/concerns/standing.ts'
import type { Action } from '../../domain/actions/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Decision } from '../../domain/decision.ts'
import type { StepOn } from '../../domain/evidence/programme.ts'
import { check, type Check } from '../../domain/publishing/checks.ts'
import { draftedFrom } from '../../domain/publishing/kinds/round-table/drafted.ts'
import type { RoundTable } from '../../domain/round-tables/round-table.ts'
import type { Drafted, Field, Source, Subject, Typed } from '../../domain/publishing/kinds/kind.ts'
import { kindOf, type CopyKind, type Words } from '../../domain/publishing/kinds/kinds.ts'
import {
  actionsToldIn,
  draftOf,
  isPublished,
  subjectOf,
  type Publication,
} from '../../domain/publishing/publication.ts'
import { filled } from '../../domain/publishing/placeholders.ts'
import { FIRST } from '../../domain/publishing/told.ts'
import type { publishedStore } from '../published.ts'
import type { Glances } from '../glance/glances.ts'
import { knowledgeOf } from './knowledge.ts'
import { passagesOfFile } from '../../domain/publishing/wording/file-words.ts'
import { wordingOf } from './wording.ts'
import { numbersStore } from './numbers.ts'
import type { Record } from './record.ts'
import { actionsUnder, sourceOf, type PublicNow } from './source.ts'
import { saying, type Depends } from '../glance/depends.ts'
import type { Now } from '../glance/glance.ts'

interface Parts extends Record {
  /** Each placeholder that was published, and when, oldest first. */
  publishedTokens: () => { token: string; at: string }[]
  publicNow: PublicNow
  fileTexts: (of: { kind: CopyKind; slug: string }) => string[]
  published: ReturnType<typeof publishedStore>
  glances: Glances
}

/**
 * What public words are made from: the facts of the record that nobody types, and what the checks
 * know.
 */
export const sourcesStore = (parts: Parts) => {
  const numbers = numbersStore(parts, parts.publishedTokens)
  const source = (): Source =>
    sourceOf(parts, {
      ...parts.publicNow,
      numbers: numbers.numbers,
      board: parts.published.board,
      filled: (concernId, { said, did }) =>
        filled(numbers.withCounts({ kind: 'entry', change: FIRST, said, did }, { concernId })),
      said: parts.glances.said,
    })
  const knowledge = (): Knowledge => knowledgeOf(parts, parts.published.board())
  const checker = () => {
    const now = source()
    let known: Knowledge | undefined
    return (publication: Publication): Check[] => {
      const { words } = draftOf(publication)!
      return check(publication, {
        knowledge: (known ??= knowledge()),
        movedOn: kindOf(words).movedOn?.(words, subjectOf(publication), now),
        hasChanged: !isPublished(publication) && hasChanged(publication, now, numbers.withCounts),
        isHeld: isHeldInAny(publication, now),
        files: filesOf(publication, now),
      })
    }
  }
  return {
    ...numbers,
    source,
    actionsOf: (concernId: number): Action[] => actionsUnder(parts, concernId),
    standingOf: ({ kind, concernId }: Publication): Standing | null =>
      kind === 'entry' && concernId !== null ? standingNow(parts, concernId) : null,
    ...formsOf(source, numbers.withCounts),
    /** What residents read otherwise than it is now, in words (R28). */
    movedOn: (publication: Publication): string | null => movedOn(publication, source()),
    /** For many of them, which says of each answer what it was made from. */
    now: (depends: Depends): Now => {
      const now = saying(source(), depends)
      return {
        hasMovedOn: (publication) => hasMovedOn(publication, now),
        isHeld: (publication) => isHeldInAny(publication, now),
      }
    },
    /** What an event, a leaflet or a programme is told from, and what of it is held by now. */
    evidence: {
      find: (publication: Of) => evidenceOf(publication, source()),
      isHeld: (publication: Publication): boolean => isEvidenceHeld(publication, source()),
      heldSteps: (publication: Publication): StepOn[] => heldSteps(publication, source()),
    },
    ...wordingOf(knowledge, { board: parts.published.board, fileTexts: parts.fileTexts }),
    /** Every check on the newest draft (R12). */
    checks: (publication: Publication): Check[] => checker()(publication),
    /** ... of many, from one reading of the record. */
    checker,
  }
}

type WithCounts = (words: Words, about: Pick<Subject, 'concernId'>) => Words

/** The words that something begins with, the form they are typed in, and what is read from it. */
const formsOf = (source: () => Source, withCounts: WithCounts) => ({
  begin: (subject: Subject, today: Day) =>
    withNumbers(kindOf<Words>(subject as Words).begin(subject, source(), today), (words) =>
      withCounts(words, subject),
    ),
  fields: (publication: Publication): Field[] | null =>
    kindOf(publication).fields?.(subjectOf(publication), source()) ?? null,
  /** What the form may be filled in with by now; nobody has saved it. */
  suggested: (publication: Publication): globalThis.Record<string, string> => {
    const { words } = draftOf(publication)!
    return kindOf(words).suggest?.(words, subjectOf(publication), source()) ?? {}
  },
  /** What a table came to, with the words that may stand on its page. */
  draftedFrom: (table: RoundTable) => draftedFrom(table, source()),
  write: (subject: Subject, typed: Typed, today: Day): Decision<Drafted<Words>> | undefined => {
    const decision = kindOf<Words>(subject as Words).write(subject, source(), typed, today)
    return decision?.accepted
      ? {
          accepted: true,
          value: withNumbers(decision.value, (words) => withCounts(words, subject))!,
        }
      : decision
  },
})

const withNumbers = (
  drafted: Drafted<Words> | undefined,
  withCounts: (words: Words) => Words,
): Drafted<Words> | undefined => drafted && { ...drafted, words: withCounts(drafted.words) }

const standingNow = (parts: Record, concernId: number): Standing =>
  standing(actionsUnder(parts, concernId), parts.concerns.listUnfiltered([concernId])[0]!.passings)

/** True when what nobody types in the newest draft is not what the record says now. */
const hasChanged = (publication: Publication, source: Source, withCounts: WithCounts): boolean => {
  const { words, coversIds } = draftOf(publication)!
  const counts = JSON.stringify(withCounts(words, publication).counts ?? {})
  return (
    counts !== JSON.stringify(words.counts ?? {}) ||
    kindOf(words).hasChanged(words, coversIds, subjectOf(publication), source)
  )
}

/** R28: what is public is not what the record says any more. */
const hasMovedOn = (publication: Publication, source: Source): boolean => {
  const { words, coversIds } = draftOf(publication)!
  return kindOf(words).hasMovedOn(words, coversIds, subjectOf(publication), source)
}

const movedOn = (publication: Publication, source: Source): string | null => {
  const { words } = draftOf(publication)!
  const moved = kindOf(words).movedOn?.(words, subjectOf(publication), source)
  return moved?.reason.replace(/ Save the words again$/, '') ?? null
}

/** R11: something that it tells, in its newest words, is held in private now. */
const isHeldInAny = (publication: Publication, source: Source): boolean =>
  source.concern(publication.concernId)?.depth === 'named' ||
  isEvidenceHeld(publication, source) ||
  source.areHeld(actionsToldIn(publication))

type Of = Pick<Publication, 'eventId' | 'leafletId' | 'programmeId'>

const evidenceOf = ({ eventId, leafletId, programmeId }: Of, source: Source) => ({
  event: source.event(eventId),
  leaflet: source.leaflet(leafletId),
  programme: source.programme(programmeId),
})

/** R9, R11: what it is told from is held in private now, or a part of it is. */
const isEvidenceHeld = (publication: Publication, source: Source): boolean => {
  const { event, leaflet, programme } = evidenceOf(publication, source)
  return (
    [event, leaflet, programme].some((each) => each?.depth === 'named') ||
    heldSteps(publication, source).length > 0
  )
}

/**
 * What became of opportunities that are told in these drafts and are held in private by now:
 * whoever reads the drafts reads of those.
 */
const heldSteps = (publication: Publication, source: Source): StepOn[] => {
  const programme = source.programme(publication.programmeId)
  const covered = new Set(publication.drafts.flatMap((draft) => draft.coversIds))
  const held = programme?.points.filter((point) => point.isHeld && covered.has(point.id)) ?? []
  return held.flatMap((point) => point.steps)
}

const filesOf = (publication: Publication, source: Source) => {
  const { words } = draftOf(publication)!
  const { leafletId, concernId } = publication
  const kept: { hash: string; text: string }[] = [
    ...(source.leaflet(leafletId)?.files ?? []),
    ...(concernId === null ? [] : source.recordingsOf(concernId)).map(({ hash, reads }) => ({
      hash,
      text: reads,
    })),
  ]
  return (kindOf(words).files?.(words) ?? []).map(({ language, hash }) => ({
    language,
    passages: passagesOfFile(kept.find((each) => each.hash === hash)?.text ?? ''),
  }))
}
