import { SAY_STANDING, type Standing } from '../concerns/standing.ts'
import { wordingOf, type Concern } from '../concerns/concern.ts'
import { decide, refuse, type Decision } from '../decision.ts'
import { filled, TOKEN, tokensIn } from './placeholders.ts'
import { monthTitle, type RoundTable } from '../round-tables/round-table.ts'
import { passagesOf, type Change, type CopyKind, type EventWords, type Words } from './words.ts'
import { alertsIn, NEVER_OVERRULED, type Alert, type Knowledge, type Passage } from './wording.ts'

/**
 * Words on their way to the public: each saving is a new draft, so an approval holds for exactly
 * one (R13).
 */
export interface Draft {
  id: number
  words: Words
  coversIds: number[]
  writerId: number
  at: string
}
export interface Approval {
  draftId: number
  personId: number
  at: string
  alone: boolean
}
export interface Overruling {
  key: string
  found: string
  reason: string
  personId: number
  at: string
}
/** One thing that is told, from first draft to withdrawal. */
export interface Publication {
  id: number
  kind: CopyKind
  concernId: number | null
  roundTableId: number | null
  quoteId: number | null
  eventId: number | null
  leafletId: number | null
  programmeId: number | null
  year: string | null
  slug: string | null
  drafts: Draft[]
  approvals: Approval[]
  overrulings: Overruling[]
  comments: { draftId: number; organisationId: number; text: string; at: string }[]
  /**
   * `blanked` where a translation was taken away because its English was changed for privacy: it is
   * not public any more, and can be told again.
   */
  releases: { draftId: number; copyId: number; at: string; change: Change; blanked?: boolean }[]
  withdrawal: { at: string; ground: string } | null
}

/** R12: what must be there before it is told. */
const missingPieces = (words: Words): Alert[] => {
  const lacks = (field: string, reason: string): Alert => ({
    key: 'complete',
    field,
    found: field,
    reason,
  })
  const wrong = tokensIn(words)
    .filter((token) => typeof words.counts?.[token] !== 'number')
    .map((token): Alert => ({
      key: 'complete',
      field: passagesOf(words).find((part) => part.text.includes(token))?.field ?? 'did',
      found: token,
      reason:
        words.counts?.[token] === null
          ? `“${token}” cannot be told: it counts fewer than ten people, or such a group could be worked out from it. Take it out`
          : `“${token}” is no number that we know. Choose one from the list`,
    }))
  // Braces that are no placeholder at all, a slip of the finger, would stand in public as they are.
  const slips = passagesOf(words).flatMap((part) =>
    (part.text.replace(TOKEN, '').match(/\{[^{}\n]*\}?/g) ?? []).map((found): Alert => ({
      key: 'complete',
      field: part.field,
      found,
      reason: `“${found}” is no number that we know. Choose one from the list`,
    })),
  )
  return [...wrong, ...slips, ...missingWords(words, lacks)]
}

const missingWords = (words: Words, lacks: (field: string, reason: string) => Alert): Alert[] => {
  const lacksOf = (text: string, field: string, reason: string): Alert[] =>
    text.trim() ? [] : [lacks(field, reason)]
  const wordsOfWorked = (worked: EventWords['worked']): Alert[] =>
    worked && worked.strength !== 'early' && !worked.words.trim()
      ? [lacks('worked', 'Say in one sentence how well it worked')]
      : []
  if (words.kind === 'partnership')
    return words.name.trim() ? [] : [lacks('name', 'Write the name that residents know')]
  if (words.kind === 'quote')
    return words.words.trim() ? [] : [lacks('words', 'The consent for this was withdrawn')]
  if (words.kind === 'translation')
    return words.pieces.flatMap((piece, i) =>
      piece.text.trim()
        ? []
        : [lacks(`piece-${i}`, `Translate this piece as well: “${piece.english}”`)],
    )
  if (words.kind === 'event')
    return [
      ...lacksOf(words.name, 'name', 'Give it a name that residents know'),
      ...(words.heldOn
        ? []
        : [lacks('told', 'Say on the event’s own page when it was. A month will do')]),
      ...lacksOf(words.told, 'told', 'Say what happened'),
      ...wordsOfWorked(words.worked),
    ]
  if (words.kind === 'leaflet')
    return [
      ...lacksOf(words.title, 'title', 'Write the title that stands on it'),
      ...lacksOf(words.answers, 'answers', 'Say which question it answers'),
      ...(words.files.length === 0
        ? lacksOf(words.place, 'place', 'Say where to get it, or put its file here')
        : []),
    ]
  if (words.kind === 'programme')
    return [
      ...lacksOf(words.name, 'name', 'Give it a name that residents know'),
      ...lacksOf(words.aim, 'aim', 'Say what it is for'),
      ...words.outcomes.flatMap((each) =>
        each.strength && each.strength !== 'early'
          ? lacksOf(each.known, 'outcomes', `Say what is known of “${each.words}”`)
          : [],
      ),
    ]
  if (words.kind !== 'entry') return []
  const answered = words.standing !== 'unanswered'
  return [
    ...(words.said.trim()
      ? []
      : [lacks('said', 'Write what residents said, as a resident would say it')]),
    ...(words.did.trim()
      ? []
      : [
          lacks(
            'did',
            words.standing === 'could-not'
              ? 'Give the reason. Residents will read it'
              : answered
                ? 'Say what was done, or is being done'
                : 'Say that there is no answer yet, and what happens next',
          ),
        ]),
    ...(['done', 'standing', 'could-not'].includes(words.standing) && !words.on
      ? [
          lacks(
            'on',
            words.standing === 'could-not'
              ? 'Say when this was answered'
              : 'Say when it was done. A month will do',
          ),
        ]
      : []),
    ...(answered && words.who.length === 0 && !words.actions.every((action) => action.who === null)
      ? [lacks('who', 'Say which organisation answers')]
      : []),
    ...(['done', 'standing'].includes(words.standing) && !words.worked
      ? [lacks('strength', 'Say how well it worked, and how you know')]
      : []),
    ...wordsOfWorked(words.worked),
  ]
}

