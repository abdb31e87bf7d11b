import type { Reader } from '../reader.ts'
import type { BoardDoor, PublicFile } from '../room.ts'
import { quotesOf } from '../../../domain/publishing/related.ts'
import { translationState } from '../../../domain/publishing/translations.ts'
import { textsOf } from '../../../domain/publishing/pieces.ts'
import type { EntryWords } from '../../../domain/publishing/kinds/entry.ts'
import type { Label } from '../../../domain/publishing/told.ts'
import ical, { ICalCalendarMethod } from 'ical-generator'
import { type Copy } from '../../../domain/publishing/board.ts'
import { addDays, firstDayOf, instantOf } from '../../../domain/day.ts'
import type { Voice } from '../../words/languages.ts'
import { joined, Markup, markup, write } from '../../markup.ts'
import { writeSheet } from '../../files/spreadsheets.ts'
import { entriesOf, inAddress, readQuery } from './board.ts'

const MOST_IN_A_FEED = 50
const TABLE_HOURS = 2

/**
 * The same copies for programs, with the same filters as the page: a withdrawn one leaves all of
 * them at once (R15).
 */
export const feedsRoutes = (room: BoardDoor): void => {
  room.file('/feed.atom', atom)
  room.file('/feed.json', jsonFeed)
  room.file('/board.json', (reader) =>
    json({
      title: titleOf(reader),
      language: reader.t.language.code,
      url: reader.to.site('/'),
      entries: found(reader).map((entry) => plainOf(reader, entry)),
    }),
  )
  room.file('/board.csv', (reader) => ({
    type: 'text/csv; charset=utf-8',
    name: 'you-said-we-did.csv',
    body: writeSheet(
      COLUMNS,
      found(reader).map((entry) => rowOf(reader, entry)),
    ),
  }))
  room.file('/priorities.json', (reader) =>
    json(found(reader).map((entry) => priorityOf(reader.t, entry))),
  )
  room.file('/round-tables.ics', calendar)
}

const found = (reader: Reader) => entriesOf(reader, readQuery(reader.query))
const json = (value: unknown): PublicFile => ({
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})
const titleOf = ({ t, board }: Reader): string =>
  board.partnership
    ? t.text('feed.title', { name: t.plain(board.partnership.name) })
    : t.text('board.title')
const midnight = (on: string): Date => new Date(instant(on))

/** The newest first, as the board asked for. */
const newest = (reader: Reader): Copy<EntryWords>[] =>
  [...found(reader)]
    .toSorted(
      (a, b) =>
        b.publishedOn.localeCompare(a.publishedOn) ||
        b.slug.localeCompare(a.slug, 'en', { numeric: true }),
    )
    .slice(0, MOST_IN_A_FEED)
const asked = ({ query }: Reader): Record<string, string> => inAddress(readQuery(query))
const instant = (day: string): string => `${firstDayOf(day)}T00:00:00Z`
const isTold = (t: Voice, words: EntryWords): boolean =>
  t.isTranslated(words.said) && t.isTranslated(words.did)
/** Characters that no XML may hold, escaped or not. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/**
 * Atom (RFC 4287). An entry's id is its address, which never changes; a later copy is the same
 * entry, updated.
 */
const atom = (reader: Reader): PublicFile => {
  const { board, t, to } = reader
  const entries = newest(reader)
  const item = ({ slug, words, publishedOn, earlier }: Copy<EntryWords>) => markup`
  <entry>
    <id>${to.site('/entries', slug)}</id>
    <title${t.isTranslated(words.said) ? '' : markup` xml:lang="${t.english.locale}"`}>${t.plain(words.said)}</title>
    <link href="${to.site('/entries', slug)}"/>
    <published>${instant(earlier[0]?.publishedOn ?? publishedOn)}</published>
    <updated>${instant(publishedOn)}</updated>${
      words.theme
        ? markup`
    <category term="${words.theme.code}" label="${t.plain(words.theme.name)}"/>`
        : ''
    }
    <content type="html">${write(contentOf(reader, slug, words))}</content>
  </entry>`
  return {
    type: 'application/atom+xml; charset=utf-8',
    body: write(markup`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${t.language.locale}">
  <id>${to.site('/', asked(reader))}</id>
  <title>${titleOf(reader)}</title>
  <subtitle>${t.text('frame.description')}</subtitle>
  <link href="${to.site('/', asked(reader))}"/>
  <link rel="self" type="application/atom+xml" href="${to.site('/feed.atom', asked(reader))}"/>
  <updated>${instant(entries[0]?.publishedOn ?? '1970-01-01')}</updated>
  <author><name>${board.partnership ? t.plain(board.partnership.name) : t.text('brand')}</name></author>${joined(entries.map(item))}
</feed>
`).replace(UNWRITABLE, ''),
  }
}

/** JSON Feed 1.1. */
const jsonFeed = (reader: Reader): PublicFile => {
  const { t, to } = reader
  return {
    ...json({
      version: 'https://jsonfeed.org/version/1.1',
      title: titleOf(reader),
      description: t.text('frame.description'),
      language: t.language.locale,
      home_page_url: to.site('/', asked(reader)),
      feed_url: to.site('/feed.json', asked(reader)),
      items: newest(reader).map(({ slug, words, publishedOn, earlier }) => ({
        id: to.site('/entries', slug),
        url: to.site('/entries', slug),
        title: t.plain(words.said),
        content_html: write(contentOf(reader, slug, words)),
        date_published: instant(earlier[0]?.publishedOn ?? publishedOn),
        date_modified: instant(publishedOn),
        ...(!isTold(t, words) && { language: t.english.locale }),
        ...(words.theme && { tags: [t.plain(words.theme.name)] }),
      })),
    }),
    type: 'application/feed+json; charset=utf-8',
  }
}

