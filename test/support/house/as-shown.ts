const TAG = /<[a-z](?:"[^"]*"|[^"<>])*>/gi
/** What keeps the lines that stand in it. */
const KEPT = /(<textarea[\s\S]*?<\/textarea>|<(\w+)[^<>]*class="[^"]*\btyped\b[\s\S]*?<\/\2>)/
/** What a line may begin or end without a space in: it stands by itself. */
const ALONE = 'p|h[1-6]|li|dt|dd|td|th|legend|summary|button|option|caption'
const EDGES = new RegExp(`(<(?:${ALONE})\\b[^<>]*>)\\s+|\\s+(</(?:${ALONE})>)`, 'g')
const INLINE = 'a|b|bdi|code|kbd|small|span|strong|time'
/** White space in a line of text; a tag is passed over, since what it says in quotes counts. */
const TEXT_GOES_ON = new RegExp(
  '(<(?:"[^"]*"|[^"<>])*>)' +
    String.raw`|(?<=[^\s>])\s+(?=\S)|(?<=>)\s+(?=[^\s<])` +
    String.raw`|(?<=</(?:${INLINE})>)\s+(?=<(?:${INLINE})\b)`,
  'g',
)

/** Lines in an attribute are somebody's own: they stay. */
const LINE = '\u0001'
const typed = (value: string): string => value.replaceAll('\n', LINE)

/**
 * A page as a browser shows it: one space between attributes, one where a line of text goes on, and
 * none at the edges of a paragraph or a button.
 */
export const asShown = (html: string): string =>
  html
    .replace(TAG, (tag) =>
      tag
        .replace(/"[^"]*"|\s+/g, (piece) => (piece.startsWith('"') ? typed(piece) : ' '))
        .replace(/ (?=\/?>$)/, ''),
    )
    .split(KEPT)
    .map((piece, i) =>
      i % 3 === 0
        ? piece.replace(EDGES, '$1$2').replace(TEXT_GOES_ON, (_, tag?: string) => tag ?? ' ')
        : i % 3 === 1
          ? piece
          : '',
    )
    .join('')
    .replaceAll(LINE, '\n')
