import { NEVER_OVERRULED, type Alert, type Knowledge, type Passage } from './wording/alert.ts'
import { accept, decide, refuse, type Decision } from '../decision.ts'
import { languageName } from '../language.ts'
import type { Lack } from './kinds/kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { passagesOf } from './pieces.ts'
import { filled, TOKEN, tokensIn } from './placeholders.ts'
import { draftOf, isPublished, type Overruling, type Publication } from './publication.ts'
import type { Told } from './told.ts'
import { alertsIn } from './wording/wording.ts'

/** One line on the list of checks. */
export interface Check extends Alert {
  verdict: 'stopped' | 'look' | 'overruled'
  overruling: Overruling | null
}

/** What the checks ask of the record beside the words. */
export interface CheckedAgainst {
  knowledge: Knowledge
  /** What to say where it stands elsewhere by now (R1). */
  movedOn: (Lack & { found: string }) | undefined
  /** Whether what nobody types in it is not what the record says now. */
  hasChanged: boolean
  /** Whether anything that it is told from is held in private (R11). */
  isHeld: boolean
  /** The words of each file that comes with it, by its language. */
  files: { language: string; passages: [shown: Passage, beneath: Passage] }[]
}

/** Every check on the newest draft (R12). */
export const check = (publication: Publication, against: CheckedAgainst): Check[] => {
  const { words } = draftOf(publication)!
  const { knowledge, files, isHeld } = against
  const alerts: Alert[] = [
    ...(isHeld ? [HELD] : []),
    ...lacksIn(words).map(incomplete),
    ...unexplainedChange(publication, words).map(incomplete),
    ...outOfDate(words, against),
    ...alertsIn(passagesOf(kindOf(words).isFilled ? filled(words) : words), knowledge),
    ...files.flatMap((file) => alertsInFile(file, knowledge)),
    ...files.filter(({ passages }) => passages[0].text.trim() === '').map(unreadable),
  ]
  return alerts.map((alert) => judged(alert, publication))
}

/** A check is set aside with a reason, which is kept (R12). */
export const overrule = (
  checks: Check[],
  key: string,
  found: string,
  reason: string,
): Decision<{ key: string; found: string; reason: string }> => {
  const one = checks.find((each) => each.key === key && each.found === found)
  return decide(
    [
      !one && { field: 'reason', reason: 'The words have changed, and this check is gone' },
      one?.verdict === 'stopped' && {
        field: 'reason',
        reason: 'This one cannot be overruled. Change the words',
      },
      !reason.trim() && { field: 'reason', reason: 'Say why it is safe. The reason is kept' },
    ],
    () => ({ key, found, reason: reason.trim() }),
  )
}

/**
 * Several of one kind are set aside with one reason: each is recorded by itself, for exactly what
 * was found. Sent again, nothing is left to set aside (R31).
 */
export const overruleAll = (
  checks: Check[],
  key: string,
  found: string[],
  reason: string,
): Decision<Omit<Overruling, 'personId' | 'at'>[]> => {
  const isSetAside = (one: string): boolean =>
    checks.some(
      (each) => each.key === key && each.found === one && each.overruling?.reason === reason.trim(),
    )
  const left = [...new Set(found)].filter((each) => !isSetAside(each))
  const each = left.map((one) => overrule(checks, key, one, reason))
  const refusals = each.flatMap((one) => (one.accepted ? [] : one.refusals))
  if (found.length === 0)
    return refuse('reason', 'Tick what is right as it is. Then say why it is safe')
  return refusals.length > 0
    ? { accepted: false, refusals: refusals.slice(0, 1) }
    : accept(each.flatMap((one) => (one.accepted ? [one.value] : [])))
}

const HELD: Alert = {
  key: 'named',
  field: 'said',
  found: 'source',
  reason: 'You cannot publish this. What it comes from is held in private',
}

