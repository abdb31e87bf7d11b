import { isOpen, isProposed, isDeclined, lastHeardOn, latestOf, statusOf, termsOf, type Action, type Kind, type Status } from './action.ts'
import { awaitsClosing, SAY_STANDING, standing, wordingOf, type Concern, type Standing } from './concern.ts'
import type { Day, When } from './day.ts'
import { decide, refuse, type Decision } from './decision.ts'
import { monthTitle, stateOf, type Presence, type RoundTable } from './round-table.ts'
import type { Organisation } from './seat.ts'
import { findings, NEVER_OVERRULED, type Found, type Knowledge, type Part } from './wording.ts'

/** A name and its code in addresses. */
export interface Label { code: string; name: string }

/** How well it worked, and on what evidence (R12). */
export type Strength = 'counted' | 'told' | 'view' | 'early'
export const STRENGTHS = ['counted', 'told', 'view', 'early'] as const
export const SAY_STRENGTH: Record<Strength, string> = { counted: 'Counted', told: 'Told to us', view: 'Our view', early: 'Too early to say' }

export interface ToldAction {
  words: string
  who: Label | null
  helpers: Label[]
  by: When | null
  kind: Kind
  status: Status
  accepted: boolean
  closed: boolean
  lastHeardOn: Day
}
export interface Step { on: When; words: string }

/** Why there is a new copy: part of the words that are approved, since readers see it. */
export interface Change { kind: 'first' | 'news' | 'correction' | 'privacy'; words: string }
export const CHANGES = ['news', 'correction', 'privacy'] as const
const FIRST: Change = { kind: 'first', words: '' }

export interface EntryWords {
  kind: 'entry'
  change: Change
  said: string
  did: string
  standing: Standing
  on: When | null
  raisedOn: When
  origin: string
  theme: Label | null
  area: Label | null
  who: Label[]
  worked: { strength: Strength; words: string } | null
  notYetClosed: boolean
  actions: ToldAction[]
  trail: Step[]
}

export interface TableWords {
  kind: 'round-table'
  change: Change
  heldOn: When
  startsAt: string | null
  place: string | null
  state: 'planned' | 'draft' | 'agreed'
  agreedOn: Day | null
  organisations: { code: string; name: string; presence: Presence; expected: boolean }[]
  priorities: string[]
  agreed: string[]
  gaps: { number: number; ground: string }[]
}

/** R11: for a closed year and the whole partnership only, how many matters were held in private, by ground. */
export interface YearWords { kind: 'year'; change: Change; year: string; grounds: { ground: string; count: number }[] }

/** What the partnership says of itself in public (R19): its own names and words, and how to reach it. */
export interface PartnershipWords {
  kind: 'partnership'; change: Change
  name: string; lede: string; organisations: string; communities: string
  phone: string; email: string; address: string; hours: string; about: string; complain: string
}

/** The words of anything told in public. */
export type Words = EntryWords | TableWords | YearWords | PartnershipWords
export type CopyKind = Words['kind']

/** Words on their way to the public: each saving is a new draft, so an approval holds for exactly one (R13). */
export interface Draft { id: number; words: Words; coversIds: number[]; writerId: number; at: string }
export interface Approval { draftId: number; personId: number; at: string; alone: boolean }
export interface Overruling { key: string; found: string; reason: string; personId: number; at: string }
/** One thing that is told, from first draft to withdrawal. */
export interface Telling {
  id: number
  kind: CopyKind
  concernId: number | null
  roundTableId: number | null
  year: string | null
  slug: string | null
  drafts: Draft[]
  approvals: Approval[]
  overrulings: Overruling[]
  comments: { draftId: number; organisationId: number; text: string; at: string }[]
  publications: { draftId: number; copyId: number; at: string; change: Change }[]
  withdrawal: { at: string; ground: string } | null
}

/** The first words for a concern: facts from the record, and no private text. */
export const begin = (concern: Concern, actions: Action[], origin: string, labels: { theme: Label | null; area: Label | null }, label: (id: number) => Label): EntryWords => ({
  kind: 'entry', change: FIRST, said: '', did: '', ...factsOf(concern, actions, origin, labels, label, () => ''),
  worked: null, on: null,
  trail: [{ on: concern.raisedOn, words: 'Raised. ' + origin + '.' }, ...(concern.priorities.at(-1)?.agreed ? [{ on: concern.priorities.at(-1)!.at.slice(0, 7), words: 'The round table agreed that this is a priority.' }] : [])]
})

