import { kindOf, type CopyKind } from '../../domain/publishing/kinds/kinds.ts'
import { passagesOf } from '../../domain/publishing/pieces.ts'
import type { Board } from '../../domain/publishing/board.ts'
import type { Alert, Knowledge } from '../../domain/publishing/wording/alert.ts'
import { passagesOfFile } from '../../domain/publishing/wording/file-words.ts'
import { forbidden } from '../../domain/publishing/wording/forbidden.ts'
import { alertsIn } from '../../domain/publishing/wording/wording.ts'

/** Something told, by its address. */
interface At {
  kind: CopyKind
  slug: string
}
type FileTexts = (of: At) => string[]

/** What words may lead to, by what is known of the partnership now. */
export const wordingOf = (
  knowledge: () => Knowledge,
  { board, fileTexts }: { board: () => Board; fileTexts: FileTexts },
) => ({
  /** What residents read now that repeats a private matter: someone has named it since. */
  repeatingPrivate: (): At[] => forbiddenOn(board(), { ...knowledge(), guarded: [] }, fileTexts),
  holdingGuarded: holdingGuarded(knowledge, board, fileTexts),
  /**
   * What in these words may lead to a person or a place that is guarded. What is held in private
   * is not asked, so that no answer tells of it.
   */
  leadsTo: (text: string): string[] => leadsTo([text], knowledge())[0]!,
  /** ... and in each of many, with what is known read once. */
  leadsToEach: (texts: readonly string[]): string[][] => leadsTo(texts, knowledge()),
  /**
   * What stands in the way of each row of a translator's file. What is held in private is not asked
   * here either: that is asked of the draft before it is told.
   */
  alertsInRows: (rows: readonly { english: string; text: string }[]): Alert[][] => {
    const known = { ...knowledge(), private: [] }
    return rows.map(({ english, text }) => alertsIn([{ field: 'text', text, english }], known))
  },
})

const leadsTo = (texts: readonly string[], known: Knowledge): string[][] =>
  texts.map((text) =>
    alertsIn([{ field: 'text', text }], { ...known, private: [] })
      .filter((each) => ['names', 'contacts', 'described', 'guarded'].includes(each.key))
      .map((each) => each.found),
  )

/**
 * What residents read now that holds a guarded word: someone has guarded it since. All of it is
 * looked through once for what is told and guarded now.
 */
const holdingGuarded = (
  knowledge: () => Knowledge,
  board: () => Board,
  fileTexts: FileTexts,
): (() => At[]) => {
  let last: { of: string; found: At[] } | undefined
  return () => {
    const now = board()
    const { guarded, known } = knowledge()
    const of = JSON.stringify([now.version, guarded, known])
    if (last?.of !== of)
      last = { of, found: forbiddenOn(now, { guarded, known, private: [] }, fileTexts) }
    return last.found
  }
}

/** What residents read now that must never be told. */
const forbiddenOn = (
  board: Board,
  knowledge: Parameters<typeof forbidden>[1],
  fileTexts: FileTexts,
): At[] =>
  [...board.bySlug.values()]
    .map(({ slug, words }) => ({ kind: words.kind, slug, words }))
    .filter(({ words, ...at }) => {
      const files = kindOf(words).files ? fileTexts(at).flatMap(passagesOfFile) : []
      return forbidden([...passagesOf(words), ...files], knowledge).length > 0
    })
