import { accept, refuse, type Decision } from '../decision.ts'
import { languageName } from '../language.ts'

/**
 * Somebody reads an entry aloud in a language. It reads these very words: when they change it does
 * not go with them.
 */
export interface Recording {
  id: number
  concernId: number
  language: string
  hash: string
  size: number
  seconds: number
  reads: string
  at: string
}

/** ... as a copy has it: an approval holds for the very bytes (R13). */
export type ToldRecording = Pick<Recording, 'language' | 'hash' | 'size' | 'seconds'>

/** What is read aloud of an entry in a language as it is told in it; nothing where it is not. */
export type ReadIn = (language: string) => string | undefined

/** ... which is its own words in English, and else what the board says of them in that language. */
export const readIn =
  (
    { said, did }: { said: string; did: string },
    tongues: ReadonlyMap<string, ReadonlyMap<string, { text: string }>>,
  ): ReadIn =>
  (language) => {
    const tongue = tongues.get(language)
    const read = [said, did].map((text) => (language === 'en' ? text : tongue?.get(text)?.text))
    return read.every(Boolean) ? read.join('\n') : undefined
  }

/** The recordings that read what is told; nothing where there is none. */
const recordingsOf = (all: readonly Recording[], read: ReadIn): ToldRecording[] | undefined => {
  const told = all
    .filter((each) => each.reads === read(each.language))
    .map(({ language, hash, size, seconds }) => ({ language, hash, size, seconds }))
  return told.length > 0 ? told : undefined
}

/** What an entry asks of the record for that. */
interface Aloud {
  recordingsOf: (concernId: number) => Recording[]
  readIn: (concernId: number, words: { said: string; did: string }) => ReadIn
}
export const recordingsIn = (
  words: { said: string; did: string },
  concernId: number,
  source: Aloud,
): ToldRecording[] | undefined =>
  recordingsOf(source.recordingsOf(concernId), source.readIn(concernId, words))

/** True where those recordings are others than the ones that were told. */
export const isReadOtherwise = (
  words: { said: string; did: string; recordings?: ToldRecording[] | undefined },
  concernId: number,
  source: Aloud,
): boolean =>
  JSON.stringify(recordingsIn(words, concernId, source)) !== JSON.stringify(words.recordings)

/** R18: whoever reads is known by their voice, and says yes to being heard. */
export const putRecording = <T>(
  text: string | undefined,
  language: string,
  agreed: boolean,
  read: T,
): Decision<{ reads: string; read: T }> => {
  if (text === undefined)
    return language === 'en'
      ? refuse('file', 'Write both sides first: that is what is read aloud')
      : refuse(
          'language',
          `“You said” and “We did” are not told in ${languageName(language)} yet. ` +
            'Translate them and publish that first: that is what is read aloud',
        )
  return agreed
    ? accept({ reads: text, read })
    : refuse('agreed', 'Ask whoever reads, and say that they agree to be heard')
}
