/** The mark that a line of a list begins with. */
export interface Mark {
  /** As it was typed: `1.`, `a)`, `•`. */
  typed: string
  /** Its number, where it has one. */
  number: number | null
  /** Ticked, or with a cross: its writer says something of it. */
  isTicked: boolean
  isCrossed: boolean
  /** A line of a heading. */
  isHeading: boolean
  /** The words after it. */
  rest: string
}

/** Bullets of every kind, those of the symbol fonts of word processors among them. */
const BULLET =
  /^(?:[•·▪▫◦‣⁃∙●○■□◆◇►▶▸➢➤➔→⇒✦★☆❖¤*+–—―−\u2043\u204c\u204d\u2219\u22c5\u25a0-\u25ff\u2605\u2606\u2756\u2780-\u27bf\ue000-\uf8ff]\uFE0F?\s*|(?:\p{Extended_Pictographic}[\uFE0F\u200D\u{1F3FB}-\u{1F3FF}]{0,3}){1,4}\s+|\p{Emoji_Presentation}\s*|[-‐‑]{1,2}(?:\s+|(?=\p{L}))|§\s+)/u
/** Word's own second level is an “o”; the symbol fonts make letters of their bullets. */
const LETTER_BULLET = /^[ovqØü]\s+(?=\S)/u
const BOX =
  /^(?:[☐☑☒✓✔✗✘✅❌❎⬜🗹🗸\u{1F5F8}\u{1F5F9}\u{1F5F7}]\uFE0F?\s*|\[[ xX✓✔]?\]\s+|\([ xX✓✔]\)\s+)/u
const CROSSED = /^[✗✘❌❎]/u
const TICKED = /^(?:[☑☒✓✔✅\u{1F5F8}\u{1F5F9}\uf0fc\uf0fe]|[[(][xX✓✔])/u
/** Characters of the font Wingdings that are a tick. */
const TICK_OF_WORD = /^[\uf0fc\uf0fe]/
/** `1️⃣`: the keys of a telephone. */
const KEY = /^\d\uFE0F?\u20E3\s*/u
const HEADING = /^#{1,6}\s+/
const NUMBERED =
  /^(?:\(\d{1,3}\)\s*|\d{1,3}(?:\.\d{1,3}){0,3}(?:\.\)|[.)])(?:\s+|(?=\p{Lu}\p{Ll}))|\d{1,3}\s[–—-]\s+(?=\p{L})|\d{1,3}:\s+)/u
/** `56.1 Fix it`, and not `10.30 Meet`: only beside others of its kind. */
const SECTION = /^\d{1,3}(?:\.\d{1,3}){1,3}\s+(?=\p{L})/u
const LETTERED = /^(?:\([a-z]{1,2}\)\s*|[a-z]\)\s*|[A-Z]\)\s*|\([A-Z]\)\s*|[a-z]\.\s+)/u
const CAPITAL = /^[A-Z]\.\s+/u
const ROMAN = /^(?:\((?:x{0,3}(?:ix|iv|v?i{0,3}))\)|x{0,3}(?:ix|iv|v?i{0,3})[.)])\s+/iu
const NAMED =
  /^(?:(?:actions?|task|ap|action point|point|item|recommendation|rec|agreed|a)\s?(?:no\.?\s?)?#?\d{1,3}(?:\.\d{1,3})?\s?(?:[:.)]|[–—-])\s*|(?:action|actions|action point|agreed action|agreed)\s?:\s+(?=\S))/iu

const PATTERNS = [HEADING, BOX, KEY, NUMBERED, NAMED, ROMAN, LETTERED, BULLET]

/** How the lines of a list are marked, so that a mark that could be words is one beside its kind. */
export interface Marks {
  sections: boolean
  capitals: boolean
  letterBullets: boolean
}

/** Looks at all lines first. `10.30` and `11.15` are times, `56.1` and `56.2` are points. */
export const marksIn = (lines: readonly string[]): Marks => {
  const sections = lines.flatMap((line) => SECTION.exec(line)?.[0].trim() ?? [])
  const capitals = lines.flatMap((line) => CAPITAL.exec(line)?.[0][0] ?? [])
  const dotted = lines.some((line) => /^\d{1,3}\.\s/.test(line))
  return {
    sections:
      sections.length > (dotted ? 0 : 1) && !sections.every((each) => /\.[0-5]\d$/.test(each)),
    letterBullets:
      lines.filter((line) => LETTER_BULLET.test(line)).length > 1 ||
      (lines.some((line) => LETTER_BULLET.test(line)) &&
        lines.some((line) => PATTERNS.some((pattern) => pattern.test(line)))),
    capitals: capitals.length > 1 && capitals[0] === 'A' && capitals[1] === 'B',
  }
}

/** The mark of a line, or nothing where it begins with words. */
export const markOf = (
  line: string,
  { sections, capitals, letterBullets }: Marks,
): Mark | undefined => {
  const patterns = [
    ...PATTERNS,
    ...(sections ? [SECTION] : []),
    ...(capitals ? [CAPITAL] : []),
    ...(letterBullets ? [LETTER_BULLET] : []),
  ]
  const found = patterns
    .map((pattern) => pattern.exec(line)?.[0] ?? '')
    .find((each) => each.trim() !== '')
  if (found === undefined) return undefined
  const rest = line.slice(found.length)
  const number = /\d{1,3}/.exec(found)
  const inner = /^(?:\d|[-*•])/u.test(found) ? BOX.exec(rest)?.[0] : undefined
  return {
    typed: found.trim(),
    number: number && !/\d\.\d/.test(found) ? Number(number[0]) : null,
    isTicked: TICKED.test(inner ?? found) || TICK_OF_WORD.test(found),
    isCrossed: CROSSED.test(inner ?? found),
    isHeading: HEADING.test(found),
    rest: inner ? rest.slice(inner.length) : rest,
  }
}

/** The words of a cell without the box that stands before them, and what is in the box. */
export const withoutBox = (
  cell: string,
): { words: string; isTicked: boolean; isCrossed: boolean } => {
  const box = BOX.exec(cell)?.[0] ?? ''
  const words = cell.slice(box.length)
  return words === ''
    ? { words: cell, isTicked: false, isCrossed: false }
    : { words, isTicked: TICKED.test(box), isCrossed: CROSSED.test(box) }
}

/** ... and where the box stands in a cell of its own. */
export const boxBeside = (cell: string, mark: string): ReturnType<typeof withoutBox> => {
  const [own, beside] = [withoutBox(cell), withoutBox(`${mark} ${cell}`)]
  return beside.words === cell && cell !== '' ? beside : own
}
