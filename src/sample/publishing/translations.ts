import { textsToTranslate } from '../../domain/publishing/translations.ts'
import type { Words } from '../../domain/publishing/kinds/kinds.ts'
import { subjectOf } from '../../domain/publishing/publication.ts'
import type { Original } from '../../domain/publishing/told.ts'
import { publishWords, type Press } from './press.ts'

/**
 * A machine's drafts of all that is told, pasted in and approved, each in all its pieces or not at
 * all. One transaction and one reading of the record: to wait for the disk, and to read what the
 * checks know, after each would be most of the time that it takes.
 */
export const translateAll = (
  press: Press,
  told: Original[],
  tongues: Map<string, Record<string, string>>,
): void => {
  const { store } = press
  const board = store.published.board()
  const english = store.publications.list()
  const checksOf = store.sources.checker()
  const translate = (of: Original, language: string, tongue: Record<string, string>): void => {
    const texts = textsToTranslate(board, of)
    if (texts.length === 0 || texts.some((text) => tongue[text] === undefined)) return
    const from = english.find((each) => each.kind === of.kind && each.slug === of.slug)!
    const id = store.publications.record(
      { ...subjectOf(from), quoteId: null, shownPhotoId: null, kind: 'translation' },
      wordsOf(of, language, texts, tongue),
      [],
      press.coordinator(),
    )
    publishWords(press, id, 'The same numbers as in the English', undefined, checksOf)
  }
  store.together(() => {
    for (const [language, tongue] of tongues) for (const of of told) translate(of, language, tongue)
  })
}

const wordsOf = (
  of: Original,
  language: string,
  texts: string[],
  tongue: Record<string, string>,
): Words => ({
  kind: 'translation',
  change: { kind: 'first', words: '' },
  language,
  of,
  checked: false,
  names: [],
  pieces: texts.map((english) => ({ english, text: tongue[english]! })),
})
