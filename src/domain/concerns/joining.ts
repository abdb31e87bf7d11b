import type { Action } from '../actions/action.ts'
import { decide, refuse, type Decision } from '../decision.ts'
import { furtherOf, wordingOf, type Concern, type Joining, type Raised } from './concern.ts'

/** Two concerns become one: this one goes on inside the other, and both trails stay. */
export const merge = (concern: Concern, into: Concern): Decision<Concern> => {
  if (concern.id === into.id) return refuse('into', 'Choose another concern to join it to')
  if (concern.mergedIntoId !== null)
    return refuse('into', 'This concern is joined to another already')
  if (concern.takenOutAt !== null || into.takenOutAt !== null)
    return refuse('into', 'One of the two was taken out. Choose another concern to join it to')
  if (into.mergedIntoId !== null)
    return refuse('into', 'That concern is joined to another itself. Choose the one it went into')
  return (concern.depth === 'named') === (into.depth === 'named')
    ? { accepted: true, value: into }
    : refuse(
        'into',
        'One of the two is held in private and the other is not, so they cannot be joined',
      )
}

/**
 * Two that were joined by mistake are taken apart again: both trails stay, with who did it and why.
 * What was agreed since goes where the person says; what they do not name stays where it is.
 * @param since the actions that were agreed under the other one while the two were joined.
 */
export const part = (
  concern: Concern,
  { reason, actionIds }: { reason: string; actionIds: number[] },
  since: Pick<Action, 'id'>[],
): Decision<{ joining: Joining; reason: string; actionIds: number[] }> => {
  const joining = joiningOf(concern)
  if (!joining) return refuse('reason', 'This concern is not joined to another any more')
  return decide(
    [
      !reason.trim() && { field: 'reason', reason: 'Write why the two are taken apart' },
      !actionIds.every((id) => since.some((each) => each.id === id)) && {
        field: 'actionIds',
        reason: 'One of these was not agreed since they were joined. Choose from the list',
      },
    ],
    () => ({ joining, reason: reason.trim(), actionIds }),
  )
}

/** The joining that holds now. */
export const joiningOf = (concern: Concern): Joining | undefined =>
  concern.joinings.findLast((each) => each.parted === null)

/** Whether it was a part of another at that instant, whatever was undone since (R5). */
export const wasJoinedAt = (concern: Concern, at: string): boolean =>
  concern.joinings.some((each) => each.at <= at && (each.parted === null || each.parted.at > at))

/**
 * One concern becomes two: the second begins with its own words and the first one's origin and
 * depth.
 */
export const split = (concern: Concern, text: string): Decision<Raised> => {
  if (!text.trim()) return refuse('text', 'Write the words of the second concern')
  const { themeId, areaId } = wordingOf(concern)
  const furtherThemeIds = furtherOf(wordingOf(concern))
  const { raisedOn, originKind, originNote, depth, ground, list } = concern
  return {
    accepted: true,
    value: {
      text: text.trim(),
      raisedOn,
      originKind,
      originNote,
      themeId,
      furtherThemeIds,
      areaId,
      depth,
      ground,
      list,
    },
  }
}

/** The concerns an action hung on at an instant: what moves later never rewrites minutes (R5). */
export const concernsAt = ({ concernIds, moves }: Action, at: string): number[] =>
  moves
    .filter((move) => move.at > at)
    .reduceRight(
      (ids, { fromId, toId }) => ids.map((id) => (id === toId ? fromId : id)),
      concernIds,
    )
