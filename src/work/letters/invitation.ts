import { dayOf, sayWhen, type Day } from '../../domain/day.ts'
import { isUnderWay } from '../../domain/people/baton.ts'
import { drawn, words } from '../../mail/form.ts'
import type { Letter } from '../../mail/letter.ts'
import type { Store } from '../../store/store.ts'
import type { LetterWriter, WriterParts } from './letter-writer.ts'
import { envelopeOf, sayFrom, type Envelope } from './whose.ts'

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
    return invitationLetter(envelopeOf(store, publicUrl), person.email, {
      organisation: store.organisations.find(person.organisationId)!.name,
      seat: seatOffered(store, invitation.batonId, dayOf(now())),
      until: dayOf(invitation.expiresAt),
      link: `${publicUrl}/invitation/${store.invitations.makeLink(invitation.id)}`,
    })
  }

/** The seat that someone is asked in for, while it is still being handed on. */
export const seatOffered = (store: Store, batonId: number | null, today: Day): string | null => {
  const baton = batonId === null ? undefined : store.batons.find(batonId)
  const seat = baton && store.organisations.findSeat(baton.seatId)
  return seat && isUnderWay(baton, seat, today) ? seat.title : null
}

interface Invited {
  organisation: string
  seat: string | null
  until: Day
  link: string
}

export const invitationLetter = (
  envelope: Envelope,
  to: string,
  { organisation, seat, until, link }: Invited,
): Letter =>
  drawn({
    ...envelope,
    to,
    subject: 'you are asked to join',
    parts: [
      ...words(
        `${sayFrom(envelope.partnership)} You are asked to join it for ${organisation}.` +
          (seat ? ` A seat is being handed on to you: ${seat}.` : ''),
        'Residents say what is wrong, and the people at the table say what they will do about it. ' +
          'Here you see what is yours, and say where it stands.',
      ),
      {
        is: 'press',
        words: 'Come in',
        to: link,
        note:
          `It is good until ${sayWhen(until)}, and it is for you alone. ` +
          'There is no password: you get a short code by email each time.',
      },
    ],
    foot: [
      ...envelope.reach,
      ...words('A coordinator asked for this letter. If you do nothing, no other comes.'),
    ],
  })
