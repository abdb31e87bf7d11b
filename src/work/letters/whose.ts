import type { Seat } from '../../domain/people/seat.ts'
import type { Store } from '../../store/store.ts'
import { namesOf } from '../names.ts'

/** The partnership, once residents read of it. */
export const partnershipOf = (store: Store): string | null =>
  store.published.board().partnership?.name ?? null

/** R21: the first words of a letter: the partnership it comes from. */
export const fromPartnership = (store: Store): string => {
  const partnership = partnershipOf(store)
  return partnership ? `${partnership}: ` : ''
}

/** Who asks people to a table: the partnership, or the product until it has said who it is. */
export const organiserOf = (store: Store): string => partnershipOf(store) ?? 'Round Table'

/** R21: a seat with its organisation: "Ward sergeant, Church Street (Metropolitan Police)". */
export const whoseSeat = (
  store: Store,
  { title, organisationId }: Pick<Seat, 'title' | 'organisationId'>,
): string => `${title} (${namesOf(store).organisation(organisationId)})`

/** ... and a guest, by role: "Head of the youth club (A school)". */
export const asGuest = (
  store: Store,
  { role, organisationId }: { role: string; organisationId: number | null },
): string =>
  organisationId === null ? role : `${role} (${namesOf(store).organisation(organisationId)})`
