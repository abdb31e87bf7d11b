import { textsToTranslate } from '../../domain/publishing/translations.ts'
import type { Words } from '../../domain/publishing/kinds/kinds.ts'
import type { Original } from '../../domain/publishing/told.ts'
import { publishWords, type Press } from './press.ts'

/** Translations of what is told. */
export const translationsOf = (press: Press) => ({
  /**
   * A machine's draft of something told, pasted in and approved: all of it, or nothing where a
   * piece is missing.
   */
  translation: (
    of: Original,
    language: string,
    tongue: Record<string, string>,
    checked = false,
  ): void => {
    const texts = textsToTranslate(press.store.published.board(), of)
    if (texts.length === 0 || texts.some((text) => tongue[text] === undefined)) return
    const publication = press.store.publications
      .list()
      .find((each) => each.kind === of.kind && each.slug === of.slug)!
    const words: Words = {
      kind: 'translation',
      change: { kind: 'first', words: '' },
      language,
      of,
      checked,
      names: [],
      pieces: texts.map((english) => ({ english, text: tongue[english]! })),
    }
    const id = press.store.publications.record(
      {
        kind: 'translation',
        concernId: publication.concernId,
        roundTableId: publication.roundTableId,
        year: null,
      },
      words,
      [],
      press.coordinator(),
    )
    publishWords(press, id, 'The same numbers as in the English')
  },
})
