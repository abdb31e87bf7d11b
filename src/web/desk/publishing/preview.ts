import { speak } from '../../words/voice.ts'
import { pagesOf, type Board, type Copy } from '../../../domain/publishing/board.ts'
import { kindOf, type Words } from '../../../domain/publishing/kinds/kinds.ts'
import { filled } from '../../../domain/publishing/placeholders.ts'
import type { Translated } from '../../../domain/publishing/told.ts'
import { entriesIn } from '../../../domain/publishing/related.ts'
import type { PublicPreview } from '../../views/desk/publishing.ts'
import type { Desk, Visit } from '../visit.ts'

/** The page as the public will see it, from the template of its kind. */
export const previewOf = ({ store, today, desk, by }: Visit, raw: Words): PublicPreview => {
  const board = store.published.board()
  const words = filled(raw)
  const translated = kindOf(words).translates?.(words)
  return translated
    ? inItsLanguage(board, words, translated, desk.languages)
    : partOf(board, {
        slug: 'preview',
        version: 1,
        publishedOn: today,
        publishedAt: by.at,
        words,
        change: words.change,
        earlier: [],
      })
}

/** The copy as its page takes it, with nothing beside it that readers see only on the board. */
const partOf = (board: Board, copy: Copy): PublicPreview => {
  const { page, parts } = kindOf(copy.words)
  const { words } = copy
  if (!page) return { part: `/desk/publishing/kinds/_preview-${parts.preview}`, given: { words } }
  const replaces = 'replaces' in words ? words.replaces : null
  return {
    part: `/board/${page.folder}/_page`,
    given: {
      [page.as]: copy,
      entries: entriesIn(board, words),
      runs: {},
      newer: null,
      older: pagesOf(board, words.kind).find((each) => each.slug === replaces) ?? null,
    },
  }
}

/** What a translation is of, read with its pieces. */
const inItsLanguage = (
  board: Board,
  words: Words,
  { of, language: code, pieces, checked }: Translated,
  languages: Desk['languages'],
): PublicPreview => {
  const copy = pagesOf(board, of.kind).find((each) => each.slug === of.slug)
  if (!copy || !kindOf(copy.words).page)
    return { part: '/desk/publishing/kinds/_preview-translation', given: { words } }
  const language = languages.find((each) => each.code === code)!
  const memory = new Map([
    ...(board.tongues.get(code) ?? []),
    ...pieces
      .filter((piece) => piece.text)
      .map(({ english, text }) => [english, { text, checked }] as const),
  ])
  const t = speak(language, languages[0]!, memory, board.sample)
  return { ...partOf(board, copy), tongue: { t, lang: language.locale, dir: language.dir } }
}
