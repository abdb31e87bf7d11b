import { z } from 'zod'
import { pagesOf, type Board } from '../../../domain/publishing/board.ts'
import type { Drafted } from '../../../domain/publishing/kinds/kind.ts'
import { kindOf } from '../../../domain/publishing/kinds/kinds.ts'
import type { TranslationWords } from '../../../domain/publishing/kinds/translation.ts'
import { namedIn } from '../../../domain/publishing/pieces.ts'
import { draftOf, liveDraftOf, type Publication } from '../../../domain/publishing/publication.ts'
import {
  FIRST,
  type Original,
  type Translated,
  type TranslatedPiece,
} from '../../../domain/publishing/told.ts'
import { textsToTranslate } from '../../../domain/publishing/translations.ts'
import type { Store } from '../../../store/store.ts'
import { typedIn, words } from '../../forms.ts'

/** A field for each piece of the page that was sent, by its place there. */
export const translationForm = (body: unknown) =>
  z.strictObject({
    checked: z.enum(['no', 'yes']).default('no'),
    basedOn: z.string().transform(Number),
    ...Object.fromEntries(
      Object.keys(typedIn(body))
        .filter((name) => /^(english|piece)-\d{1,3}$/.test(name))
        .map((name) => [name, words(2500)]),
    ),
  })

/**
 * What was typed, each piece by its English and not by its place: what is told may have changed
 * while this was written. A piece whose English is not told any more is left out, and a new one is
 * there to be translated.
 */
export const readTranslation = (
  store: Store,
  publication: Publication,
  form: Record<string, unknown>,
): Drafted<TranslationWords> => {
  const latest = draftOf(publication)!.words as TranslationWords
  const board = store.published.board()
  const typed = new Map(
    Object.entries(form)
      .filter(([name]) => name.startsWith('english-'))
      .map(([name, english]) => [english, String(form[name.replace('english', 'piece')] ?? '')]),
  )
  return {
    coversIds: coversOf(store, latest.of),
    words: store.sources.withCounts(
      {
        ...latest,
        checked: form.checked === 'yes',
        names: namesIn(board, latest.of),
        pieces: textsToTranslate(board, latest.of).map((english) => ({
          english,
          text: typed.get(english) ?? '',
        })),
        change: publication.releases.length > 0 ? { kind: 'news', words: '' } : FIRST,
      },
      publication,
    ),
  }
}

/** The organisations that the English names now (R13). */
export const namesIn = (board: Board, of: Original): string[] => {
  const copy = pagesOf(board, of.kind).find((each) => each.slug === of.slug)
  return copy ? namedIn(copy.words) : []
}

/**
 * The actions or points that stand in what residents read: a translation of them hangs on the same
 * (R9).
 */
export const coversOf = (store: Store, of: Original): number[] => {
  const original = store.publications.findAt(of)
  const live = original && liveDraftOf(original)
  const covers = live && kindOf(live.words).covers(live.words)
  return live && (covers === 'actions' || covers === 'points') ? live.coversIds : []
}

/** What is to be translated now, with what is translated already. */
export const piecesNow = (board: Board, { of, pieces }: Translated): TranslatedPiece[] => {
  const there = new Map(pieces.map((piece) => [piece.english, piece.text]))
  return textsToTranslate(board, of).map((english) => ({ english, text: there.get(english) ?? '' }))
}
