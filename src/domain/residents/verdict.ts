export const VERDICTS = ['yes', 'little', 'no', 'unsure'] as const
export type Verdict = (typeof VERDICTS)[number]

/** How many readers said what of the copy that is public now. */
export type Verdicts = Record<Verdict, number>

export const MOST_WORD_LETTERS = 500

/** So many who say that it made no difference put it on the next agenda. */
const SEVERAL = 3
/** More say that it made no difference than that it did, and several do. */
export const saysNo = (verdicts: Verdicts): boolean =>
  verdicts.no >= SEVERAL && verdicts.no > verdicts.yes
