import type { Day, When } from '../day.ts'
import { conflict, decide, type Decision } from '../decision.ts'

/**
 * R16: a session that is not recorded. A day, how many came, and what the group agreed to share:
 * there is nowhere for what was said.
 */
export interface UnrecordedSession {
  id: number
  programmeId: number | null
  heldOn: When
  name: string
  headCount: number | null
  shared: string | null
}

export const planUnrecorded = (planned: {
  heldOn: When | null
  name: string
}): Decision<{ heldOn: When; name: string }> =>
  decide(
    [
      planned.heldOn === null && {
        field: 'heldOn',
        reason: 'Write a day like 28/4, or a month like April 2022',
      },
      !planned.name.trim() && {
        field: 'name',
        reason: 'Say which group it is, like: mentoring group',
      },
    ],
    () => ({ heldOn: planned.heldOn!, name: planned.name.trim() }),
  )

/** What is counted of it so far, in words; nothing where nobody counted. */
export const countOf = ({
  headCount,
  shared,
}: Pick<UnrecordedSession, 'headCount' | 'shared'>): string =>
  headCount === null ? '' : [`${headCount} came`, shared].filter(Boolean).join('. ')

/**
 * Counts those who came. Words are shared only when the group has agreed to them. A count that
 * someone else saved meanwhile is a conflict (R23).
 */
export const countUnrecorded = (
  session: UnrecordedSession,
  came: { headCount: number | null; shared: string; agreed: boolean },
  today: Day,
  was = countOf(session),
): Decision<{ headCount: number; shared: string | null }> =>
  countOf(session) !== was
    ? conflict('Someone else counted this while you were writing')
    : decide(
        [
          session.heldOn > today && {
            field: 'headCount',
            reason: 'This session lies ahead. Count it when it has been',
          },
          came.headCount === null && { field: 'headCount', reason: 'Write how many came' },
          came.shared.trim() !== '' &&
            !came.agreed && {
              field: 'agreed',
              reason: 'Tick that the group agreed to share these words, or take them out',
            },
        ],
        () => ({ headCount: came.headCount!, shared: came.shared.trim() || null }),
      )
