import { USUAL } from './usual.ts'
import { languageName } from '../../language.ts'
import type { Change, Counts, Original, Translated } from '../told.ts'
import { type Kind } from './kind.ts'

/**
 * The words of something told, in another language. Each piece keeps the English it was made from,
 * so that what has changed since is known (R15).
 */
export interface TranslationWords extends Translated {
  kind: 'translation'
  change: Change
  counts?: Counts
  sample?: string[]
  /** The organisations that the English names: each is shown this as well (R13). */
  names: string[]
}

/** Begun from the list of what there is to translate; its form has a field for each piece. */
export const translation: Kind<TranslationWords> = {
  ...USUAL,
  kind: 'translation',
  of: null,
  name: (words) =>
    words
      ? `${languageName(words.language)}: ${
          words.of.kind === 'partnership'
            ? 'who we are, and names'
            : (words.pieces[0]?.english ?? words.of.slug)
        }`
      : 'A translation',

  begin: () => undefined,
  write: () => undefined,
  hasChanged: (words, _coversIds, _subject, source) => {
    const { texts } = source.english(words.of)
    return (
      texts.length !== words.pieces.length ||
      words.pieces.some((piece, i) => piece.english !== texts[i])
    )
  },
  changed: {
    field: 'pieces',
    reason: 'The English has changed since. Save the words again, and translate what is new',
  },

  pieces: (words) =>
    words.pieces.map(({ english, text }, i) => ({
      field: `piece-${i}`,
      text,
      english,
      read: false,
    })),
  lacks: (words) => [
    ...(words.pieces.length === 0 ? [NOTHING_TOLD] : []),
    ...words.pieces.flatMap(({ english, text }, i) =>
      text.trim()
        ? []
        : [{ field: `piece-${i}`, reason: `Translate this piece as well: “${english}”` }],
    ),
  ],
  named: (words) => words.names,
  covers: ({ of }) => (of.kind === 'programme' ? 'points' : 'actions'),
  forgotten: ({ sample: _sample, ...words }) => ({ ...words, pieces: [] }),

  slug: (words) => ({ at: translationSlug(words.of, words.language) }),
  isFilled: true,
  translates: (words) => words,
  parts: { words: 'translation', preview: 'translation', source: 'translation' },
}

const NOTHING_TOLD = {
  field: 'pieces',
  reason: 'What it says in English is not told any more, so there is nothing to say here',
}

/** A translation is known by what it is of, and its language. */
export const translationSlug = ({ kind, slug }: Original, language: string): string =>
  `${kind}.${slug}.${language}`
