import { z } from 'zod'
import { KINDS } from '../../../domain/actions/action.ts'
import { RHYTHMS } from '../../../domain/actions/pace/review.ts'
import { ORIGINS, type OriginKind } from '../../../domain/concerns/concern.ts'
import type { Day } from '../../../domain/day.ts'
import { GROUNDS } from '../../../domain/depth.ts'
import { maybeId, someIds, ticked, when, words } from '../../forms.ts'
import { due } from '../due.ts'
import { privacyFields } from '../privacy.ts'
import type { Visit } from '../visit.ts'

/** What residents said, wherever it is written down. */
export const concernForm = (today: Day, origin: OriginKind = 'other') =>
  z.strictObject({
    text: words(),
    raisedOn: when(today, 'behind'),
    originKind: z.enum(ORIGINS, 'Choose how it reached us').default(origin),
    originNote: words(200),
    themeId: maybeId(),
    furtherThemeIds: someIds(),
    areaId: maybeId(),
    held: ticked(),
    ...privacyFields,
  })

/** What is agreed under a concern, at a table or between two. */
export const agreeForm = (visit: Pick<Visit, 'today' | 'store'>) =>
  z
    .strictObject({
      text: words(500),
      kind: z.enum(KINDS, 'Choose what kind it is').default('one-off'),
      leadId: maybeId(),
      seatId: maybeId(),
      helperIds: someIds(),
      by: due(visit),
      held: ticked(),
      ground: z.enum(['', ...GROUNDS]).default(''),
      every: z.enum(['', ...RHYTHMS], 'Choose from the list').default(''),
    })
    .transform(({ every, ...form }) => ({ ...form, review: every || null }))
