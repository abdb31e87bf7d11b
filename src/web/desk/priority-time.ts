import { z } from 'zod'
import type { Day } from '../../domain/day.ts'
import { when } from '../forms.ts'

/** How long something comes first: a day, a month, or “for three months”. Empty has no end (R2). */
export const howLong = (today: Day) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.replace(/^\s*for\s+/i, 'in ') : value),
    when(today),
  )
