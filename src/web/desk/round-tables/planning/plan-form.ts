import { z } from 'zod'
import type { TypedPlan } from '../../../../domain/round-tables/planning/plan.ts'
import { someIds, when, words } from '../../../forms.ts'

/** What every form of a plan asks: when, where, and who is expected. */
export const planFields = (today: string) => ({
  heldOn: when(today),
  startsAt: words(60),
  place: words(200),
  expectedIds: someIds(),
})

/** A reason that everyone who is asked will read. */
export const reasonForm = z.strictObject({ reason: words(500) })

/** What was typed, as the domain reads it: an empty field says nothing. */
export const typedPlan = (form: {
  heldOn: string | null
  startsAt: string
  place: string
  expectedIds: number[]
}): TypedPlan => ({
  heldOn: form.heldOn,
  startsAt: form.startsAt || null,
  place: form.place || null,
  expectedIds: form.expectedIds,
})
