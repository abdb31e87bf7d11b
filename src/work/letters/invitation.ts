import { dayOf, sayWhen, type Day } from '../../domain/day.ts'
import { isUnderWay } from '../../domain/people/baton.ts'
import { signed, type Letter } from '../../mail/letter.ts'
import type { Store } from '../../store/store.ts'
import type { LetterWriter, WriterParts } from './letter-writer.ts'
import { fromPartnership } from './whose.ts'

/**
 * The letter that asks someone in. Its link is made when it goes, and is good for as long as the
 * invitation.
 */
export const invitationWriter =
  ({ store, publicUrl, now }: WriterParts): LetterWriter =>
  (row) => {
    const person = store.people.find(row.personId!)
    const invitation = store.invitations.find(row.invitationId!)
    if (!person || person.endedAt !== null || !invitation) return undefined
    if (!store.invitations.isLive(invitation.id, now().toISOString())) return undefined
    return invitationLetter(
      person.email,
      {
        from: fromPartnership(store),
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

interface Invited {
  /** The partnership that asks (R21). */
  from: string
  organisation: string
  seat: string | null
  until: Day
  link: string
}

const invitationLetter = (
  to: string,
  { from, organisation, seat, until, link }: Invited,
  publicUrl: string,
): Letter => ({
  to,
  subject: 'You are asked to the round table',
  text: signed(
    [
      `${from}you are asked to join the round table for ${organisation}.`,
      ...(seat ? [`A seat is being handed on to you: ${seat}.`] : []),
      '',
      'Residents say what is wrong, and the people at the table say what they will do about it. ' +
        'Here you see what is yours, and say where it stands.',
      '',
      'Open this to come in:',
      link,
      '',
      `It is good until ${sayWhen(until)}, and it is for you alone. ` +
        'There is no password: you get a short code by email each time.',
    ],
    publicUrl,
  ),
})