/**
 * R15: a later copy says why it is there. One for privacy gives only a ground from the list, and
 * never the old words.
 */
const unexplainedChange = (publication: Publication, { change }: Words): Alert[] => {
  const lacks = (field: string, reason: string): Alert[] => [
    { key: 'complete', field, found: field, reason },
  ]
  if (publication.releases.length === 0 || isPublished(publication)) return []
  if (change.kind === 'first')
    return lacks('changeKind', 'Say why there is a new copy: news, a mistake put right, or privacy')
  if (change.kind === 'correction' && !change.words.trim())
    return lacks('changeWords', 'Say what was wrong and is now right. Readers will see it')
  return []
}

/** One line on the list of checks. */
export interface Check extends Alert {
  verdict: 'stopped' | 'look' | 'overruled'
  overruling: Overruling | null
}

/**
 * Every check on the newest draft. `recordStanding` is where the concern stands now, so that no
 * copy tells of yesterday.
 */
export const check = (
  publication: Publication,
  words: Words,
  knowledge: Knowledge,
  facts: {
    recordStanding: Standing | null
    hasChanged: boolean
    sourceIsNamed: boolean
    files?: { language: string; part: Passage }[]
  },
): Check[] => {
  const { files = [] } = facts
  const all: Alert[] = [
    ...(facts.sourceIsNamed
      ? [
          {
            key: 'named',
            field: 'said',
            found: 'source',
            reason: 'You cannot publish this. What it comes from is held in private',
          } as const,
        ]
      : []),
    ...missingPieces(words),
    ...unexplainedChange(publication, words),
    ...(words.kind === 'entry' && facts.recordStanding && facts.recordStanding !== words.standing
      ? [
          {
            key: 'current',
            field: 'did',
            found: words.standing,
            reason: `The record has moved on. It now stands at “${SAY_STANDING[facts.recordStanding]}”. Save the words again`,
          } as const,
        ]
      : facts.hasChanged
        ? [
            {
              key: 'current',
              field: words.kind === 'translation' ? 'pieces' : 'did',
              found: 'facts',
              reason:
                words.kind === 'translation'
                  ? 'The English has changed since. Save the words again, and translate what is new'
                  : 'The record has moved on: an owner, a date or who came is not what it was. Save the words again',
            } as const,
          ]
        : []),
    // A translation is held to the numbers of the English, so it is read with its own filled in.
    ...alertsIn(passagesOf(words.kind === 'translation' ? filled(words) : words), knowledge),
    ...files.flatMap(({ language, part }) =>
      alertsIn([part], knowledge).map((each) => ({
        ...each,
        reason: `In the ${languageName(language)} file: ${each.reason}`,
      })),
    ),
    ...files
      .filter((each) => each.part.text.trim() === '')
      .map(({ language }): Alert => ({
        key: 'names',
        field: 'files',
        found: `the ${languageName(language)} file`,
        reason: `The ${languageName(language)} file is a picture, so its words cannot be checked here. Open it, look for names and addresses, and say that you did`,
      })),
  ]
  return all.map((each) => {
    const overruling =
      publication.overrulings.findLast((one) => one.key === each.key && one.found === each.found) ??
      null
    const never = NEVER_OVERRULED.includes(each.key)
    return {
      ...each,
      overruling: never ? null : overruling,
      verdict: never ? 'stopped' : overruling ? 'overruled' : 'look',
    }
  })
}

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

