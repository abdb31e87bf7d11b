import {
  isOpen,
  isProposed,
  isStanding,
  latestOf,
  saidBeforeLead,
  statusOf,
  termsOf,
  termsWhen,
  type Action,
  type Status,
  type Update,
} from './action.ts'

/**
 * What one organisation has to do with a joint action: it leads, or it helps, and each says where
 * its own part stands.
 */
export interface Share {
  organisationId: number
  leads: boolean
  /** What it said last, or nothing where it was never heard. */
  latest: Update | null
  /** Where it stands by that; what was opened again is under way for its lead. */
  status: Status | null
  isDone: boolean
}

/**
 * The lead's part first, then each helper's in the order they were agreed. None where nobody helps.
 */
export const sharesOf = (action: Action): Share[] => {
  const { leadId, helperIds } = termsOf(action)
  return helperIds.length === 0
    ? []
    : [
        ...(leadId === null ? [] : [partOf(action, leadId)]),
        ...helperIds.map((id) => partOf(action, id)),
      ]
}

/** Whose part is still to come, once somebody's is done. */
export const waitingShares = (action: Action): Share[] => {
  const parts = sharesOf(action)
  return isOpen(action) &&
    !isStanding(action) &&
    !isProposed(action) &&
    parts.some((each) => each.isDone)
    ? parts.filter((each) => !each.isDone)
    : []
}

/** An organisation that helps has said that its part is done, or that it could not be. */
export const hasDoneItsShare = (action: Action, organisationId: number): boolean =>
  partOf(action, organisationId).isDone

const partOf = (action: Action, organisationId: number): Share => {
  const leads = termsOf(action).leadId === organisationId
  // What it said while it led was of the whole, and says nothing of the part it has now.
  const isOfItsPart = (update: Update): boolean =>
    update.organisationId === organisationId &&
    update.takenBackAt === null &&
    termsWhen(action, update).helperIds.includes(organisationId)
  const latest = leads
    ? saidByLead(action)
    : (action.updates.slice(1).findLast(isOfItsPart) ?? null)
  const status = leads && latest ? statusOf(action) : (latest?.status ?? null)
  return {
    organisationId,
    leads,
    latest,
    status,
    isDone: !isStanding(action) && (status === 'done' || status === 'could-not'),
  }
}

/** R5: what another said while it led is not the word of who leads now. */
const saidByLead = (action: Action): Update | null =>
  saidBeforeLead(action) ? null : latestOf(action)
