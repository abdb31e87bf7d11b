import { isAnswerTo } from '../../../../domain/actions/asked.ts'
import { heldIn } from '../../../../domain/actions/releasing/release-notices.ts'
import { titleOf } from '../../../../domain/round-tables/round-table.ts'
import type { NoticeRow } from '../../../../store/actions/notices.ts'
import type { LetterRow } from '../../../../store/letters/letters.ts'
import { isUnknownTo, seenBy } from '../../../../work/letters/looked-at.ts'
import type { LetterLine } from '../../../views/desk/letters.ts'
import type { Visit } from '../../visit.ts'

const MOST_SHOWN = 100

/**
 * Whether someone follows the board is nobody's to look at: their first letter is on no list. Nor is
 * one that only private matters make, for who is not on their lists (R11).
 */
export const isShown = ({ store, who }: Visit, { id, kind }: LetterRow): boolean =>
  kind !== 'follow' && !isUnknownTo(store, store.notices.inLetter(id), who)

/**
 * The letters of the last time, the newest first; those to residents of one round table are one line,
 * since nobody may know who they are.
 */
export const letterLines = (visit: Visit): LetterLine[] => {
  const { store } = visit
  const rows = store.letters.recent(MOST_SHOWN * 10).filter((row) => isShown(visit, row))
  const groups = new Map<string, LetterRow[]>()
  for (const row of rows) {
    const key = row.followerId === null ? `${row.id}` : togetherAs(row)
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const returned = store.letters.returned()
  return [...groups.values()]
    .slice(0, MOST_SHOWN)
    .map((each) => lineOf(visit, each[0]!, returned, each.length))
}

/** Letters to residents that are held, let go and stopped as one. */
export const togetherAs = ({ kind, roundTableId, postedAt, heldAt }: LetterRow): string =>
  `${kind} ${roundTableId} ${postedAt === null} ${heldAt === null}`

/** One letter as the lists and its own page name it. */
export const lineOf = (
  visit: Visit,
  row: LetterRow,
  returned = visit.store.letters.returned(),
  count = 1,
): LetterLine => {
  const { store, who } = visit
  const { id, kind, at, tryAt, postedAt, fault, heldAt, roundTableId } = row
  const notices = seenBy(store, store.notices.inLetter(id), who)
  const table = roundTableId === null ? undefined : store.roundTables.findById(roundTableId)
  return {
    id,
    kind,
    name: nameOf(visit, row, count),
    table: table ? titleOf(table) : null,
    at,
    tryAt,
    postedAt,
    fault,
    heldAt,
    about: notices.map(aboutIn(visit)),
    isBack: returned.some((each) => each.letterId === id),
    addressFails: returned.some(
      (each) =>
        each.personId !== null && each.personId === row.personId && isAfter(row, each.letterId),
    ),
    decisions: store.letters
      .decisionsOn([id])
      .map((each) => ({ ...each, name: store.people.find(each.personId)?.name ?? 'Someone' })),
  }
}

/** What went before the letter that came back may well have arrived. */
const isAfter = ({ id, postedAt }: LetterRow, returnedId: number | null): boolean =>
  returnedId === null ? postedAt === null : id > returnedId

const nameOf = ({ store }: Visit, row: LetterRow, count: number): string => {
  if (row.followerId !== null)
    return count === 1 ? 'Someone who follows the board' : `${count} people who follow the board`
  if (row.personId !== null) return store.people.find(row.personId)?.name ?? 'Someone'
  const reader = row.readerId === null ? undefined : store.letters.findReader(row.readerId)
  return reader?.role ?? 'A reader of minutes'
}

/** Of what a letter tells, the reason and the number; nothing of what is held in private (R11). */
export const aboutIn =
  ({ store }: Visit) =>
  ({
    actionId,
    why,
    cause,
  }: Pick<NoticeRow, 'actionId' | 'why' | 'cause'>): LetterLine['about'][number] => {
    const action = store.glances.action(actionId)
    return action === undefined || action.depth === 'named'
      ? null
      : {
          why,
          isAnswer: isAnswerTo(cause),
          isHeld: heldIn({ why, cause }) !== null,
          number: action.number,
        }
  }
