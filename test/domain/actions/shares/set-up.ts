import type { Action, Status, Terms, Update } from '../../../../src/domain/actions/action.ts'
import { sharesOf, waitingShares } from '../../../../src/domain/actions/shares.ts'
import { action, update } from '../../make.ts'

export const POLICE = 2
export const COUNCIL = 3
export const MOSAIC = 1
const FIRST = update({ id: 1, organisationId: POLICE, at: '2021-07-15T10:00:00.000Z' })
/**
 * Led by the police, helped by the council and Mosaic, and what each said since, on the first of a
 * month.
 */
export const joint = (
  said: Partial<Update>[] = [],
  terms: Partial<Terms> = {},
  over: Partial<Action> = {},
): Action =>
  action(
    {
      updates: [
        FIRST,
        ...said.map((each, i) =>
          update({
            id: i + 2,
            at: `2021-${String(i + 8).padStart(2, '0')}-01T10:00:00.000Z`,
            ...each,
          }),
        ),
      ],
      ...over,
    },
    { leadId: POLICE, helperIds: [COUNCIL, MOSAIC], ...terms },
  )
export const by = (
  organisationId: number,
  status: Status,
  over: Partial<Update> = {},
): Partial<Update> => ({ organisationId, status, text: 'Said', ...over })
export const told = (each: Action) =>
  sharesOf(each).map((part) => [part.organisationId, part.leads, part.status, part.isDone])
export const waits = (each: Action) => waitingShares(each).map((part) => part.organisationId)