const contentOf = ({ board, t, today }: Reader, slug: string, words: EntryWords) =>
  markup`<p><b>${t('pair.said')}</b> ${t.own(words.said)}</p><p><b>${t(`pair.${words.standing}`)}</b> ${t.own(words.did)}</p>${words.notYetClosed && words.standing === 'done' ? markup`<p>${t('entry.notClosedDot')}</p>` : ''}${joined(quotesOf(board, slug, today).map((quote) => markup`<blockquote><p>${t('entry.quote')} ${t.own(`“${quote.words}”`)}</p><p>${t.own(quote.role)}</p></blockquote>`))}`

const labelOf = (t: Voice, label: Label | null): Label | null =>
  label && { ...label, name: t.plain(label.name) }

const originOf = (t: Voice, { origin, raisedOn }: EntryWords): string => {
  const there = t.origin(origin, raisedOn)
  return there instanceof Markup ? origin : there
}

/**
 * An entry as a program reads it. Where `language` is not that of the file, it is not translated
 * yet.
 */
const plainOf = (
  { board, t, to, today }: Reader,
  { slug, version, publishedOn, words, earlier, change }: Copy<EntryWords>,
) => ({
  id: slug,
  url: to.site('/entries', slug),
  version,
  publishedOn,
  standing: words.standing,
  standingWords: t.text(`standing.${words.standing}`),
  said: t.plain(words.said),
  did: t.plain(words.did),
  language: isTold(t, words) ? t.language.code : 'en',
  translation: t.isEnglish
    ? null
    : translationState(board, { kind: 'entry', slug }, textsOf(words), t.language.code),
  raisedOn: words.raisedOn,
  on: words.on,
  origin: originOf(t, words),
  theme: labelOf(t, words.theme),
  area: labelOf(t, words.area),
  who: words.who.map((who) => labelOf(t, who)),
  worked: words.worked && { ...words.worked, words: t.plain(words.worked.words) },
  quotes: quotesOf(board, slug, today).map((quote) => ({
    words: quote.words,
    role: t.plain(quote.role),
    until: quote.until,
  })),
  notYetClosed: words.notYetClosed,
  actions: words.actions.map((action) => ({
    ...action,
    words: t.plain(action.words),
    who: labelOf(t, action.who),
    helpers: action.helpers.map((helper) => labelOf(t, helper)),
  })),
  trail: words.trail.map((step) => ({ ...step, words: t.plain(step.words) })),
  change,
  earlier,
})

const COLUMNS = [
  'id',
  'address',
  'standing',
  'you said',
  'we did',
  'who',
  'theme',
  'area',
  'raised',
  'answered',
  'told',
  'how well it worked',
  'language',
]
const rowOf = ({ t, to }: Reader, { slug, publishedOn, words }: Copy<EntryWords>): string[] => [
  slug,
  to.site('/entries', slug),
  t.text(`standing.${words.standing}`),
  t.plain(words.said),
  t.plain(words.did),
  words.who.map((who) => t.plain(who.name)).join('; '),
  words.theme ? t.plain(words.theme.name) : '',
  words.area ? t.plain(words.area.name) : '',
  words.raisedOn,
  words.on ?? '',
  publishedOn,
  words.worked ? t.plain(words.worked.words) : '',
  isTold(t, words) ? t.language.code : 'en',
]

/** The shape that police.uk publishes: a day or a month is written as its first moment. */
const priorityOf = (t: Voice, { words, publishedOn }: Copy<EntryWords>) => {
  const moment = (on: string): string => `${firstDayOf(on)}T00:00:00`
  const answered = words.standing !== 'unanswered'
  return {
    issue: t.plain(words.said),
    'issue-date': moment(words.raisedOn),
    action: answered ? t.plain(words.did) : null,
    'action-date': answered ? moment(words.on ?? publishedOn) : null,
  }
}

/**
 * Round tables that have a day. One with only a month is not put on a day that nobody agreed (R2).
 */
const calendar = (reader: Reader): PublicFile => {
  const { board, t, to } = reader
  const name = board.partnership
    ? t.text('calendar.title', { name: t.plain(board.partnership.name) })
    : t.text('nav.tables')
  const made = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: {
      company: 'Round Table',
      product: 'Round Table',
      language: t.language.code.toUpperCase(),
    },
  })
  for (const { slug, words, version, publishedOn } of board.tables.filter(
    (table) => table.words.heldOn.length === 10,
  )) {
    const start = words.startsAt ? instantOf(words.heldOn, words.startsAt) : midnight(words.heldOn)
    made.createEvent({
      id: `${slug}@${new URL(to.site('/')).hostname}`,
      sequence: version,
      stamp: midnight(publishedOn),
      summary: t.table(words.heldOn),
      url: to.site('/round-tables', slug),
      start,
      end: words.startsAt
        ? new Date(start.getTime() + TABLE_HOURS * 3_600_000)
        : midnight(addDays(words.heldOn, 1)),
      allDay: !words.startsAt,
      ...(words.place && { location: t.plain(words.place) }),
    })
  }
  return {
    type: 'text/calendar; charset=utf-8',
    name: 'round-tables.ics',
    body: `${made.toString()}\r\n`,
  }
}
