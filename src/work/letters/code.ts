import { signed, type Letter } from '../../mail/letter.ts'

/** The sign-in code. No link: a mail scanner would spend it (R25). */
export const codeLetter = (to: string, code: string, publicUrl: string): Letter => ({
  to,
  subject: 'Your Round Table code',
  text: signed(
    [
      `Your code is ${code}`,
      '',
      'Type it on the page where you asked for it. It works once, for ten minutes.',
      '',
      'If you did not ask for a code, you can forget this letter. Nobody can sign in without it.',
    ],
    publicUrl,
  ),
})
