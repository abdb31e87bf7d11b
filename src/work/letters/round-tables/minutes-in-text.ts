import type { Block, Paper, Section } from '../../../domain/round-tables/paper.ts'
import { drawn, words, type Part } from '../../../mail/form.ts'
import type { Letter } from '../../../mail/letter.ts'
import { sayFrom, type Envelope } from '../whose.ts'

/** The minutes, with the reader's own actions first. */
export const minutesLetter = (
  envelope: Envelope,
  { to, seats }: { to: string; seats: string[] },
  paper: Paper,
  own: Section | null,
): Letter =>
  drawn({
    ...envelope,
    to,
    subject: `${paper.title.slice(0, 1).toLowerCase()}${paper.title.slice(1)}`,
    parts: [
      ...words(
        `${sayFrom(envelope.partnership, seats)} ${paper.title}.`,
        ...(paper.when ? [paper.when] : []),
        paper.state,
      ),
      ...(own ? partsOf(own) : []),
      ...paper.sections.flatMap(partsOf),
      ...words(...(paper.foot ?? [])),
    ],
    foot: [
      ...words(
        'Is something wrong? Say so at the next round table, or write to the coordinator. ' +
          'The first wording stays, and the correction stands above it.',
      ),
      ...envelope.reach,
      ...words(
        'A coordinator sends the minutes to those who were there, and to who asked for them.',
      ),
    ],
  })

const partsOf = ({ heading, blocks }: Section): Part[] => [
  { is: 'title', words: heading },
  ...blocks.map(partOf),
]

const partOf = (block: Block): Part => {
  switch (block.kind) {
    case 'heading':
      return { is: 'heading', words: block.text }
    case 'words':
      return { is: 'words', words: block.text }
    case 'list':
      return { is: 'list', items: block.items.map((item) => item.text) }
    case 'table':
      return { is: 'list', items: block.rows.map((row) => rowInText(row, block.head)) }
  }
}

/** A row of a table as one line: the first two cells as they are, the others by the head above them. */
const rowInText = (row: string[], head: string[]): string =>
  row
    .map((cell, i) => (i < 2 || !cell ? cell : `${head[i]}: ${cell}`))
    .filter(Boolean)
    .join('. ')
    .replace(/([.?!])\. /g, '$1 ')
