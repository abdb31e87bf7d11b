import { namedIn } from '../../../domain/publishing/pieces.ts'
import { age, isUntold } from '../../../domain/concerns/concern.ts'
import { isPhotoRunningOut } from '../../../domain/actions/photo.ts'
import { isRunningOut } from '../../../domain/evidence/quote.ts'
import { dayOf } from '../../../domain/day.ts'
import { may } from '../../../domain/may.ts'
import {
  asTold,
  draftOf,
  draftsSince,
  isApproved,
  type Publication,
} from '../../../domain/publishing/publication.ts'
import { saysNo } from '../../../domain/residents/verdict.ts'
import type { ConcernGlance, ToldGlance } from '../../../store/glance/glance.ts'
import type { HomeViews } from '../../views/desk/home.ts'
import type { BegunDraft, EntryLine } from '../../views/desk/publishing.ts'
import type { Shown } from '../../views/desk/frame.ts'
import { cappedAnd, capped, DESK_LINES } from '../capped.ts'
import { linesOf } from '../names.ts'
import { entryLines, toldThat } from '../publishing/entry-lines.ts'
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

/** What residents are to be told, from a concern without an entry to a copy that has moved on. */
export const toTell = (visit: Visit): Told => ({
  ...concernsToTell(visit),
  ...entriesToTell(visit),
  runningOut: capped(visit, may.write(visit.who) ? consentsRunningOut(visit) : [], DESK_LINES),
  noDifference: may.write(visit.who)
    ? saidByResidents(visit.store, (each) => saysNo(each.question, each.verdicts))
    : [],
})

/** The concerns that may be told of: each once, and none that is held in private. */
const concernsToTell = (visit: Visit): Pick<Told, 'toDraft' | 'unanswered' | 'passedOn'> => {
  const { store, who, today } = visit
  const told = new Set([...store.glances.told()].filter(isToldEntry).map((each) => each.concernId))
  const open = [...store.glances.concerns()].filter(
    (each) => !each.isTakenOut && each.mergedIntoId === null && each.depth !== 'named',
  )
  const isToDraft = (each: ConcernGlance): boolean => isUntold(each, told.has(each.id), today)
  const lines = (glances: ConcernGlance[]) =>
    cappedAnd(
      visit,
      glances.map((each) => each.id),
      (ids) => linesOf(store, store.concerns.listOf(ids, who), who, today),
      DESK_LINES,
    )
  return {
    toDraft: lines(
      open.filter(isToDraft).toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)),
    ),
    unanswered: lines(
      open
        .filter((each) => each.standing === 'unanswered' && !isToDraft(each))
        .toSorted((a, b) => age(b, today) - age(a, today)),
    ),
    passedOn: lines(open.filter((each) => each.waitsElsewhere)),
  }
}

const isToldEntry = ({ kind, isTold }: ToldGlance): boolean => kind === 'entry' && isTold

const entriesToTell = (
  visit: Visit,
): Pick<Told, 'toApprove' | 'toPublish' | 'movedOn' | 'toRead'> => {
  const { store, who } = visit
  const drafts = store.publications.listOf(
    toldThat(store, (each) => each.isOnTheWay).map((each) => each.id),
  )
  const glances = new Map(
    toldThat(store, (each) => each.isOnTheWay || each.isBehind).map((each) => [each.id, each]),
  )
  const lines = (those: { id: number }[]) =>
    cappedAnd(
      visit,
      those,
      (shown) =>
        entryLines(
          store,
          shown.map(({ id }) => glances.get(id)!),
        ),
      DESK_LINES,
    )
  return {
    toApprove: lines(waitingForApproval(visit, drafts)),
    toPublish: lines(drafts.filter(isApproved)),
    movedOn: behind(visit, lines([...glances.values()].filter((each) => each.isBehind))),
    toRead: lines(may.write(who) ? [] : toRead(visit, drafts)),
  }
}

/** R28: a draft that is begun takes nothing off the list. */
const behind = ({ store }: Visit, { shown, more }: Shown<EntryLine>): Told['movedOn'] => {
  const checksOf = store.sources.checker()
  return {
    shown: shown.map((line) => ({ ...line, begun: begunOf(store, line, checksOf) })),
    more,
  }
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
const waitingForApproval = ({ store, who }: Visit, drafts: Publication[]): Publication[] => {
  const isAlone = store.people.isAlone()
  const mine = drafts.filter(
    (each) => !isApproved(each) && may.approve(who, draftOf(each)!.writerId, isAlone),
  )
  if (mine.length === 0) return []
  const checksOf = store.sources.checker()
  return mine.filter((each) => checksOf(each).every(({ verdict }) => verdict === 'overruled'))
}

/** What names their organisation, and they have not said a word of yet (R13). */
const toRead = ({ store, who }: Visit, drafts: Publication[]): Publication[] => {
  const own = store.organisations.list().find((each) => each.id === who.organisationId)
  return drafts.filter((publication) => {
    const draft = draftOf(publication)!
    const isCommented = publication.comments.some(
      (each) => each.draftId === draft.id && each.organisationId === who.organisationId,
    )
    return namedIn(draft.words).includes(own?.code ?? '') && !isCommented
  })
}

type RunningOut = Told['runningOut']['shown'][number]

const consentsRunningOut = ({ store, today }: Visit): RunningOut[] => {
  const isSeen = ({ concernId }: { concernId: number }): boolean => {
    const { isTakenOut, depth, mergedIntoId } = store.glances.concern(concernId)!
    return mergedIntoId === null
      ? !isTakenOut && depth !== 'named'
      : isSeen({ concernId: mergedIntoId })
  }
  const quotes = store.quotes.list().filter((each) => isRunningOut(each, today) && isSeen(each))
  const photos = store.shownPhotos
    .list()
    .filter((each) => isPhotoRunningOut(each, today) && isSeen(each))
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
