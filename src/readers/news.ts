import { makeBoard, type Board, type Copy } from '../domain/publishing/board.ts'

/** A board as it goes from one process to another: all of it, or what is other than before. */
export interface News {
  /** The version that it follows; null where this is all of it. */
  after: number | null
  version: number
  /** Every copy by its name: what is not named is told no more. */
  names: string[]
  /** Those that are new, or other than they were. */
  copies: Map<string, Copy>
  withdrawn: Board['withdrawn']
  seal: Board['seal']
  /** Which leaflet came last shows in the order that they were told in, which is not the names'. */
  replacedBy: Board['replacedBy']
}

/** Says what is other on each board than on the one before it: so little goes, however much is told. */
export const keepNews = (first: Board) => {
  const texts = new WeakMap<Copy, string>()
  const textOf = (copy: Copy): string => {
    const text = texts.get(copy) ?? JSON.stringify(copy)
    texts.set(copy, text)
    return text
  }
  const textsOn = (board: Board): Map<string, string> =>
    new Map(copiesOn(board).map(([name, copy]) => [name, textOf(copy)]))
  let before = { version: first.version, texts: textsOn(first) }
  return {
    all: (board: Board): News => newsOf(board, null, copiesOn(board)),
    since: (board: Board): News => {
      const { version, texts: old } = before
      before = { version: board.version, texts: textsOn(board) }
      const other = copiesOn(board).filter(([name, copy]) => old.get(name) !== textOf(copy))
      return newsOf(board, version, other)
    },
  }
}

const copiesOn = (board: Board): [name: string, copy: Copy][] =>
  [...board.byKind.values()].flat().map((copy) => [`${copy.words.kind} ${copy.slug}`, copy])

const newsOf = (board: Board, after: number | null, copies: [string, Copy][]): News => ({
  after,
  version: board.version,
  names: copiesOn(board).map(([name]) => name),
  copies: new Map(copies),
  withdrawn: board.withdrawn,
  seal: board.seal,
  replacedBy: board.replacedBy,
})

/** Puts boards together from news, one after another. */
export const takeNews = () => {
  let version: number | null = null
  let copies = new Map<string, Copy>()
  return (news: News): Board => {
    if (news.after !== null && news.after !== version) throw new Error('a board was missed')
    copies = new Map(news.names.map((name) => [name, news.copies.get(name) ?? copies.get(name)!]))
    version = news.version
    const { withdrawn, seal, replacedBy } = news
    const board = makeBoard(version, [...copies.values()], [...withdrawn], seal)
    return Object.freeze({ ...board, replacedBy })
  }
}
