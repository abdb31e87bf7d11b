import { wordsAlone, type BroughtRow } from './brought.ts'
import { plainWords } from './marked-words.ts'

interface Pair {
  said: string
  did: string | undefined
  isDone: boolean
}

/**
 * A list of “You said: …” and “We did: …”, on lines of their own or as headings: each concern with
 * what was done about it. Nothing where it is no such list. What stands above it is a row of its own.
 */
export const saidAndDid = (lines: readonly string[]): BroughtRow[] | undefined => {
  if (!lines.some((line) => SAID.test(line)) || !lines.some((line) => DID.test(line)))
    return undefined
  const above: string[] = []
  const pairs: Pair[] = []
  for (const line of lines.map(plainWords).filter(Boolean)) {
    const [said, did] = [SAID.exec(line), DID.exec(line)]
    const last = pairs.at(-1)
    if (said) pairs.push({ said: said[1] ?? '', did: undefined, isDone: false })
    else if (did && last && last.did === undefined) {
      last.did = did[2] ?? ''
      last.isDone = /^(?:did|have done|delivered|made|changed|fixed)/i.test(did[1]!)
    } else if (did) pairs.push({ said: '', did: did[2] ?? '', isDone: true })
    else if (!last) above.push(line)
    else if (last.did === undefined) last.said = `${last.said} ${line}`.trim()
    else last.did = `${last.did} ${line}`.trim()
  }
  return [...above.map((line) => wordsAlone(line)), ...pairs.map(rowOf)].filter(
    (row) => row.text !== '',
  )
}

// A heading, or words and a colon or a line: “You said that …” in a sentence is none.
const SAID =
  /^[\s*_#]*(?:what )?(?:you|residents?) (?:said|asked(?: for| us)?|told us)(?:[*_\s]{0,9}$|[*_\s]{0,9}(?:[:–—-]|…|\.{3})[*_\s]{0,9}(.*)$)/i
const DID =
  /^[\s*_#]*(?:what )?we(?: |[’']re |[’']ll |[’']ve )?(did|have done|done|delivered|made|changed|fixed|are doing|doing|will do|do)(?:[*_\s]{0,9}$|[*_\s]{0,9}(?:[:–—-]|…|\.{3})[*_\s]{0,9}(.*)$)/i

/** What is asked of what was done. */
export const WE_DID =
  'It stands under what was done. Is it done? Choose where it stands, and say what was done'

const rowOf = ({ said, did, isDone }: Pair): BroughtRow =>
  did
    ? { ...wordsAlone(did), concern: said, question: isDone ? WE_DID : null }
    : { ...wordsAlone(said), kind: 'concern' }