/** What a copy says that nobody types: standing, dates, organisations, each action covered. */
export const factsOf = (
  concern: Concern, actions: Action[], origin: string, labels: { theme: Label | null; area: Label | null },
  label: (organisationId: number) => Label, wordsFor: (actionId: number) => string
): Pick<EntryWords, 'standing' | 'raisedOn' | 'origin' | 'theme' | 'area' | 'who' | 'notYetClosed' | 'actions'> => {
  const told = actions.filter((action) => action.depth !== 'named' && !isDeclined(action))
  const who = new Map(told.filter((action) => !isProposed(action)).flatMap((action) => {
    const { leadId, helperIds } = termsOf(action)
    return [leadId, ...helperIds].filter((id) => id !== null).map((id) => [id, label(id)] as const)
  }))
  return {
    standing: standing(told), raisedOn: concern.raisedOn, origin, ...labels, who: [...who.values()],
    notYetClosed: awaitsClosing(told),
    actions: told.map((action) => {
      const { leadId, helperIds, by, kind } = termsOf(action)
      return {
        words: wordsFor(action.id).trim(), who: leadId === null ? null : label(leadId), helpers: helperIds.map(label), by, kind,
        status: statusOf(action), accepted: !isProposed(action), closed: !isOpen(action), lastHeardOn: lastHeardOn(action)
      }
    })
  }
}

/** The day to propose beside a result: when the newest of its updates says that it happened. */
export const happenedOn = (actions: Action[]): When | null =>
  actions.filter((action) => action.depth !== 'named').map((action) => latestOf(action).on).filter((on) => on !== null).sort().at(-1) ?? null

/** The first words for a round table's public page: who came, and a numbered gap for each matter held in private (R6, R11). */
export const beginPage = (table: RoundTable, organisations: Organisation[], gaps: TableWords['gaps']): TableWords => ({
  kind: 'round-table', change: FIRST, heldOn: table.heldOn, startsAt: table.startsAt, place: table.place,
  state: toldState(table), agreedOn: table.agreedAt?.slice(0, 10) ?? null,
  organisations: presences(table, organisations), priorities: [], agreed: [], gaps: toldState(table) === 'planned' ? [] : gaps
})

/** An open round table is told as planned: what is still being written is nobody's minutes. */
export const toldState = (table: RoundTable): TableWords['state'] => {
  const state = stateOf(table)
  return state === 'open' ? 'planned' : state
}

const presences = (table: RoundTable, organisations: Organisation[]): TableWords['organisations'] => {
  const order: Presence[] = ['present', 'sent-someone', 'apologies', 'absent']
  return organisations.flatMap((each) => {
    const rows = table.attendance.filter((row) => row.organisationId === each.id)
    const expected = table.expectedIds.includes(each.id)
    if (!expected && rows.length === 0) return []
    const best = order.find((presence) => rows.some((row) => row.presence === presence)) ?? 'absent'
    return [{ code: each.code, name: each.publicName, presence: best, expected }]
  })
}

export const parseSteps = (text: string, read: (typed: string) => When | undefined): Decision<Step[]> => {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean)
  const steps = lines.map((line) => ({ on: read(line.split(':')[0]!), words: line.split(':').slice(1).join(':').trim() }))
  const wrong = lines.find((_, i) => !steps[i]!.on || !steps[i]!.words)
  return wrong === undefined
    ? { accepted: true, value: steps as Step[] }
    : refuse('trail', `Begin each step with a day or a month and a colon, like “July 2021: Raised at the round table.” This one does not: “${wrong}”`)
}

/** Every stretch of free words in a copy, with the field it was typed in. */
export const partsOf = (words: Words): Part[] =>
  [...bodyOf(words), { field: 'changeWords', text: words.change.kind === 'correction' ? words.change.words : '' }].filter((part) => part.text !== '')

const bodyOf = (words: Words): Part[] => {
  switch (words.kind) {
    case 'entry': return [
      { field: 'said', text: words.said }, { field: 'did', text: words.did }, { field: 'worked', text: words.worked?.words ?? '' },
      { field: 'origin', text: words.origin },
      ...words.actions.map((action) => ({ field: 'actions', text: action.words })), ...words.trail.map((step) => ({ field: 'trail', text: step.words }))
    ]
    case 'round-table': return [
      ...words.priorities.map((text) => ({ field: 'priorities', text })), ...words.agreed.map((text) => ({ field: 'agreed', text })),
      { field: 'place', text: words.place ?? '' }
    ]
    case 'partnership': return [{ field: 'lede', text: words.lede }, { field: 'about', text: words.about }]
    case 'year': return []
  }
}

