/** So many lines of a list are read at once. */
const MOST = 5

/** A list as it is drawn: its first lines, and the rest folded, where it is worth a fold. */
export const firstFew = <T>(list: readonly T[], most = MOST): { rows: T[]; isMore: boolean }[] =>
  list.length <= most + 1
    ? [{ rows: [...list], isMore: false }]
    : [
        { rows: list.slice(0, most), isMore: false },
        { rows: list.slice(most), isMore: true },
      ]

/** As much of a text as has room, in letters, up to the end of a word. */
export const cutShort = (text: string, most: number, end = '…'): string => {
  const letters = [...text]
  if (letters.length <= most) return text
  const cut = letters.slice(0, most - end.length).join('')
  return cut.replace(/(?<!\s)\s+\S*$/, '') + end
}
