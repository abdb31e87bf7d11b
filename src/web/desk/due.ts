import { nextTableOf } from '../../work/next-table.ts'
import { when } from '../forms.ts'
import type { Visit } from './visit.ts'

/** The day or month that something is due by, as at the table: “next meeting” is a date here too. */
export const due = ({ today, store }: Pick<Visit, 'today' | 'store'>) =>
  when(today, 'ahead', nextTableOf(store, today))