const judged = (alert: Alert, { overrulings }: Publication): Check => {
  if (NEVER_OVERRULED.includes(alert.key)) return { ...alert, overruling: null, verdict: 'stopped' }
  const overruling =
    overrulings.findLast((one) => one.key === alert.key && one.found === alert.found) ?? null
  return { ...alert, overruling, verdict: overruling ? 'overruled' : 'look' }
}

const incomplete = ({ field, reason, found = field }: Lack & { found?: string }): Alert => ({
  key: 'complete',
  field,
  found,
  reason,
})

/** R12: what must be there before it is told, and what must not stand in it as it is. */
const lacksIn = (words: Told): (Lack & { found?: string })[] => [
  ...unknownNumbers(words),
  ...strayBraces(words),
  ...kindOf(words).lacks(words),
]

/** R17: a placeholder that counts too few people, or nothing that is known. */
const unknownNumbers = (words: Told): (Lack & { found: string })[] =>
  tokensIn(words)
    .filter((token) => typeof words.counts?.[token] !== 'number')
    .map((token) => ({
      field: passagesOf(words).find((each) => each.text.includes(token))?.field ?? 'did',
      found: token,
      reason:
        words.counts?.[token] === null
          ? `“${token}” cannot be told: it counts fewer than ten people, or such a group could ` +
            'be worked out from it. Take it out'
          : isNoNumber(token),
    }))

/** Braces that are no placeholder at all, a slip of the finger, would stand in public as they are. */
const strayBraces = (words: Told): (Lack & { found: string })[] =>
  passagesOf(words).flatMap(({ field, text }) =>
    (text.replace(TOKEN, '').match(/\{[^{}\n]*\}?/g) ?? []).map((found) => ({
      field,
      found,
      reason: isNoNumber(found),
    })),
  )

const isNoNumber = (found: string): string =>
  `“${found}” is no number that we know. Choose one from the list`

/**
 * R15: a later copy says why it is there. One for privacy gives only a ground from the list, and
 * never the old words.
 */
const unexplainedChange = (publication: Publication, { change }: Told): Lack[] => {
  if (publication.releases.length === 0 || isPublished(publication)) return []
  if (change.kind === 'first')
    return [
      {
        field: 'changeKind',
        reason: 'Say why there is a new copy: news, a mistake put right, or privacy',
      },
    ]
  return change.kind === 'correction' && !change.words.trim()
    ? [
        {
          field: 'changeWords',
          reason: 'Say what was wrong and is now right. Readers will see it',
        },
      ]
    : []
}

/** No copy tells of yesterday. */
const outOfDate = (words: Told, { movedOn, hasChanged }: CheckedAgainst): Alert[] =>
  movedOn
    ? [{ key: 'current', ...movedOn }]
    : hasChanged
      ? [{ key: 'current', found: 'facts', ...kindOf(words).changed }]
      : []

const alertsInFile = (
  { language, passages }: CheckedAgainst['files'][number],
  knowledge: Knowledge,
): Alert[] => {
  const [shown, beneath] = passages.map((each) => alertsIn([each], knowledge))
  const isShown = (one: Alert): boolean =>
    shown!.some((each) => each.key === one.key && each.found === one.found)
  return [
    ...shown!.map((each) => ({
      ...each,
      reason: `In the ${languageName(language)} file: ${each.reason}`,
    })),
    ...beneath!
      .filter((each) => !isShown(each))
      .map((each) => ({
        ...each,
        reason: `Inside the ${languageName(language)} file, where it is not shown: ${each.reason}`,
      })),
  ]
}

const unreadable = ({ language }: CheckedAgainst['files'][number]): Alert => {
  const file = `the ${languageName(language)} file`
  return {
    key: 'names',
    field: 'files',
    found: file,
    reason:
      `${file.replace('the', 'The')} is a picture, so its words cannot be checked here. ` +
      'Open it, look for names and addresses, and say that you did',
  }
}
