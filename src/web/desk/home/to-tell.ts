import { namedIn } from '../../../domain/publishing/pieces.ts'
import { isUntold } from '../../../domain/concerns/concern.ts'
import { waitingElsewhere } from '../../../domain/concerns/passing.ts'
import { isPhotoRunningOut } from '../../../domain/actions/photo.ts'
import { isRunningOut } from '../../../domain/evidence/quote.ts'
import { dayOf } from '../../../domain/day.ts'
import { may } from '../../../domain/may.ts'
import {
  asTold,
  draftOf,
  draftsSince,
  isApproved,
  isPublished,
} from '../../../domain/publishing/publication.ts'
import { saysNo } from '../../../domain/residents/verdict.ts'
import { isTold } from '../../../work/publishing/take-down.ts'
import type { ConcernLine } from '../../views/desk/concerns.ts'
import type { HomeViews } from '../../views/desk/home.ts'
import type { BegunDraft, EntryLine } from '../../views/desk/publishing.ts'
import { linesOf } from '../names.ts'
import { entryLines } from '../publishing/entry-lines.ts'
import { saidByResidents } from '../residents/verdicts.ts'
import type { Visit } from '../visit.ts'

type Told = Pick<
  HomeViews['desk/home/index'],
  | 'toDraft'
  | 'unanswered'
  | 'passedOn'
  | 'toApprove'
  | 'toPublish'
  | 'movedOn'
  | 'toRead'
  | 'runningOut'
  | 'noDifference'
>

/** The concerns that may be told of: each once, and none that is held in private. */
export const concernLines = ({ store, who, today }: Visit): ConcernLine[] => {
  const concerns = store.concerns
    .list(who)
    .filter((each) => each.mergedIntoId === null && each.depth !== 'named')
  return linesOf(store, concerns, who, today)
}

/** What residents are to be told, from a concern without an entry to a copy that has moved on. */
export const toTell = (visit: Visit, lines: ConcernLine[]): Told => {
  const { store, who, today } = visit
  const untold = lines
    .filter(({ concern, publication }) =>
      isUntold(concern, publication !== undefined && isTold(publication), today),
    )
    .toSorted((a, b) => a.concern.createdAt.localeCompare(b.concern.createdAt))
  const entries = entryLines(store)
  const drafts = entries.filter(
    ({ publication }) => !publication.withdrawal && !isPublished(publication),
  )
  return {
    toDraft: untold,
    unanswered: lines
      .filter((line) => line.standing === 'unanswered' && !untold.includes(line))
      .toSorted((a, b) => b.days - a.days),
    passedOn: lines.filter(({ concern }) => waitingElsewhere(concern.passings).length > 0),
    toApprove: waitingForApproval(visit, drafts),
    toPublish: drafts.filter(({ publication }) => isApproved(publication)),
    movedOn: behind(visit, entries),
    toRead: may.write(who) ? [] : toRead(visit, drafts),
    runningOut: may.write(who) ? consentsRunningOut(visit, lines) : [],
    noDifference: may.write(who)
      ? saidByResidents(store).filter((each) => saysNo(each.question, each.verdicts))
      : [],
  }
}

/** R28: a draft that is begun takes nothing off the list. */
const behind = ({ store }: Visit, entries: EntryLine[]): Told['movedOn'] => {
  const checksOf = store.sources.checker()
  return entries
    .filter(({ isBehind }) => isBehind)
    .map((line) => ({ ...line, begun: begunOf(store, line, checksOf) }))
}

const begunOf = (
  store: Visit['store'],
  { publication }: EntryLine,
  checksOf: ReturnType<Visit['store']['sources']['checker']>,
): BegunDraft | null => {
  const [first] = draftsSince(publication, asTold(publication)!)
  if (!first) return null
  const open = checksOf(publication).filter(({ verdict }) => verdict !== 'overruled')
  return {
    by: store.people.find(first.writerId)?.name ?? 'someone',
    on: dayOf(first.at),
    stops: isApproved(publication)
      ? ['It is approved and has to be published']
      : open.length > 0
        ? [...new Set(open.map(({ reason }) => reason))]
        : ['Someone else has to approve it'],
  }
}

/** What this person may approve, and no check stops: all of it from one reading of the record. */
const waitingForApproval = ({ store, who }: Visit, drafts: EntryLine[]): EntryLine[] => {
  const isAlone = store.people.isAlone()
  const mine = drafts.filter(
    ({ publication }) =>
      !isApproved(publication) && may.approve(who, draftOf(publication)!.writerId, isAlone),
  )
  if (mine.length === 0) return []
  const checksOf = store.sources.checker()
  return mine.filter(({ publication }) =>
    checksOf(publication).every((each) => each.verdict === 'overruled'),
  )
}

/** What names their organisation, and they have not said a word of yet (R13). */
const toRead = ({ store, who }: Visit, drafts: EntryLine[]): EntryLine[] => {
  const own = store.organisations.list().find((each) => each.id === who.organisationId)
  return drafts.filter(({ publication }) => {
    const draft = draftOf(publication)!
    const isCommented = publication.comments.some(
      (each) => each.draftId === draft.id && each.organisationId === who.organisationId,
    )
    return namedIn(draft.words).includes(own?.code ?? '') && !isCommented
  })
}

type RunningOut = Told['runningOut'][number]

const consentsRunningOut = ({ store, today }: Visit, lines: ConcernLine[]): RunningOut[] => {
  const isSeen = ({ concernId }: { concernId: number }): boolean =>
    lines.some(({ concern }) => [concern.id, ...concern.mergedIds].includes(concernId))
  const quotes = store.quotes.list().filter((each) => isSeen(each) && isRunningOut(each, today))
  const photos = store.shownPhotos
    .list()
    .filter((each) => isSeen(each) && isPhotoRunningOut(each, today))
  return [
    ...quotes.map(({ words, until, concernId }): RunningOut => ({
      words: `“${words}”`,
      until,
      at: ['/desk/concerns', concernId, 'quotes'],
    })),
    ...photos.map(({ id, photoId, consent }): RunningOut => ({
      words: 'A photo of someone who can be recognised',
      until: consent!.until,
      at: ['/desk/actions', store.shownPhotos.saidWith(id).actionId, 'photos', photoId, 'showing'],
    })),
  ]
}
