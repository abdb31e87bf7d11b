import type { Reader } from '../reader.ts'
import type { Standing } from '../../../domain/concerns/standing.ts'
import type { TableWords } from '../../../domain/publishing/kinds/round-table.ts'
import type { EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import type { Copy } from '../../../domain/publishing/board.ts'
import { instantOf } from '../../../domain/day.ts'
import { linkedData, type Markup } from '../../markup.ts'

const STATUS: Record<Standing, string> = {
  done: 'CompletedActionStatus',
  standing: 'ActiveActionStatus',
  'under-way': 'ActiveActionStatus',
  'could-not': 'FailedActionStatus',
  unanswered: 'PotentialActionStatus',
}

/**
 * An entry as schema.org's Action, with its status: for programs that read the page. Nothing in it
 * that the page does not say.
 */
export const actionData = (
  { t, to }: Reader,
  { slug, words, publishedOn }: Copy<EntryWords>,
): Markup =>
  linkedData({
    '@context': 'https://schema.org',
    '@type': 'Action',
    '@id': to.site('/entries', slug),
    url: to.site('/entries', slug),
    name: t.plain(words.said),
    description: t.plain(words.did),
    actionStatus: `https://schema.org/${STATUS[words.standing]}`,
    startTime: words.raisedOn,
    ...(words.on && ['done', 'could-not'].includes(words.standing) && { endTime: words.on }),
    agent: words.who.map((who) => ({ '@type': 'Organization', name: t.plain(who.name) })),
    subjectOf: { '@type': 'WebPage', inLanguage: t.language.locale, datePublished: publishedOn },
  })

/** A round table as schema.org's Event. */
export const eventData = ({ board, t, to }: Reader, { slug, words }: Copy<TableWords>): Markup =>
  linkedData({
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': to.site('/round-tables', slug),
    url: to.site('/round-tables', slug),
    name: t.table(words.heldOn, words.apart),
    inLanguage: t.language.locale,
    startDate:
      words.startsAt && words.heldOn.length === 10
        ? instantOf(words.heldOn, words.startsAt).toISOString()
        : words.heldOn,
    eventStatus: 'https://schema.org/EventScheduled',
    ...(words.place && { location: { '@type': 'Place', name: t.plain(words.place) } }),
    ...(board.partnership && {
      organizer: { '@type': 'Organization', name: t.plain(board.partnership.name) },
    }),
  })
