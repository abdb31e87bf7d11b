import type { Block, Paper, Section } from '../../domain/round-tables/paper.ts'
import { signed, type Letter } from '../../mail/letter.ts'

/** The minutes, with the reader's own actions first. */
export const minutesLetter = (
  to: string,
  paper: Paper,
  own: Section | null,
  publicUrl: string,
): Letter => ({
  to,
  subject: paper.title,
  text: signed(
    [
      paper.title,
      ...(paper.when ? [paper.when] : []),
      paper.state,
      '',
      ...(own ? inText(own) : []),
      ...paper.sections.flatMap(inText),
      'Is something wrong? Say so at the next round table, or write to the coordinator. ' +
        'The first wording stays, and the correction stands above it.',
    ],
    publicUrl,
  ),
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
      return [...block.items.map((item) => `- ${item.text}`), '']
    case 'table':
      return [...block.rows.map((row) => `- ${rowInText(row, block.head)}`), '']
  }
}

/** A row of a table as one line: the first two cells as they are, the others by the head above them. */
const rowInText = (row: string[], head: string[]): string =>
  row
    .map((cell, i) => (i < 2 || !cell ? cell : `${head[i]}: ${cell}`))
    .filter(Boolean)
    .join('. ')
    .replace(/([.?!])\. /g, '$1 ')
