import type { When } from '../../domain/day.ts'
import { factNamed } from '../../domain/publishing/told.ts'
import { monthTitle } from '../../domain/round-tables/round-table.ts'
import type { Markup } from '../markup.ts'
import type { Language } from './languages.ts'
import { markOf, type Mark } from './made-up.ts'
import { ownWordsOf, upper, type Memory } from './own-words.ts'
import { sentencesOf, type Sentences } from './sentences.ts'
import { timesOf } from './times.ts'

export type Voice = ReturnType<typeof voiceOf> & Marking

/**
 * The voice of a page in one language: interface words, dates and numbers, and the partnership's
 * own texts as far as they are translated. A word that a language lacks is said in English, and
 * marked as English. What is made up in a sample partnership is marked as that.
 */
export const speak = (
  language: Language,
  english: Language,
  memory: Memory = NOTHING,
  madeUp: ReadonlySet<string> | null = null,
): Voice => {
  const sentences = sentencesOf(language, english)
  const mark = markOf(madeUp, sentences, language)
  const voice = voiceOf(language, english, memory, sentences, mark)
  let quiet: Voice | undefined
  const unmarked = (): Voice => (quiet ??= speak(language, english, memory))
  const told: Voice = Object.assign(voice, {
    marking: (...values: unknown[]) =>
      mark.isWithin(values) ? { t: unmarked(), mark: mark.tag() } : { t: told, mark: '' as const },
    markingAll: (values: string[]) =>
      values.length > 0 && values.every(mark.is)
        ? { t: unmarked(), mark: mark.tag() }
        : { t: told, mark: '' as const },
  })
  return told
}

/** One mark for many: where it stands, and the voice for all that it speaks for, which has none. */
interface Marking {
  /** For what is told together, such as a pair: there where anything in it is made up. */
  marking: (...values: unknown[]) => { t: Voice; mark: Markup | '' }
  /** For a list that is made up from its first line to its last. */
  markingAll: (values: string[]) => { t: Voice; mark: Markup | '' }
}

const voiceOf = (
  language: Language,
  english: Language,
  memory: Memory,
  sentences: Sentences,
  mark: Mark,
) => {
  const ownWords = ownWordsOf(language, english, memory, sentences, mark)
  const times = timesOf(language, sentences, mark)
  const { say, text, list, number } = sentences
  return Object.assign(say, {
    text,
    list,
    number,
    ...ownWords,
    ...times,
    language,
    english,
    /** What is said of a fact that is no text and no day, with the mark where it is made up. */
    fact: (field: string, said: string | Markup) => mark.said(factNamed(field), said),
    isEnglish: language.code === english.code,
    upper,
    /**
     * Where a concern came from: the title of a round table is the same words in every language.
     */
    origin: (words: string, raisedOn: When): string | Markup =>
      words === monthTitle(raisedOn) ? times.tableTitle(raisedOn) : ownWords.own(words),
    status: (status: string, kind: string): string | Markup =>
      say(
        english.words[`status.${kind}.${status}`] === undefined
          ? `status.${status}`
          : `status.${kind}.${status}`,
      ),
  })
}

const NOTHING: Memory = new Map()