const open = (checks: Check[]) => checks.filter((each) => each.verdict !== 'overruled')

/** R13: someone other than the writer approves exactly the words they saw. */
export const approve = (
  publication: Publication,
  draftId: number,
  checks: Check[],
): Decision<Draft> => {
  const draft = draftOf(publication)
  if (!draft || draft.id !== draftId)
    return refuse('approval', 'The words have changed since you read them. Read them again')
  const first = open(checks)[0]
  return first ? refuse('approval', `Not yet: ${first.reason}`) : { accepted: true, value: draft }
}

export const publish = (publication: Publication, checks: Check[]): Decision<Draft> => {
  const draft = draftOf(publication)
  if (publication.withdrawal)
    return refuse('publication', 'This was withdrawn. Its address stays closed')
  if (!draft || !isApproved(publication))
    return refuse('publication', 'Someone other than the writer approves these words first')
  if (isPublished(publication, draft))
    return refuse('publication', 'These words are public already')
  const first = open(checks)[0]
  return first
    ? refuse('publication', `Not yet: ${first.reason}`)
    : { accepted: true, value: draft }
}

export const withdraw = (publication: Publication, ground: string): Decision<string> => {
  if (publication.releases.length === 0) return refuse('ground', 'This is not public')
  if (publication.withdrawal) return refuse('ground', 'This is withdrawn already')
  return ground.trim()
    ? { accepted: true, value: ground }
    : refuse('ground', 'Choose the ground. Readers will see it, and never the old words')
}

export const WITHDRAWAL_GROUNDS = [
  'To protect someone’s privacy.',
  'It was wrong.',
  'It was told twice.',
  'The partnership agreed to take it down.',
] as const

export const draftOf = (publication: Publication): Draft | undefined => publication.drafts.at(-1)
/** The actions that an entry, or what it says in another language, tells of. */
export const actionsToldIn = (publication: Publication): number[] => {
  const { words, coversIds } = draftOf(publication)!
  return words.kind === 'entry' || (words.kind === 'translation' && words.of.kind === 'entry')
    ? coversIds
    : []
}
export const isApproved = (publication: Publication): boolean =>
  publication.approvals.some((approval) => approval.draftId === draftOf(publication)?.id)
export const isPublished = (publication: Publication, draft = draftOf(publication)): boolean =>
  publication.releases.some((each) => each.draftId === draft?.id && !each.blanked)
export const publishedStanding = (publication: Publication): Standing | null => {
  const last = publication.releases.at(-1)
  const words = publication.drafts.find((draft) => draft.id === last?.draftId)?.words
  return words?.kind === 'entry' && !publication.withdrawal ? words.standing : null
}

/** R28: the record has moved on since the last published copy. */
export const hasMovedOn = (publication: Publication, now: Standing): boolean =>
  publishedStanding(publication) !== null && publishedStanding(publication) !== now

/** What this publication is called on the desk. */
export const nameOf = (publication: Publication, concern?: Concern, table?: RoundTable): string => {
  if (publication.kind === 'round-table')
    return table ? `Public page: ${monthTitle(table.heldOn)}` : 'Public page of a round table'
  if (publication.kind === 'year') return `Held in private in ${publication.year}`
  if (publication.kind === 'partnership') return 'Who we are, in public'
  const latest = draftOf(publication)?.words
  const words = latest && filled(latest)
  if (words?.kind === 'quote')
    return words.words ? `“${words.words}”` : 'A quote that was withdrawn'
  if (words?.kind === 'translation')
    return `${languageName(words.language)}: ${words.of.kind === 'partnership' ? 'who we are, and names' : (words.pieces[0]?.english ?? words.of.slug)}`
  if (words?.kind === 'event' || words?.kind === 'programme')
    return words.name || (words.kind === 'event' ? 'An event' : 'A programme')
  if (words?.kind === 'leaflet') return words.title || 'A leaflet'
  return (words?.kind === 'entry' && words.said) || (concern ? wordingOf(concern).text : 'An entry')
}

/** `Arabic` for `ar`. */
export const languageName = (code: string): string =>
  LANGUAGE_NAMES[code] ?? new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code
const LANGUAGE_NAMES: Record<string, string> = {
  bn: 'Bengali',
  fa: 'Farsi',
  ckb: 'Kurdish (Sorani)',
}
