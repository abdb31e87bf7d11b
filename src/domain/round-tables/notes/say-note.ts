import type { Note } from '../minutes.ts'
import { paperIn } from './paper-seen.ts'
import { sayDecided } from './vote.ts'

/** What a note is called, and its words: `Decided`, with the vote; `Paper`; or `Note`. */
export const noteInWords = ({ kind, text }: Pick<Note, 'kind' | 'text'>): NoteInWords => {
  if (kind === 'decision') return { what: 'Decided', text: sayDecided(text) }
  const paper = paperIn(text)
  return paper === null ? { what: 'Note', text } : { what: 'Paper', text: paper }
}

interface NoteInWords {
  what: 'Decided' | 'Paper' | 'Note'
  text: string
}
