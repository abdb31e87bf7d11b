import { drawn, words } from '../../mail/form.ts'
import type { Letter } from '../../mail/letter.ts'
import { sayFrom, type Envelope } from './whose.ts'

/**
 * Tells someone that another way in was added, or taken away: if it was not they, somebody has to
 * know.
 */
export const wayInLetter = (envelope: Envelope, to: string, what: string): Letter =>
  drawn({
    ...envelope,
    to,
    subject: 'your sign-in has changed',
    parts: [
      ...words(
        `${sayFrom(envelope.partnership)} ${what}`,
        'If that was you, there is nothing to do. If it was not, tell a coordinator today: ' +
          'they can end your sign-in at once.',
      ),
      { is: 'link', words: 'See where you are signed in', to: `${envelope.publicUrl}/desk/me` },
    ],
    foot: [
      ...envelope.reach,
      ...words('We write this each time a way to sign in as you is added or taken away.'),
    ],
  })
