/**
 * Whether a line only begins like one of the grammar: `A man was stopped`, `Q1 budget is spent`,
 * `C4 was on the phone`, `a resident said…`. With a colon after its letter it is always a line.
 */
export const isSentence = (opening: RegExpExecArray, rest: string): boolean => {
  const [whole, letter, number] = opening
  if (whole.includes(':')) return false
  const goesOnSmall = /^\p{Ll}/u.test(rest)
  // Only what goes under an item has a number: there is no `c4`, `u2`, `h1` or `x2`.
  if (number && /[cuhx]/i.test(letter!)) return goesOnSmall
  if (
    letter === 'A' ||
    (number !== undefined && number !== '-' && letter !== letter!.toLowerCase())
  )
    return goesOnSmall
  if (/^[HDUPX]$/.test(letter!)) return goesOnSmall && !SAYS_HOW.test(rest)
  return (
    letter === 'a' && number === undefined && !/(?:^|\s)[@+#]\p{L}/u.test(rest) && SPOKE.test(rest)
  )
}

const SAYS_HOW = /^(?:apologies|present|here|absent|we |to |agreed|decided)/i

const WHO =
  'resident|man|woman|mother|father|mum|dad|parent|boy|girl|child|family|neighbour|teacher|officer|' +
  'councillor|shopkeeper|member|pupil|student|volunteer|tenant|person|lady|gentleman|teenager|' +
  'group|number|few|lot|couple|representative|constable|sergeant'
const LIKE =
  'young|old|older|elderly|local|new|few|second|third|concerned|black|asian|white|muslim|disabled|' +
  'single|school|shop|council|police|ward|female|male|large|small|number of|group of|couple of|few of'
const DID =
  'said|says|asked|asks|told|tells|was|were|is|are|has|had|have|reported|mentioned|complained|felt|' +
  'raised|wants|wanted|thinks|thought|feels|came|saw|heard|noted|spoke|explained|suggested|who'
/** “a young mother said”: a person and what they did, and not something to be done. */
const SPOKE = new RegExp(
  `^(?:(?:${LIKE}) ){0,3}(?:${WHO})s?(?: \\p{L}+){0,4} (?:${DID})(?!\\p{L})`,
  'iu',
)
