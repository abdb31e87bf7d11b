import type { Passage } from './alert.ts'

/** In the words of a file this stands between those that are shown and what is kept beneath them. */
const BENEATH = '\f'

/** What is read in a file, as one text: words that are shown or read out, and all that is beneath. */
export const fileWords = (shown: string, beneath: string): string => {
  const [above, below] = [shown, beneath].map((text) => text.replaceAll(BENEATH, ' '))
  return below === '' ? above! : `${above}${BENEATH}${below}`
}

/**
 * A file is read for what must never be told, and for what leads to a person; what is beneath its
 * words are names of fonts and pieces of them, so that only the first is asked there.
 */
export const passagesOfFile = (text: string): [shown: Passage, beneath: Passage] => {
  const [shown = '', ...beneath] = text.split(BENEATH)
  const file = { field: 'files', contact: true, file: true }
  return [
    { ...file, text: shown },
    { ...file, text: beneath.join(' '), beneath: true },
  ]
}
