import { drawn, words } from '../../mail/form.ts'
import type { Letter } from '../../mail/letter.ts'
import { sayFrom, type Envelope } from './whose.ts'

/** The sign-in code. No link to sign in by: a mail scanner would spend it (R25). */
export const codeLetter = (envelope: Envelope, to: string, code: string): Letter =>
  drawn({
    ...envelope,
    to,
    subject: 'your code to sign in',
    parts: [
      ...words(`${sayFrom(envelope.partnership)} Someone asked to sign in with this address.`),
      { is: 'code', before: 'Your code is', code },
      ...words(
        'Type it on the page where you asked for it. It works once, for ten minutes.',
        'If you did not ask for a code, you can forget this letter. Nobody can sign in without it.',
      ),
    ],
    foot: [
      ...envelope.reach,
      ...words('We write this each time someone asks for a code, and at no other time.'),
    ],
  })
