import type { Seated } from '../store/round-tables/round-tables.ts'
import type { Choices } from './names.ts'

/** The rows that the form says. */
export const seatedIn = (
  fields: Record<string, string>,
  { organisations, seats }: Choices,
): Seated[] => [
  ...seats
    .filter((seat) => fields[`seat-${seat.id}`])
    .map((seat) => ({
      organisationId: seat.organisationId,
      seatId: seat.id,
      guestRole: null,
      presence: fields[`seat-${seat.id}`] as Seated['presence'],
    })),
  ...organisations
    .filter((each) => fields[`org-${each.id}`])
    .map((each) => ({
      organisationId: each.id,
      seatId: null,
      guestRole: null,
      presence: fields[`org-${each.id}`] as Seated['presence'],
    })),
  ...organisations
    .filter((each) => fields[`guest-${each.id}`])
    .map((each) => ({
      organisationId: each.id,
      seatId: null,
      guestRole: fields[`guest-${each.id}`]!,
      presence: 'present' as const,
    })),
]
