/** A letter to one person. Nobody ever sees another's address. */
export interface Letter { to: string; subject: string; text: string }

/** The sign-in code. No link: a mail scanner would spend it (R25). */
export const codeLetter = (to: string, code: string, publicUrl: string): Letter => ({
  to,
  subject: 'Your Round Table code',
  text: [
    `Your code is ${code}`, '',
    'Type it on the page where you asked for it. It works once, for ten minutes.', '',
    'If you did not ask for a code, you can forget this letter. Nobody can sign in without it.', '',
    `Round Table, ${publicUrl}`
  ].join('\n')
})
