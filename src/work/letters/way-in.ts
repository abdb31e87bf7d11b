import { signed, type Letter } from '../../mail/letter.ts'

/**
 * Tells someone that another way in was added, or taken away: if it was not they, somebody has to
 * know.
 */
export const wayInLetter = (to: string, what: string, publicUrl: string): Letter => ({
  to,
  subject: 'Your Round Table sign-in changed',
  text: signed(
    [
      what,
      '',
      'If that was you, there is nothing to do. If it was not, tell a coordinator today: ' +
        'they can end your sign-in at once. ' +
        `You can see where you are signed in here: ${publicUrl}/desk/me`,
    ],
    publicUrl,
  ),
})
