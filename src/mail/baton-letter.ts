import { sayWhen, type Day } from '../domain/day.ts'
import type { Letter } from './letters.ts'

type Stage = 'offered' | 'to-invite' | 'accepted' | 'declined' | 'withdrawn'

const WORDS: Record<Stage, { subject: string; text: (title: string) => string }> = {
  offered: {
    subject: 'A seat is being handed on to you',
    text: (title) =>
      `${title}: this seat is being handed on to you. Read the note that comes with it, and say yes or no.`,
  },
  'to-invite': {
    subject: 'Someone waits for your invitation',
    text: (title) =>
      `${title}: its holder has named who comes next, and they do not sign in here yet. Invite them, or stop it.`,
  },
  accepted: {
    subject: 'A seat was handed on',
    text: (title) => `${title}: the one who comes next has said yes. It is theirs now.`,
  },
  declined: {
    subject: 'A seat was not taken on',
    text: (title) =>
      `${title}: the one who was asked has said no. Read why. The seat stays where it was.`,
  },
  withdrawn: {
    subject: 'A seat stays where it was',
    text: (title) => `${title}: it is not being handed on any more.`,
  },
}

/**
 * A letter about a seat that changes hands. It asks to sign in: a link alone never makes anyone the
 * holder of a seat.
 */
export const batonLetter = (to: string, stage: Stage, title: string, page: string): Letter => ({
  to,
  subject: WORDS[stage].subject,
  text: [WORDS[stage].text(title), '', page, '', 'You will be asked to sign in.'].join('\n'),
})

/** The letter that asks someone in, with a link that is good until a day. */
export const invitationLetter = (
  to: string,
  {
    organisation,
    seat,
    until,
    link,
  }: { organisation: string; seat: string | null; until: Day; link: string },
  publicUrl: string,
): Letter => ({
  to,
  subject: 'You are asked to the round table',
  text: [
    `You are asked to join the round table for ${organisation}.`,
    ...(seat ? [`A seat is being handed on to you: ${seat}.`] : []),
    '',
    'Residents say what is wrong, and the people at the table say what they will do about it. Here you see what is yours, and say where it stands.',
    '',
    'Open this to come in:',
    link,
    '',
    `It is good until ${sayWhen(until)}, and it is for you alone. There is no password: you get a short code by email each time.`,
    '',
    `Round Table, ${publicUrl}`,
  ].join('\n'),
})
