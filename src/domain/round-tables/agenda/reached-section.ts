import type { AgendaOfMinutes } from './headings.ts'
import type { Section } from '../paper.ts'

/** R4: what the table did not reach, and what it said of what would come to the next by itself. */
export const reachedSection = ({
  notReached,
  outcomes,
}: Pick<AgendaOfMinutes, 'notReached' | 'outcomes'>): Section => {
  const items = [
    ...outcomes.map(({ text, outcome, reason }) =>
      outcome === 'spoken'
        ? { text: `Spoken of: ${text}` }
        : { text: `Dropped: ${text} Why: ${reason ?? ''}` },
    ),
    ...notReached.map((text) => ({ text: `Not reached, comes to the next table: ${text}` })),
  ]
  return {
    id: 'not-reached',
    heading: outcomes.length > 0 ? 'What was left, and what was not reached' : 'Not reached',
    blocks: items.length > 0 ? [{ kind: 'list', items }] : [],
  }
}
