import type { Fix, Line, Reading } from './line.ts'
import {
  findLabel,
  plain,
  shortestFor,
  type Found,
  type Named,
  type NamedSeat,
  type Names,
} from './mentions.ts'
import { spansOf } from './name-at.ts'
import { nearest } from './nearest.ts'

/** A word after a sign: at the beginning, or after a space. */
export const MARK = (sign: string) =>
  new RegExp(`(^|\\s)[${sign}]([\\p{L}\\p{N}][\\p{L}\\p{N}’'-]*)`, 'gu')

/** `#stop`, `#where we live`: the first theme and the first area that are named. */
export const readLabels = (line: Line, { names }: Reading): Line => {
  const read = { ...line, remarks: [...line.remarks], fixes: [...line.fixes] }
  let text = ''
  let from = 0
  for (const mark of line.text.matchAll(MARK('#'))) {
    const at = mark.index + mark[1]!.length
    const typed = labelAt(line.text.slice(at + 1, at + 1 + LONGEST_NAME), mark[2]!, names)
    const found = findLabel(typed, names)
    const field = 'one' in found ? found.one.field : null
    if (!('one' in found) || read[found.one.field] !== null) {
      read.remarks.push(
        field
          ? `It has ${field === 'themeId' ? 'a theme' : 'an area'} already, so “#${typed}” stays in the words`
          : unknown('#', typed, found),
      )
      if (!('one' in found)) read.fixes.push(...labelFixes(typed, found, names))
      continue
    }
    read[found.one.field] = found.one.id
    text += line.text.slice(from, at)
    from = at + 1 + typed.length
  }
  return { ...read, text: text + line.text.slice(from) }
}

/** The longest whole name of a theme or an area, over several words, else the one word. */
const labelAt = (text: string, word: string, { themes, areas }: Names): string =>
  spansOf(text).find((span) =>
    [...themes, ...areas].some(({ keys }) => keys.slice(0, 2).includes(plain(span))),
  ) ?? word

const labelFixes = (typed: string, found: Found<Named>, { themes, areas }: Names): Fix[] => [
  ...('several' in found ? found.several.slice(0, 4) : nearest(typed, [...themes, ...areas])).map(
    (each) => ({ typed: `#${typed}`, insert: `#${each.keys[0]}`, name: each.name }),
  ),
  ...('none' in found && /\p{L}/u.test(typed)
    ? [{ typed: `#${typed}`, insert: '', name: typed }]
    : []),
]

const LONGEST_NAME = 200

/** Who may be meant by a mark that is nobody’s, or two people’s. */
export const ownerFixes = (
  stands: string,
  sign: string,
  typed: string,
  found: Found<Named | NamedSeat>,
  names: Names,
): Fix[] => {
  const all =
    'several' in found
      ? found.several.slice(0, 4)
      : nearest(typed, [...names.organisations, ...names.seats])
  return all.map((each) => ({
    typed: stands,
    insert: `${/^[@+]/.test(stands) ? '' : ' '}${sign || '+'}${shortestFor(each, names)}`,
    name: each.name,
  }))
}

/** Why a mark was not read: nobody is called so, or several are. */
export const unknown = (sign: string, typed: string, found: Found<Named>): string => {
  if ('several' in found)
    return `“${sign}${typed}” may be ${found.several
      .slice(0, 4)
      .map((each) => each.name)
      .join(', or ')}. Write a little more of it`
  return `${sign === '#' ? 'No theme or area' : 'Nobody here'} is called “${sign}${typed}”. It stays in the words`
}
