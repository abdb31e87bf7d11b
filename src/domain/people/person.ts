/** What a person who signs in may do. A coordinator may also approve. */
export type Role = 'coordinator' | 'approver' | 'member' | 'observer'

export const ROLES = ['coordinator', 'approver', 'member', 'observer'] as const

/** Someone at the door, as every permission sees them. */
export interface Who {
  personId: number
  name: string
  role: Role
  approves: boolean
  organisationId: number
  seatIds: number[]
  /** True for people of the charity, who alone read what residents write (R27). */
  isCharity: boolean
}

/** R25: coordinators, approvers and anyone on the list of a named matter add a second factor. */
export const needsSecondFactor = (
  who: { role: Role; approves: boolean },
  onNamedList: boolean,
): boolean => who.role === 'coordinator' || who.role === 'approver' || who.approves || onNamedList

export const SAY_ROLE: Record<Role, string> = {
  coordinator: 'Coordinator',
  approver: 'Approver',
  member: 'Member',
  observer: 'Observer',
}
