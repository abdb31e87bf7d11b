import MiniSearch, { type Query } from 'minisearch'
import { stemmer } from 'stemmer'
import { folded } from '../../../domain/folded.ts'
import { nearWords } from '../../../domain/publishing/searching/near-words.ts'
import {
  alikeIn,
  DRAFTED_ALIKE,
  meantBy,
  type Alike,
  type Meant,
} from '../../../domain/publishing/searching/alike.ts'
import type { Board, Copy } from '../../../domain/publishing/board.ts'
import { foundByPage, textOf } from './searched.ts'

/**
 * Where words were found: entries by their slugs, and other pages. `close` is true where nothing has
 * these words, and these come near.
 */
export interface Found {
  slugs: ReadonlySet<string>
  pages: readonly Copy[]
  close: boolean
}

/** More words than anyone types: what is over is not looked for. */
const MOST_WORDS = 12

/**
 * Search over what is published, in every language it is published in. It forgives accents, endings
 * and, when nothing else is found, a slip of the finger; and it knows which words the partnership
 * says mean the same. The index is made when someone first searches, and after a publication only
 * what changed is read again.
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
  let groups: Alike[] = []
  let known: Set<string> | undefined
  const bring = (board: Board): void => {
    const now = new Map(
      [...foundByPage(board)].map(([id, copy]) => [id, textOf(copy, board.tongues)]),
    )
    for (const [id, text] of indexed) {
      if (now.get(id) === text) continue
      index.discard(id)
      indexed.delete(id)
    }
    for (const [id, text] of now) {
      if (indexed.has(id)) continue
      index.add({ id, text })
      indexed.set(id, text)
    }
    groups = alikeIn(board.partnership?.alike || DRAFTED_ALIKE)
    known = undefined
    of = board
  }
  /** Every word that could be meant, for who typed none of them; read when someone did. */
  const vocabulary = (): Set<string> =>
    (known ??= new Set(
      [...indexed.values(), ...groups.flat(2)].flatMap((text) => wordsIn(text).map(fold)),
    ))
  const idsOf = (meant: Meant[]): string[] =>
    index.search({ combineWith: 'AND', queries: meant.map(asQuery) }).map((each) => String(each.id))
  const nearTo = (meant: Meant): Meant => {
    const [word] = meant.typed
    if (meant.typed.length > 1 || idsOf([meant]).length > 0) return meant
    const near = nearWords(fold(word!), vocabulary())
    // A word that was meant may have others that mean the same.
    const others = near.flatMap((each) => [[each], ...meantBy([each], groups)[0]!.others])
    return { typed: meant.typed, others }
  }
  /** What holds all that is asked for; null where nothing is asked for. */
  return (board: Board, q: string | undefined): Found | null => {
    if ((q ?? '').replace(/\p{Cf}/gu, '').trim() === '') return null
    const words = wordsIn(q!).slice(0, MOST_WORDS)
    if (words.length === 0) return { slugs: new Set(), pages: [], close: false }
    if (of !== board) bring(board)
    const meant = meantBy(words, groups)
    const exact = idsOf(meant)
    const ids = exact.length > 0 ? exact : idsOf(meant.map(nearTo))
    const found = split(board, ids)
    const isNear =
      exact.length === 0 ||
      (found.slugs.size === 0 && !exact.some((id) => isLiteral(indexed.get(id)!, meant)))
    return { ...found, close: isNear && ids.length > 0 }
  }
}

/** The beginning of a word that was typed is enough; what means the same is taken as it is. */
const asQuery = ({ typed, others }: Meant): Query => ({
  combineWith: 'OR',
  queries: [
    { combineWith: 'AND', queries: [...typed], prefix: (term: string) => term.length > 1 },
    ...others.map((way): Query => ({ combineWith: 'AND', queries: [...way], prefix: false })),
  ],
})

/**
 * Whether a page has the words as they were typed, or what the partnership says is the same. Where no
 * concern is found and no other page has them, "lighting" has found "in a different light".
 */
const isLiteral = (text: string, meant: readonly Meant[]): boolean => {
  const there = wordsIn(text)
  const all = ` ${there.join(' ')} `
  const begins = (word: string): boolean =>
    there.some((each) => each.startsWith(word.replace(/(?<=..)s$/, '')))
  return meant.every(
    ({ typed, others }) =>
      typed.every(begins) || others.some((way) => all.includes(` ${way.join(' ')} `)),
  )
}

const split = (board: Board, ids: string[]): Pick<Found, 'slugs' | 'pages'> => {
  const pages = foundByPage(board)
  const found = ids.map((id) => pages.get(id)!)
  return {
    slugs: new Set(found.filter(({ words }) => words.kind === 'entry').map(({ slug }) => slug)),
    pages: found.filter(({ words }) => words.kind !== 'entry'),
  }
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
