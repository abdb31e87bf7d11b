import type { Sentence } from '../../../src/web/words/languages.ts'
import { readLanguages } from '../../../src/web/words/read-languages.ts'

export const languages = readLanguages('views/words')
export const english = languages[0]!
export const others = languages.slice(1)
export const keys = Object.keys(english.words)
export const formsOf = (sentence: Sentence): string[] =>
  typeof sentence === 'string' ? [sentence] : Object.values(sentence)
export const namespaces = new Set(keys.map((key) => key.split('.')[0]!))

/** Each form of each English sentence, with a word or a number where the page puts its own. */
export const said = (prefix = ''): { key: string; text: string }[] =>
  keys
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) =>
      formsOf(english.words[key]!).map((text) => ({
        key,
        text: text
          .replace(/\{(n|number|present|of|page|pages|year)\}/g, '12')
          .replace(/\{\w+\}/g, 'Name'),
      })),
    )
