import type { Minutes } from '../minutes-paper.ts'
import type { Note } from '../minutes.ts'
import { listOf, type Section } from '../paper.ts'

/** A note that names a paper or a slide that was shown: its words are kept so, and no file is. */
export const asPaper = (title: string): string => `Paper: ${title}`

/** The paper that a note names; nothing where it is another note. */
export const paperIn = (text: string): string | null => /^Paper: (\S.*)$/is.exec(text)?.[1] ?? null

/** What was shown at the table, each once, with the items it was shown at. */
export const papersSection = ({ items, notes, depth }: Minutes): Section => {
  const seen = new Map<string, number[]>()
  const see = ({ text }: Note, item: number | null): void => {
    const title = paperIn(text)
    if (title === null) return
    const at = seen.get(title) ?? []
    seen.set(title, item === null ? at : [...at, item])
  }
  // What hangs on an item that is a gap is not among them (R11).
  if (depth !== 'public') for (const note of notes) if (note.concernId === null) see(note, null)
  for (const item of items) for (const note of item.notes) see(note, item.number)
  return {
    id: 'papers',
    heading: 'Papers seen',
    blocks: listOf([...seen].map(([title, at]) => ({ text: `${title}${sayItems(at)}` }))),
  }
}

const sayItems = (numbers: number[]): string => {
  const all = [...new Set(numbers)]
  return all.length === 0 ? '' : ` (${all.length > 1 ? 'items' : 'item'} ${all.join(', ')})`
}
