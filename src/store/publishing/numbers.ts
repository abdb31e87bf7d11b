import { FIRST_GROUPS, groupingsOf, type Grouping } from '../../domain/evidence/grouping.ts'
import { type Event } from '../../domain/evidence/event.ts'
import {
  concernOfToken,
  numberOfMessages,
  numbersOf,
  partsOfToken,
  tokensIn,
  type Numbered,
} from '../../domain/publishing/placeholders.ts'
import type { Subject } from '../../domain/publishing/kinds/kind.ts'
import type { Told } from '../../domain/publishing/told.ts'
import type { Record } from './record.ts'

/** Each placeholder that was published, and when, oldest first. */
type Published = () => { token: string; at: string }[]

type About = Pick<Subject, 'concernId'>

/** Numbers of people as public words may hold them (R17). */
export const numbersStore = (
  record: Pick<Record, 'labels' | 'events' | 'concerns' | 'messages'>,
  publishedTokens: Published,
) => {
  const { labels, events } = record
  /** The groups that the partnership counts by, now or at an instant. */
  const groupings = (at?: string): Grouping[] => {
    const read = groupingsOf(labels.setting('groups', at) ?? FIRST_GROUPS)
    return read.accepted ? read.value : []
  }
  /** The numbers of these events, or of all, that public words can hold. */
  const numbers = (ids?: number[]): Numbered[] => {
    const told = publishedTokens()
      .filter(({ token }) => concernOfToken(token) === null)
      .map(({ token, at }) => ({ ...partsOfToken(token), at }))
    const thenOf = (event: Event) => (grouping: string) =>
      told
        .filter((each) => each.eventId === event.id && each.what === grouping)
        .map(({ at }) => ({ at, groupings: groupings(at) }))
    return events
      .listUnfiltered(ids)
      .flatMap((event) => numbersOf(event, groupings(), thenOf(event)))
  }
  const { countOfMessages, wrote } = messagesOf(record)
  /**
   * Words with the numbers that stand in them, as they may be told now. Messages are counted of the
   * concern that the words are about and of no other, so that nobody learns here what its own page
   * hides from them (R11).
   */
  const withCounts = <W extends Told>(words: W, { concernId = null }: About): W => {
    const tokens = tokensIn(words)
    if (tokens.length === 0) return words
    const isOwn = (token: string): boolean =>
      concernId !== null && concernOfToken(token) === concernId
    const written = tokens.some(isOwn) ? wrote(concernId!) : []
    const ids = tokens
      .filter((token) => concernOfToken(token) === null)
      .map((token) => partsOfToken(token).eventId)
    const known = new Map(
      [...(ids.length > 0 ? numbers([...new Set(ids)]) : []), ...written].map((each) => [
        each.token,
        each.value,
      ]),
    )
    const counts = tokens
      .filter((token) => known.has(token))
      .map((token) => [token, known.get(token)!])
    return { ...words, counts: Object.fromEntries(counts) }
  }
  return { groupings, numbers, countOfMessages, wrote, withCounts }
}

/** How many wrote to us, by the concern that they wrote of. */
const messagesOf = ({ concerns, messages }: Pick<Record, 'concerns' | 'messages'>) => {
  /** How many wrote to us of a concern and of those joined to it; nothing of who may be at risk. */
  const countOfMessages = (concernId: number): number => {
    const [concern] = concerns.listUnfiltered([concernId])
    return concern
      ? messages.behind([concernId, ...concern.mergedIds]).filter((each) => !each.atRisk).length
      : 0
  }
  /** Nothing for a concern that is held in private, as for one that is not there (R11). */
  const wrote = (concernId: number): Numbered[] => {
    if (concerns.listUnfiltered([concernId])[0]?.depth === 'named') return []
    const count = countOfMessages(concernId)
    return count === 0 ? [] : [numberOfMessages(concernId, count)]
  }
  return { countOfMessages, wrote }
}
