const YES =
  /^\s*(?:yes|accept(?:ed|s)?(?:\s+by(?=\s*(?:[:;,.]|[–—-]\s|$)))?)(?=\s*(?:[:;,.]|$)|\s+[–—-]\s|\s+and\s+(?:agreed\s+)?closed\b)(?:[\s:;,.–—-]+(?:and\s+(?=closed\b|agreed closed\b))?|$)/i
/** What makes of a yes something that is still to be agreed. */
const ON_A_CONDITION = /^(?:but|if|when|once|only|unless|not|subject|provided|in principle)\b/i

/**
 * `accepted: …`, `accepts`, `yes`: that the lead takes on what was proposed (R6). Only where it
 * stands alone at the beginning, and on no condition.
 * @returns the opening as it was typed, and what follows it.
 */
export const readYes = (text: string): { yes: string | null; rest: string } => {
  const found = YES.exec(text)?.[0]
  const rest = found === undefined ? text : text.slice(found.length)
  return found === undefined || ON_A_CONDITION.test(rest)
    ? { yes: null, rest: text }
    : { yes: found.trim(), rest }
}
