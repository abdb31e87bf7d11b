import { accept, refuse, type Decision } from '../decision.ts'

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

/** What is read aloud of an entry. */
export const textRead = ({ said, did }: { said: string; did: string }): string => `${said}\n${did}`

/** The recordings of these words; nothing where there is none. */
export const recordingsOf = (
  text: string,
  all: readonly Recording[],
): ToldRecording[] | undefined => {
  const told = all
    .filter((each) => each.reads === text)
    .map(({ language, hash, size, seconds }) => ({ language, hash, size, seconds }))
  return told.length > 0 ? told : undefined
}

/** True where the recordings of these words are others than those that were told. */
export const isReadOtherwise = (
  words: { said: string; did: string; recordings?: ToldRecording[] | undefined },
  all: readonly Recording[],
): boolean =>
  JSON.stringify(recordingsOf(textRead(words), all)) !== JSON.stringify(words.recordings)

/** R18: whoever reads is known by their voice, and says yes to being heard. */
export const putRecording = <T>(
  { said, did }: { said: string; did: string },
  agreed: boolean,
  read: T,
): Decision<T> => {
  if (!said || !did) return refuse('file', 'Write both sides first: that is what is read aloud')
  return agreed
    ? accept(read)
    : refuse('agreed', 'Ask whoever reads, and say that they agree to be heard')
}
