/** How the half that tells what was done is drawn, as the disc on the page is (`state--doing`). */
export type Moon = 'done' | 'standing' | 'doing' | 'cannot' | 'unanswered'

/** What a picture of a pair says, in one language. */
export interface PairWords {
  saidLabel: string
  said: string
  didLabel: string
  did: string
  /** Who says so, at its foot. */
  name: string
  moon: Moon
  /** True for a language that is read from the right. */
  fromRight: boolean
}

/** A PNG and its fingerprint. */
export interface Picture {
  bytes: Buffer
  tag: string
}
/** Draws a pair, or has it already; nothing where too many wait for theirs. */
export type Pictures = (words: PairWords) => Promise<Picture> | undefined
