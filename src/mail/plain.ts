import type { Part } from './form.ts'

/** The plain part of a letter: each part on lines of its own, addresses alone on theirs. */
export const inText = (parts: Part[]): string => `${parts.flatMap(linesOf).join('\n').trim()}\n`

const linesOf = (part: Part): string[] => {
  switch (part.is) {
    case 'words':
      return [part.isEnglish ? apart(part.words) : part.words, '']
    case 'heading':
      return [part.words]
    case 'title':
      return ['', part.words.toUpperCase(), '']
    case 'list':
      return [...part.items.map((item) => `- ${item}`), '']
    case 'code':
      return [`${part.before} ${part.code}`, '']
    case 'press':
      return [`${part.words}:`, part.to, ...(part.note ? [part.note] : []), '']
    case 'link':
      return [`${part.words}:`, part.to, '']
  }
}

/** English runs its own way within a letter that runs from right to left. */
const apart = (words: string): string => `\u2066${words}\u2069`
