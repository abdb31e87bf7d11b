import { folded } from '../../../domain/folded.ts'
import { textsOf } from '../../../domain/publishing/pieces.ts'
import { themesIn, type EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import MiniSearch from 'minisearch'
import { stemmer } from 'stemmer'
import type { Board, Copy, Tongue } from '../../../domain/publishing/board.ts'

/** Where words were found. `close` is true where nothing has these words, and these come near. */
export interface Found {
  slugs: ReadonlySet<string>
  close: boolean
}

/**
 * Search over what is published, in every language it is published in. It forgives accents, endings
 * and, when nothing else is found, a slip of the finger. The index is made when someone first
 * searches, and after a publication only what changed is read again.
 */
export const keepSearch = () => {
  const index = new MiniSearch<{ id: string; text: string }>({
    fields: ['text'],
    tokenize: wordsIn,
    processTerm: fold,
    storeFields: [],
  })
  const indexed = new Map<string, string>()
  let of: Board | undefined
  const bring = (board: Board): void => {
    const now = new Map(board.entries.map((entry) => [entry.slug, textOf(entry, board.tongues)]))
    for (const [slug, text] of indexed) {
      if (now.get(slug) === text) continue
      index.discard(slug)
      indexed.delete(slug)
    }
    for (const [id, text] of now) {
      if (indexed.has(id)) continue
      index.add({ id, text })
      indexed.set(id, text)
    }
    of = board
  }
  /** The slugs whose words hold all that is asked for; null where nothing is asked for. */
  return (board: Board, q: string | undefined): Found | null => {
    if (wordsIn(q ?? '').length === 0) return null
    if (of !== board) bring(board)
    const slugs = (slips: number) =>
      new Set(
        index
          .search(q!, {
            combineWith: 'AND',
            prefix: (term) => term.length > 1,
            fuzzy: (term) => (term.length > 3 ? slips : 0),
          })
          .map((each) => String(each.id)),
      )
    const found = slugs(0)
    if (found.size > 0) return { slugs: found, close: false }
    const near = slugs(1)
    return { slugs: near, close: near.size > 0 }
  }
}

const textOf = ({ words }: Copy<EntryWords>, tongues: Board['tongues']): string => {
  const texts = [
    ...textsOf(words),
    words.origin,
    ...[
      ...themesIn(words),
      words.area,
      ...words.who,
      ...words.actions.map((action) => action.who),
    ].flatMap((label) => label?.name ?? []),
  ]
  return [
    ...texts,
    ...[...tongues.values()].flatMap((tongue: ReadonlyMap<string, Tongue>) =>
      texts.flatMap((text) => tongue.get(text)?.text ?? []),
    ),
  ].join(' ')
}

/** “Children’s” is one word. */
const wordsIn = (text: string): string[] =>
  folded(text)
    .replace(/(?<=[a-z])[’']s(?![\p{L}\p{N}])/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** A word without what changes at its ends: English endings, and the Arabic article. */
const fold = (word: string): string => {
  if (/^[a-z]+$/.test(word)) return stemmer(word)
  return word.length > 3 ? word.replace(/^(وال|بال|لل|ال)(?=\p{Script=Arabic}{2})/u, '') : word
}
