import { z } from 'zod'
import {
  pagesOf,
  textsToTranslate,
  type Board,
  type Copy,
} from '../../../domain/publishing/board.ts'
import type { Decision } from '../../../domain/decision.ts'
import { namedIn, type Original, type TranslationWords } from '../../../domain/publishing/words.ts'
import type { Store } from '../../../store/store.ts'
import { parse, typedIn, words } from '../../forms.ts'
import { speak, type Language } from '../../words/languages.ts'
import type { PublicPreview } from '../../views/desk/publishing.ts'

const TranslationForm = (names: string[]) =>
  z.strictObject({
    checked: z.enum(['no', 'yes']).default('no'),
    basedOn: z.string().transform(Number),
    ...Object.fromEntries(names.map((name) => [name, words(2500)])),
  })

/**
 * What was typed, each piece by its English and not by its place: what is told may have changed
 * while this was written. A piece whose English is not told any more is left out, and a new one is
 * there to be translated.
 */
export const readTranslation = (
  store: Store,
  latest: TranslationWords,
  body: unknown,
): Decision<{ words: TranslationWords; basedOn: number }> => {
  const form = parse(
    TranslationForm(
      Object.keys(typedIn(body)).filter((name) => /^(english|piece)-\d{1,3}$/.test(name)),
    ),
    body,
  )
  if (!form.accepted) return form
  const { checked, basedOn, ...fields } = form.value as {
    checked: 'yes' | 'no'
    basedOn: number
  } & Record<string, string>
  const typed = new Map(
    Object.entries(fields)
      .filter(([name]) => name.startsWith('english-'))
      .map(([name, english]) => [english, fields[name.replace('english', 'piece')] ?? '']),
  )
  const board = store.published.board()
  const pieces = textsToTranslate(board, latest.of).map((english) => ({
    english,
    text: typed.get(english) ?? '',
  }))
  return {
    accepted: true,
    value: {
      words: { ...latest, checked: checked === 'yes', names: namesOf(board, latest.of), pieces },
      basedOn,
    },
  }
}

/** The organisations that the English names now (R13). */
export const namesOf = (board: Board, of: Original): string[] => {
  const copy =
    of.kind === 'partnership'
      ? undefined
      : pagesOf(board, of.kind).find((each) => each.slug === of.slug)
  return copy ? namedIn(copy.words) : []
}

/**
 * The actions or points that stand in what residents read: a translation of them hangs on the same
 * (R9).
 */
export const coversOf = (store: Store, of: Original): number[] => {
  const original =
    of.kind === 'programme' || of.kind === 'entry'
      ? store.publications.list().find((each) => each.kind === of.kind && each.slug === of.slug)
      : undefined
  return (
    original?.drafts.find((draft) => draft.id === original.releases.at(-1)?.draftId)?.coversIds ??
    []
  )
}

/** What is to be translated now, with what is translated already. */
export const piecesNow = (
  board: Board,
  { of, pieces }: TranslationWords,
): TranslationWords['pieces'] => {
  const there = new Map(pieces.map((piece) => [piece.english, piece.text]))
  return textsToTranslate(board, of).map((english) => ({ english, text: there.get(english) ?? '' }))
}

/** The page in its language, as the public will see it. */
export const previewTranslation = (
  board: Board,
  words: TranslationWords,
  languages: readonly Language[],
): PublicPreview => {
  const language = languages.find((each) => each.code === words.language)!
  const memory = new Map([
    ...(board.tongues.get(words.language) ?? []),
    ...words.pieces
      .filter((piece) => piece.text)
      .map(({ english, text }) => [english, { text, checked: words.checked }] as const),
  ])
  const tongue = {
    t: speak(language, languages[0]!, memory),
    lang: language.locale,
    dir: language.dir,
  }
  const { kind, slug } = words.of
  const copy =
    kind === 'partnership' ? undefined : pagesOf(board, kind).find((each) => each.slug === slug)
  return copy ? { ...previewOf(board, copy), tongue } : { kind: 'other' }
}

/** The page of a copy, as the public will see it. */
export const previewOf = (board: Board, copy: Copy): PublicPreview => {
  const { words, ...rest } = copy
  switch (words.kind) {
    case 'entry':
      return { kind: 'entry', entry: { ...rest, words } }
    case 'round-table':
      return { kind: 'round-table', table: { ...rest, words } }
    case 'event':
      return { kind: 'event', event: { ...rest, words } }
    case 'leaflet':
      return {
        kind: 'leaflet',
        leaflet: { ...rest, words },
        older: board.leaflets.find((each) => each.slug === words.replaces) ?? null,
      }
    case 'programme':
      return { kind: 'programme', programme: { ...rest, words } }
    default:
      return { kind: 'other' }
  }
}
