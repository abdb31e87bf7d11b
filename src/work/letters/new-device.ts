import { drawn, words } from '../../mail/form.ts'
import type { Letter } from '../../mail/letter.ts'
import { dayOf, sayWhen, timeOf } from '../../domain/day.ts'
import { sayFrom, type Envelope } from './whose.ts'

/**
 * R25: tells someone that they came in from a browser that is new for them: what, when and roughly
 * where, and the one button to press if it was not they. Where they were is said in the words of the
 * browser: no address is kept, or sent.
 */
export const newDeviceLetter = (
  envelope: Envelope,
  { to, device, at, key }: { to: string; device: string; at: string; key: string },
): Letter =>
  drawn({
    ...envelope,
    to,
    subject: 'you signed in on a new device',
    parts: [
      ...words(
        `${sayFrom(envelope.partnership)} Someone signed in as you on ${sayWhen(dayOf(at))} at ${timeOf(at)}, in ${device}.`,
        'If that was you, there is nothing to do.',
        'If it was not, press this button, and tell a coordinator today. It signs you out on every device, and takes away every way in that was added since.',
      ),
      {
        is: 'press',
        words: 'It was not me',
        to: `${envelope.publicUrl}/sign-in/ending/${key}`,
      },
    ],
    foot: [
      ...envelope.reach,
      ...words('We write this each time someone signs in as you in a browser that is new to us.'),
    ],
  })
