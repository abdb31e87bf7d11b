import { isUnderWay } from '../../domain/people/baton.ts'
import { dayOf, type Day } from '../../domain/day.ts'
import { batonLetter, invitationLetter } from '../../mail/baton-letter.ts'
import type { Letter } from '../../mail/letters.ts'
import type { LetterRow } from '../../store/letters.ts'
import type { Store } from '../../store/store.ts'

/**
 * Letters about a seat that is handed on, as things stand when they go; none where there is nothing
 * left to say.
 */
export const batonLetterWriter =
  (store: Store, publicUrl: string, now: () => Date) =>
  (row: LetterRow): Letter | undefined => {
    const person = store.people.find(row.personId!)
    const baton = store.batons.find(row.batonId!)
    const seat = baton && store.organisations.findSeat(baton.seatId)
    if (!person || person.endedAt !== null || !seat) return undefined
    const page = `${publicUrl}/desk/seats/${seat.id}/baton`
    // What was written before the end and never went has nothing left to say: the letter about the
    // end says it.
    if (baton.end)
      return person.id === baton.end.personId || row.at < baton.end.at
        ? undefined
        : batonLetter(person.email, baton.end.kind, seat.title, page)
    if (!isUnderWay(baton, seat, dayOf(now()))) return undefined
    return person.id === baton.toId
      ? person.role === 'observer'
        ? undefined
        : batonLetter(person.email, 'offered', seat.title, page)
      : baton.toId === null
        ? batonLetter(person.email, 'to-invite', seat.title, page)
        : undefined
  }

/**
 * The letter that asks someone in. Its link is made when it goes, and is good for as long as the
 * invitation.
 */
export const invitationLetterWriter =
  (store: Store, publicUrl: string, now: () => Date) =>
  (row: LetterRow): Letter | undefined => {
    const person = store.people.find(row.personId!)
    const invitation = store.invitations.find(row.invitationId!)
    if (
      !person ||
      person.endedAt !== null ||
      !invitation ||
      !store.invitations.isLive(invitation.id, now().toISOString())
    )
      return undefined
    return invitationLetter(
      person.email,
      {
        organisation: store.organisations.find(person.organisationId)!.name,
        seat: seatOffered(store, invitation.batonId, dayOf(now())),
        until: dayOf(invitation.expiresAt),
        link: `${publicUrl}/invitation/${store.invitations.makeLink(invitation.id)}`,
      },
      publicUrl,
    )
  }

/** The seat that someone is asked in for, while it is still being handed on. */
export const seatOffered = (store: Store, batonId: number | null, today: Day): string | null => {
  const baton = batonId === null ? undefined : store.batons.find(batonId)
  const seat = baton && store.organisations.findSeat(baton.seatId)
  return seat && isUnderWay(baton, seat, today) ? seat.title : null
}