/** R12: what must be there before it is told. */
const missingPieces = (words: Words): Found[] => {
  const lacks = (field: string, reason: string): Found => ({ key: 'complete', field, found: field, reason })
  if (words.kind === 'partnership') return words.name.trim() ? [] : [lacks('name', 'Write the name that residents know')]
  if (words.kind !== 'entry') return []
  const answered = words.standing !== 'unanswered'
  return [
    ...(words.said.trim() ? [] : [lacks('said', 'Write what residents said, as a resident would say it')]),
    ...(words.did.trim() ? [] : [lacks('did', words.standing === 'could-not' ? 'Give the reason. Residents will read it' : answered ? 'Say what was done, or is being done' : 'Say that there is no answer yet, and what happens next')]),
    ...(['done', 'standing', 'could-not'].includes(words.standing) && !words.on ? [lacks('on', words.standing === 'could-not' ? 'Say when this was answered' : 'Say when it was done. A month will do')] : []),
    ...(answered && words.who.length === 0 && !words.actions.every((action) => action.who === null) ? [lacks('who', 'Say which organisation answers')] : []),
    ...(['done', 'standing'].includes(words.standing) && !words.worked ? [lacks('strength', 'Say how well it worked, and how you know')] : []),
    ...(words.worked && words.worked.strength !== 'early' && !words.worked.words.trim() ? [lacks('worked', 'Say in one sentence how well it worked')] : [])
  ]
}

/** R15: a later copy says why it is there. One for privacy gives only a ground from the list, and never the old words. */
const unexplainedChange = (telling: Telling, { change }: Words): Found[] => {
  const lacks = (field: string, reason: string): Found[] => [{ key: 'complete', field, found: field, reason }]
  if (telling.publications.length === 0 || isPublished(telling)) return []
  if (change.kind === 'first') return lacks('changeKind', 'Say why there is a new copy: news, a mistake put right, or privacy')
  if (change.kind === 'correction' && !change.words.trim()) return lacks('changeWords', 'Say what was wrong and is now right. Readers will see it')
  return []
}

/** One line on the list of checks. */
export interface Check extends Found { verdict: 'stopped' | 'look' | 'overruled'; overruling: Overruling | null }

/** Every check on the newest draft. `recordStanding` is where the concern stands now, so that no copy tells of yesterday. */
export const check = (telling: Telling, words: Words, knowledge: Knowledge, facts: { recordStanding: Standing | null; sourceIsNamed: boolean }): Check[] => {
  const all: Found[] = [
    ...(facts.sourceIsNamed ? [{ key: 'named', field: 'said', found: 'source', reason: 'You cannot publish this. What it comes from is held in private' } as const] : []),
    ...missingPieces(words), ...unexplainedChange(telling, words),
    ...(words.kind === 'entry' && facts.recordStanding && facts.recordStanding !== words.standing
      ? [{ key: 'current', field: 'did', found: words.standing, reason: `The record has moved on. It now stands at “${SAY_STANDING[facts.recordStanding]}”. Save the words again` } as const] : []),
    ...findings(partsOf(words), knowledge)
  ]
  return all.map((each) => {
    const overruling = telling.overrulings.findLast((one) => one.key === each.key && one.found === each.found) ?? null
    const never = NEVER_OVERRULED.includes(each.key)
    return { ...each, overruling: never ? null : overruling, verdict: never ? 'stopped' : overruling ? 'overruled' : 'look' }
  })
}

export const overrule = (checks: Check[], key: string, found: string, reason: string): Decision<{ key: string; found: string; reason: string }> => {
  const one = checks.find((each) => each.key === key && each.found === found)
  return decide([
    !one && { field: 'reason', reason: 'The words have changed, and this check is gone' },
    one?.verdict === 'stopped' && { field: 'reason', reason: 'This one cannot be overruled. Change the words' },
    !reason.trim() && { field: 'reason', reason: 'Say why it is safe. The reason is kept' }
  ], () => ({ key, found, reason: reason.trim() }))
}

const open = (checks: Check[]) => checks.filter((each) => each.verdict !== 'overruled')

/** R13: someone other than the writer approves exactly the words they saw. */
export const approve = (telling: Telling, draftId: number, checks: Check[]): Decision<Draft> => {
  const draft = draftOf(telling)
  if (!draft || draft.id !== draftId) return refuse('approval', 'The words have changed since you read them. Read them again')
  const first = open(checks)[0]
  return first ? refuse('approval', `Not yet: ${first.reason}`) : { accepted: true, value: draft }
}

