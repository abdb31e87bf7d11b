import type { Day } from '../day.ts'

/**
 * Mosaic, the police, the council, a school. `publicName` is how residents are told of it: "the
 * police".
 */
export interface Organisation {
  id: number
  code: string
  name: string
  publicName: string
  expected: boolean
  endedOn: Day | null
}

/** What an organisation was called until an instant. */
export interface FormerName {
  organisationId: number
  name: string
  publicName: string
  untilAt: string
}

/** R5: an organisation with the names that it had at an instant. */
export const asNamedAt = (
  organisation: Organisation,
  former: FormerName[],
  at: string,
): Organisation => {
  const then = calledAt(
    former.filter((each) => each.organisationId === organisation.id),
    at,
  )
  return then ? { ...organisation, name: then.name, publicName: then.publicName } : organisation
}

/**
 * R5: what someone or something was called at an instant, of all that they were called before:
 * nothing where they are called so still.
 */
export const calledAt = <Called extends { untilAt: string }>(
  former: Called[],
  at: string,
): Called | undefined =>
  former
    .filter((each) => each.untilAt > at)
    .toSorted((a, b) => a.untilAt.localeCompare(b.untilAt))[0]

/** A post at an organisation. Seats own actions; people come and go (R7). */
export interface Seat {
  id: number
  organisationId: number
  title: string
  endedOn: Day | null
  holders: Holding[]
}

/** R14: the role that a post is told by, without the place that would say whose it is. */
export const roleOf = (title: string): string => title.split(',')[0]!.trim()

/** A person in a seat, from a day until a day. */
export interface Holding {
  id: number
  seatId: number
  personId: number
  fromOn: Day
  untilOn: Day | null
  /** When it was written down that they left; nothing for the oldest. */
  endedAt?: string | null
}

export const isHeldOn = (holding: Holding, day: Day): boolean =>
  holding.fromOn <= day && (holding.untilOn === null || day < holding.untilOn)

export const isEmpty = (seat: Seat, today: Day): boolean =>
  seat.endedOn === null && !seat.holders.some((holding) => isHeldOn(holding, today))
