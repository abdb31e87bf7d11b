import { ONE_TO_TWENTY } from '../../number-words.ts'

/** How a table voted, by show of hands: counts, and never who (R17). Nothing is what was not said. */
export interface Vote {
  inFavour: number | null
  against: number | null
  abstained: number | null
  isUnanimous: boolean
}

/** A decision as it was typed: its words, the vote in them, and what may be one. */
export interface Decided {
  /** Without the vote, where it stands at the end. */
  words: string
  vote: Vote | null
  /** Figures that may be a vote, or hours, a score, an age: they stay in the words (R2). */
  doubt: string | null
}

/**
 * `9 for, 3 against, 2 abstained`, `9 to 3, 2 abstained`, `carried 9-3`, `unanimous`, `nobody
 * against`: what can only be a vote. `2 to 4` alone may be the time of a stall.
 */
export const decidedIn = (text: string): Decided => {
  const found = SHAPES.map(({ shape, read }) => ({ all: [...text.matchAll(shape)], read })).find(
    ({ all }) => all.length > 0,
  )
  const [first, second] = found?.all ?? []
  const vote = first && !second ? found!.read(first.groups ?? {}) : null
  if (!first || !vote) return { words: text, vote: null, doubt: doubtIn(text) }
  const after = text.slice(first.index + first[0].length)
  const before = text
    .slice(0, first.index)
    .replace(
      /(?:(?:\s{1,9}(?:by|with|on|a vote of)){1,9}\s{0,9}|(?<![\s,;:(–—-])[\s,;:(–—-]+)$/,
      '',
    )
  const isAtEnd = /^[\s.)!]*$/.test(after) && before !== ''
  return { words: isAtEnd ? before : text, vote, doubt: null }
}

/** `9 for, 3 against, nobody abstained`. */
export const sayVote = ({ inFavour, against, abstained, isUnanimous }: Vote): string =>
  isUnanimous
    ? 'unanimous'
    : [
        [inFavour, 'for'],
        [against, 'against'],
        [abstained, 'abstained'],
      ]
        .filter(([count]) => count !== null)
        .map(([count, what]) => `${count === 0 ? 'nobody' : count} ${what}`)
        .join(', ')

/** A decision as minutes have it: its words, and behind them how the table voted. */
export const sayDecided = (text: string): string => {
  const { words, vote } = decidedIn(text)
  if (vote === null) return text
  return `${words.replace(/(?<!\s)\s*\.$/, '')}${/[?!]$/.test(words) ? '' : '.'} Vote: ${sayVote(vote)}.`
}

const COUNT = `\\d{1,3}|${ONE_TO_TWENTY.join('|')}`
const ANY = `${COUNT}|nobody|no[ -]one|none|no|nil|zero`
const START = '(?<![\\p{L}\\p{N}.:/£$€%+–—-])'
/** A part of a sentence of its own begins. */
const CLAUSE = '(?<=^\\s{0,9}|[,;:(.–—-]\\s{0,9}|\\band\\s{1,9}|\\bwith\\s{1,9})'
const HANDS = '(?: (?:votes?|hands?|were|was|voted)){0,2}'
const JOIN = '(?:\\s{0,9}[,;/]\\s{0,9}|\\s{1,9})(?:(?:and|with)\\s{1,9})?'
const END = '(?=\\s{0,9}(?:[,;:)!]|\\.(?!\\d)|$))'
/** Nothing more in the sentence: `9 to 3 years` is no vote. */
const OVER = '(?=\\s{0,9}(?:[;)!]|\\.(?!\\d)|$))'
const FOR = `(?<inFavour>${ANY})${HANDS} (?:for|in favou?r)`
const AGAINST = `(?<against>${ANY})${HANDS} against`
const ABSTAINED = `(?<abstained>${ANY})(?: (?:people|members|were|was))? (?:abstained|abstain|abstaining|abstentions?)`
const PAIR = `(?<inFavour>${COUNT})(?: votes)?(?:\\s{1,9}to\\s{1,9}|\\s?[–—-]\\s?)(?<against>${COUNT}|nil|zero|none)(?: votes)?`
const VERB = 'carried|passed|adopted|voted|a vote of|votes?:'
const SAID = '(?:agreed|carried|passed|approved|accepted|adopted|decided|voted|rejected|supported)'

const shape = (words: string): RegExp => new RegExp(words, 'giu')
type Groups = Partial<Record<string, string>>

const counted = ({ inFavour, against, abstained }: Groups): Vote => ({
  inFavour: numberOf(inFavour),
  against: numberOf(against),
  abstained: numberOf(abstained),
  isUnanimous: false,
})
/** What was carried had more for it than against it: else the figures say something else. */
const carried = (groups: Groups): Vote | null => {
  const vote = counted(groups)
  return vote.inFavour! > vote.against! ? vote : null
}
const unanimous = (): Vote => ({ ...counted({}), isUnanimous: true })

const numberOf = (typed: string | undefined): number | null => {
  if (typed === undefined) return null
  const word = typed.toLowerCase()
  if (/^\d+$/.test(word)) return Number(word)
  return ONE_TO_TWENTY.indexOf(word) + 1
}

/** The first that is found counts; one that stands there twice is two votes, and stays in the words. */
const SHAPES: { shape: RegExp; read: (groups: Groups) => Vote | null }[] = [
  { shape: shape(`${START}${FOR}${JOIN}${AGAINST}(?:${JOIN}${ABSTAINED})?${END}`), read: counted },
  {
    shape: shape(
      `${CLAUSE}for:? (?<inFavour>${ANY})${JOIN}against:? (?<against>${ANY})(?:${JOIN}(?:abstained|abstentions?|abstaining):? (?<abstained>${ANY}))?${END}`,
    ),
    read: counted,
  },
  { shape: shape(`${START}${FOR}${JOIN}${ABSTAINED}${END}`), read: counted },
  { shape: shape(`${START}${PAIR}${JOIN}${ABSTAINED}${END}`), read: counted },
  {
    shape: shape(`${START}(?<inFavour>${COUNT}) votes to (?<against>${COUNT}|nil|none)${END}`),
    read: counted,
  },
  { shape: shape(`(?<=\\b(?:${VERB})(?: by)?\\s{1,9})${PAIR}${OVER}`), read: carried },
  { shape: shape(`${CLAUSE}${AGAINST}(?:${JOIN}${ABSTAINED})?${END}`), read: counted },
  { shape: shape(`${CLAUSE}${ABSTAINED}${END}`), read: counted },
  {
    shape: shape(
      `${CLAUSE}(?:(?:it|this) was )?(?:${SAID} )?unanimous(?:ly)?(?: (?:vote|decision|${SAID}))?${END}`,
    ),
    read: unanimous,
  },
  { shape: shape(`(?<!not |nearly |almost )\\b${SAID} unanimously${END}`), read: unanimous },
]

const MAY_BE = new RegExp(
  `(?<=[,;:(–—]\\s{0,9}|\\b(?:${VERB}|agreed|rejected|defeated|lost|fell|vote|by)\\s{1,9})(?:${PAIR})${OVER}`,
  'iu',
)
const doubtIn = (text: string): string | null => MAY_BE.exec(text)?.[0] ?? null
