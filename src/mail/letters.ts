import type { Block, Paper, Section } from '../domain/round-tables/paper.ts'

/** A letter to one person. Nobody ever sees another's address. */
export interface Letter {
  to: string
  subject: string
  text: string
  html?: string
  messageId?: string
  headers?: Record<string, string>
}

/** The minutes, with the reader's own actions first. */
export const minutesLetter = (
  to: string,
  paper: Paper,
  own: Section | null,
  publicUrl: string,
): Letter => ({
  to,
  subject: paper.title,
  text: [
    paper.title,
    paper.state,
    '',
    ...(own ? inText(own) : []),
    ...paper.sections.flatMap(inText),
    'Is something wrong? Say so at the next round table, or write to the coordinator. The first wording stays, and the correction stands above it.',
    '',
    `Round Table, ${publicUrl}`,
  ].join('\n'),
})

const inText = ({ heading, blocks }: Section): string[] => [
  heading.toUpperCase(),
  '',
  ...blocks.flatMap(blockInText),
  '',
]

const blockInText = (block: Block): string[] => {
  switch (block.kind) {
    case 'heading':
      return [block.text]
    case 'words':
      return [block.text, '']
    case 'list':
      return [
        ...block.items.map(
          (item) => `- ${item.tone === 'struck' ? `(taken back) ${item.text}` : item.text}`,
        ),
        '',
      ]
    case 'table':
      return [
        ...block.rows.map(
          (row) =>
            `- ${row
              .map((cell, i) => (i < 2 || !cell ? cell : `${block.head[i]}: ${cell}`))
              .filter(Boolean)
              .join('. ')
              .replace(/([.?!])\. /g, '$1 ')}`,
        ),
        '',
      ]
  }
}

/**
 * Tells someone that another way in was added, or taken away: if it was not they, somebody has to
 * know.
 */
export const wayInLetter = (to: string, what: string, publicUrl: string): Letter => ({
  to,
  subject: 'Your Round Table sign-in changed',
  text: [
    what,
    '',
    `If that was you, there is nothing to do. If it was not, tell a coordinator today: they can end your sign-in at once. You can see where you are signed in here: ${publicUrl}/desk/me`,
    '',
    `Round Table, ${publicUrl}`,
  ].join('\n'),
})

/** The sign-in code. No link: a mail scanner would spend it (R25). */
export const codeLetter = (to: string, code: string, publicUrl: string): Letter => ({
  to,
  subject: 'Your Round Table code',
  text: [
    `Your code is ${code}`,
    '',
    'Type it on the page where you asked for it. It works once, for ten minutes.',
    '',
    'If you did not ask for a code, you can forget this letter. Nobody can sign in without it.',
    '',
    `Round Table, ${publicUrl}`,
  ].join('\n'),
})
