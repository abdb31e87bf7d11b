import type { Standing } from '../concerns/standing.ts'
import type { Subject } from './kinds/kind.ts'
import { kindOf, type CopyKind, type Words } from './kinds/kinds.ts'
import { tokensIn } from './placeholders.ts'
import type { Change } from './told.ts'

/** Words on their way to the public: each saving is a new draft, so an approval holds for one (R13). */
export interface Draft {
  id: number
  words: Words
  coversIds: number[]
  writerId: number
  at: string
}
export interface Approval {
  draftId: number
  personId: number
  at: string
  alone: boolean
}
export interface Overruling {
  key: string
  found: string
  reason: string
  personId: number
  at: string
}
/** A draft that was published as a copy. */
export interface Release {
  draftId: number
  copyId: number
  at: string
  change: Change
  /**
   * Where a translation was taken away because its English was changed for privacy: it is not
   * public any more, and can be told again.
   */
  blanked?: boolean
}

/** One thing that is told, from first draft to withdrawal. */
export interface Publication {
  id: number
  kind: CopyKind
  concernId: number | null
  roundTableId: number | null
  quoteId: number | null
  shownPhotoId: number | null
  eventId: number | null
  leafletId: number | null
  programmeId: number | null
  year: string | null
  slug: string | null
  drafts: Draft[]
  approvals: Approval[]
  overrulings: Overruling[]
  comments: { draftId: number; organisationId: number; text: string; at: string }[]
  releases: Release[]
  withdrawal: { at: string; ground: string } | null
}

export const draftOf = (publication: Publication): Draft | undefined => publication.drafts.at(-1)

export const isApproved = (publication: Publication): boolean =>
  publication.approvals.some((approval) => approval.draftId === draftOf(publication)?.id)

export const isPublished = (publication: Publication, draft = draftOf(publication)): boolean =>
  publication.releases.some((each) => each.draftId === draft?.id && !each.blanked)

/** The draft that residents read now, or read last. */
export const liveDraftOf = ({ drafts, releases }: Publication): Draft | undefined =>
  drafts.find((draft) => draft.id === releases.at(-1)?.draftId)

/** It as residents read it now, without the words that are on their way; nothing where none are public. */
export const asTold = (publication: Publication): Publication | undefined => {
  const { drafts, releases, withdrawal } = publication
  const live = liveDraftOf(publication)
  if (!live || withdrawal || releases.at(-1)!.blanked) return undefined
  return { ...publication, drafts: drafts.slice(0, drafts.indexOf(live) + 1) }
}

/** The drafts since what residents read now. */
export const draftsSince = ({ drafts }: Publication, told: Publication): Draft[] =>
  drafts.slice(told.drafts.length)

/** The actions that an entry, or what it says in another language, tells of. */
export const actionsToldIn = (publication: Publication): number[] => {
  const { words, coversIds } = draftOf(publication)!
  return kindOf(words).covers(words) === 'actions' ? coversIds : []
}

/** The actions that any draft of it told of, public or not. */
export const actionsEverIn = ({ kind, drafts }: Publication): number[] =>
  kind === 'translation'
    ? []
    : distinct(
        drafts
          .filter(({ words }) => kindOf(words).covers(words) === 'actions')
          .flatMap(({ coversIds }) => coversIds),
      )

/** Tokens of the numbers that were ever public in it. */
export const tokensToldIn = ({ drafts, releases }: Publication): string[] =>
  distinct(
    drafts
      .filter((draft) => releases.some((each) => each.draftId === draft.id))
      .flatMap(({ words }) => tokensIn(words)),
  )
const distinct = <T>(all: T[]): T[] => [...new Set(all)]

/** Where residents read that its concern stands. */
export const publishedStanding = (publication: Publication): Standing | null => {
  const words = liveDraftOf(publication)?.words
  return words && 'standing' in words && !publication.withdrawal ? words.standing : null
}

/** What it is of, as its kind asks for it. */
export const subjectOf = ({
  kind,
  concernId,
  roundTableId,
  quoteId,
  shownPhotoId,
  eventId,
  leafletId,
  programmeId,
  year,
}: Publication): Required<Subject> => ({
  kind,
  concernId,
  roundTableId,
  quoteId,
  shownPhotoId,
  eventId,
  leafletId,
  programmeId,
  year,
})
