import { dayOf } from '../../domain/day.ts'
import { isHeldOn, type Seat } from '../../domain/people/seat.ts'
import { words, type Form, type Part } from '../../mail/form.ts'
import type { Store } from '../../store/store.ts'
import { namesOf } from '../names.ts'

/** The partnership, once residents read of it. */
export const partnershipOf = (store: Store): string | null =>
  store.published.board().partnership?.name ?? null

/** Who asks people to a table: the partnership, or the product until it has said who it is. */
export const organiserOf = (store: Store): string => partnershipOf(store) ?? 'Round Table'

/** From whom every letter to people of the table is, and how they reach a person. */
export interface Envelope extends Pick<Form, 'partnership' | 'publicUrl' | 'replyTo'> {
  /** R21: whom to ring or write to, in a sentence; nothing where nobody is there yet. */
  reach: Part[]
}

export const envelopeOf = (store: Store, publicUrl: string): Envelope => {
  const phone = store.published.board().partnership?.phone
  const coordinator = coordinatorOf(store)
  const replyTo = coordinator?.email
  const isRead = coordinator !== undefined || Boolean(store.labels.setting('replies'))
  const who = coordinator
    ? `a coordinator at ${namesOf(store).organisation(coordinator.organisationId)}`
    : 'a person'
  return {
    partnership: partnershipOf(store),
    publicUrl,
    reach: words(...sayReach(who, isRead, phone)),
    ...(replyTo !== undefined && { replyTo }),
  }
}

const sayReach = (who: string, isRead: boolean, phone: string | undefined): string[] => {
  if (isRead && phone) return [`To ask ${who}, answer this letter, or ring ${phone}.`]
  if (isRead) return [`To ask ${who}, answer this letter.`]
  return phone ? [`To ask ${who}, ring ${phone}.`] : []
}

/**
 * The coordinator who has been here the longest: they read the answers where the partnership has
 * set no address for them.
 */
const coordinatorOf = (store: Store) =>
  store.people.list().find((each) => each.role === 'coordinator' && each.endedAt === null)

/** R21: the first line of a letter: from whom it is, and for which seats. */
export const sayFrom = (partnership: string | null, seats: string[] = []): string => {
  const from = partnership === null ? 'the round table' : `the round table of ${partnership}`
  return seats.length === 0
    ? `This is from ${from}.`
    : `This is from ${from}, for the ${seats.join(' and the ')}.`
}

/** What is said of a link behind which someone signs in. */
export const SIGN_IN = 'You will be asked to sign in.'

/** R21: a seat with its organisation: "Ward sergeant, Church Street (Metropolitan Police)". */
export const whoseSeat = (
  store: Store,
  { title, organisationId }: Pick<Seat, 'title' | 'organisationId'>,
): string => `${title} (${namesOf(store).organisation(organisationId)})`

/** The seats that someone holds on the day. */
export const seatsHeld = (store: Store, personId: number, now: Date): string[] =>
  store.organisations
    .seats()
    .filter(({ holders }) =>
      holders.some((each) => each.personId === personId && isHeldOn(each, dayOf(now))),
    )
    .map((seat) => whoseSeat(store, seat))

/** ... and a guest, by role: "Head of the youth club (A school)". */
export const asGuest = (
  store: Store,
  { role, organisationId }: { role: string; organisationId: number | null },
): string =>
  organisationId === null ? role : `${role} (${namesOf(store).organisation(organisationId)})`
