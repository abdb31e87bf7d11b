import { agree } from '../../../src/domain/actions/agreement.ts'
import { must } from '../../../src/sample/must.ts'
import { SAMPLE_NOW } from '../../../src/sample/sample.ts'
import type { Store } from '../../../src/store/store.ts'
import { PEOPLE } from '../../support/house.ts'

/** What stands where someone types. */
export const WORDS = 'Hold a stall at the library'

/** Links of letters that nobody was written, codes, and what else opens something once. */
export interface Ways {
  setUp: string
  code: string
  browser: string
  recovery: string
  /** To an action that its lead has not said yes to. */
  proposed: string
  proposedId: number
  /** A concern that the board tells of. */
  toldId: number
  /** A key that confirms, one that changes and one that ends, in English and in Arabic. */
  follow: Record<'yes' | 'other' | 'no', string>[]
}

export const waysOf = (store: Store): Ways => {
  const person = (email: string): number => store.people.findByEmail(email)!.id
  const by = { personId: person(PEOPLE.approver), at: SAMPLE_NOW }
  const asked = store.signIn.askForCode(person(PEOPLE.sergeant), SAMPLE_NOW)
  return {
    setUp: store.signIn.makeLink(person(PEOPLE.officer), SAMPLE_NOW),
    code: asked.code,
    browser: asked.browser,
    recovery: store.signIn.enrol(by.personId, 'JBSWY3DPEHPK3PXP', 1, by)[0]!,
    proposedId: proposedAction(store, person(PEOPLE.sergeant)),
    proposed: proposedLink(store, person(PEOPLE.sergeant)),
    toldId: store.publications
      .list()
      .find((each) => each.kind === 'entry' && each.slug !== null && !each.withdrawal)!.concernId!,
    follow: ['en', 'ar'].map((language) => ({
      yes: followKey(store, language, false),
      other: followKey(store, language, true),
      no: followKey(store, language, true),
    })),
  }
}

/** An action of the police that they have not said yes to. */
const proposedAction = (store: Store, personId: number): number => {
  const { organisationId } = store.people.find(personId)!
  const terms = {
    text: WORDS,
    kind: 'one-off',
    leadId: organisationId,
    seatId: null,
    helperIds: [],
    by: null,
  } as const
  const placed = {
    roundTableId: null,
    concernIds: [],
    depth: 'table',
    ground: null,
    list: [],
  } as const
  return store.actions.record(
    must(agree({ ...terms, helperIds: [] }, () => false)),
    { ...placed, concernIds: [], list: [] },
    { personId, at: SAMPLE_NOW },
  )
}

const proposedLink = (store: Store, personId: number): string => {
  const by = { personId, at: SAMPLE_NOW }
  const letterId = store.notices.recordLetter(personId, [], '2022-02-27T10:31:00.000Z', by)
  const seat = store.organisations
    .seats()
    .find(({ holders }) => holders.some((held) => held.personId === personId && !held.untilOn))!
  return store.reportLinks.make(
    { letterId, actionId: proposedAction(store, personId), seatId: seat.id, personId },
    SAMPLE_NOW,
  )
}

let followed = 0
/** A key as a letter brings it, to someone who has said yes or not yet. */
const followKey = (store: Store, language: string, hasSaidYes: boolean): string => {
  const wish = { scope: 'all', of: '', often: 'table', language } as const
  store.inbox.askToFollow(`resident-${followed++}@home.example`, wish, SAMPLE_NOW)
  let id = 1
  while (store.followers.find(id + 1)) id += 1
  const key = store.followers.makeLink(id, store.followers.asked(id)!.id, SAMPLE_NOW)
  if (hasSaidYes) store.inbox.confirm(key, SAMPLE_NOW)
  return key
}
