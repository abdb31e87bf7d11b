import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../../../src/store/store.ts'

/** What a writer has said that it wrote, and how it can be seen. */
export interface Acknowledged {
  what: 'concern' | 'message' | 'erased' | 'letter'
  id: number
  text: string
}

/** What of it a folder has not, once our own store has opened it as a start does. */
export const lackingIn = (folder: string, said: readonly Acknowledged[]): string[] => {
  let store: ReturnType<typeof openStore>
  try {
    store = openStore(folder)
  } catch (error) {
    return [`it does not open: ${(error as Error).message}`]
  }
  try {
    const concerns = new Map(store.concerns.listUnfiltered().map((each) => [each.id, each]))
    const messages = new Map(store.messages.listUnfiltered().map((each) => [each.id, each.text]))
    const letters = lettersIn(join(folder, 'outbox'))
    const erased = new Set(said.filter(({ what }) => what === 'erased').map(({ id }) => id))
    const isThere = ({ what, id, text }: Acknowledged): boolean => {
      if (what === 'letter') return letters.has(text)
      if (what === 'erased') return !messages.get(id)?.startsWith('Nobody came.')
      if (what === 'message')
        return erased.has(id) || messages.get(id) === text || isErased(messages.get(id))
      return concerns.get(id)?.wordings.some((each) => each.text === text) ?? false
    }
    const halves = [...concerns.values()].filter((each) => each.wordings.length === 0)
    return [
      ...said.filter((each) => !isThere(each)).map(({ what, id }) => `${what} ${id}`),
      ...halves.map(({ id }) => `concern ${id} has no words`),
    ]
  } finally {
    store.close()
  }
}

/** One that was being erased just then may be erased: that was asked, and not yet acknowledged. */
const isErased = (text: string | undefined): boolean =>
  text !== undefined && !text.startsWith('Nobody')

const lettersIn = (outbox: string): Set<string> =>
  new Set(
    existsSync(outbox)
      ? readdirSync(outbox)
          .filter((name) => name.endsWith('.eml'))
          .map((name) => readFileSync(join(outbox, name), 'utf8'))
      : [],
  )