export const publish = (telling: Telling, checks: Check[]): Decision<Draft> => {
  const draft = draftOf(telling)
  if (telling.withdrawal) return refuse('publication', 'This was withdrawn. Its address stays closed')
  if (!draft || !isApproved(telling)) return refuse('publication', 'Someone other than the writer approves these words first')
  if (isPublished(telling, draft)) return refuse('publication', 'These words are public already')
  const first = open(checks)[0]
  return first ? refuse('publication', `Not yet: ${first.reason}`) : { accepted: true, value: draft }
}

export const withdraw = (telling: Telling, ground: string): Decision<string> => {
  if (telling.publications.length === 0) return refuse('ground', 'This is not public')
  if (telling.withdrawal) return refuse('ground', 'This is withdrawn already')
  return ground.trim() ? { accepted: true, value: ground } : refuse('ground', 'Choose the ground. Readers will see it, and never the old words')
}

export const WITHDRAWAL_GROUNDS = ['To protect someone’s privacy.', 'It was wrong.', 'It was told twice.', 'The partnership agreed to take it down.'] as const

export const draftOf = (telling: Telling): Draft | undefined => telling.drafts.at(-1)
export const isApproved = (telling: Telling): boolean => telling.approvals.some((approval) => approval.draftId === draftOf(telling)?.id)
export const isPublished = (telling: Telling, draft = draftOf(telling)): boolean => telling.publications.some((each) => each.draftId === draft?.id)
export const publishedStanding = (telling: Telling): Standing | null => {
  const last = telling.publications.at(-1)
  const words = telling.drafts.find((draft) => draft.id === last?.draftId)?.words
  return words?.kind === 'entry' && !telling.withdrawal ? words.standing : null
}

/** R28: the record has moved on since the last published copy. */
export const hasMovedOn = (telling: Telling, now: Standing): boolean => publishedStanding(telling) !== null && publishedStanding(telling) !== now

/** Where a concern came from, as the first public words for it: never the private note. */
export const originOf = (concern: Concern, table: RoundTable | undefined): string =>
  table ? monthTitle(table.heldOn) : SAY_FROM[concern.originKind]

const SAY_FROM: Record<Concern['originKind'], string> = {
  'round-table': 'A round table', survey: 'A survey', stall: 'A stall', workshop: 'A workshop', programme: 'A programme', phone: 'Told to us', form: 'Told to us', other: 'Told to us'
}

/** R11: the matters held in private that were written down in a year, by ground. An action under such a concern is no second matter. */
export const heldInPrivate = (year: string, concerns: Concern[], actions: Action[]): YearWords => {
  const named = concerns.filter((concern) => concern.depth === 'named')
  const grounds = [
    ...named.filter((concern) => concern.createdAt.startsWith(year)).map((concern) => concern.ground),
    ...actions.filter((action) => action.depth === 'named' && action.agreedAt.startsWith(year) && !action.concernIds.some((id) => named.some((concern) => concern.id === id))).map((action) => action.ground)
  ].map((ground) => ground ?? 'Held in private.')
  return { kind: 'year', change: FIRST, year, grounds: [...new Set(grounds)].sort().map((ground) => ({ ground, count: grounds.filter((each) => each === ground).length })) }
}

/** The organisations a copy names: each is shown it and may comment (R13). */
export const namedIn = (words: Words): string[] => {
  if (words.kind === 'entry') return [...new Set([...words.who, ...words.actions.flatMap((action) => [...(action.who ? [action.who] : []), ...action.helpers])].map((label) => label.code))]
  return words.kind === 'round-table' ? words.organisations.map((each) => each.code) : []
}

export const emptyPartnership: PartnershipWords = {
  kind: 'partnership', change: FIRST, name: '', lede: '', organisations: '', communities: '', phone: '', email: '', address: '', hours: '', about: '', complain: ''
}

/** What this telling is called on the desk. */
export const nameOf = (telling: Telling, concern?: Concern, table?: RoundTable): string => {
  if (telling.kind === 'round-table') return table ? `Public page: ${monthTitle(table.heldOn)}` : 'Public page of a round table'
  if (telling.kind === 'year') return `Held in private in ${telling.year}`
  if (telling.kind === 'partnership') return 'Who we are, in public'
  const words = draftOf(telling)?.words
  return (words?.kind === 'entry' && words.said) || (concern ? wordingOf(concern).text : 'An entry')
}
