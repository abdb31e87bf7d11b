import type { Voice } from '../../../words/voice.ts'
import type { Copy } from '../../../../domain/publishing/board.ts'
import type { EntryWords } from '../../../../domain/publishing/kinds/entry.ts'
import { pairOf } from '../../../../domain/publishing/kinds/entry/passed-on.ts'
import { quotesOf } from '../../../../domain/publishing/related.ts'
import { shortSeal } from '../../../../domain/sealing/seal.ts'
import { joined, markup, type Markup } from '../../../markup.ts'
import type { Reader } from '../../reader.ts'
import type { PublicFile } from '../../room.ts'
import { entriesOf, inAddress, readQuery } from '../board.ts'

const MOST_IN_A_FEED = 50

/** The entries that the address asks for, as the board shows them. */
export const found = (reader: Reader): readonly Copy<EntryWords>[] =>
  entriesOf(reader, readQuery(reader.query))

/** The newest first, as the board asked for. */
export const newest = (reader: Reader): Copy<EntryWords>[] =>
  [...found(reader)]
    .toSorted(
      (a, b) =>
        b.publishedAt.localeCompare(a.publishedAt) ||
        b.slug.localeCompare(a.slug, 'en', { numeric: true }),
    )
    .slice(0, MOST_IN_A_FEED)

/** What the address asks for, for the address of the page it belongs to. */
export const asked = ({ query }: Reader): Record<string, string> => inAddress(readQuery(query))

/** The name of a feed, which says where it is of a sample. */
export const titleOf = (reader: Reader): string => {
  const { t, board } = reader
  const title = board.partnership
    ? t.text('feed.title', { name: t.plain(board.partnership.name) })
    : t.text('board.title')
  return title + sampleTag(reader)
}

/** What follows a name that stands alone in another program; nothing where it is no sample. */
export const sampleTag = ({ t, board }: Reader): string =>
  board.sample ? ` ${t.text('frame.sampleTag')}` : ''

/** What a feed says of itself, before anything that is in it. */
export const aboutOf = ({ t, board }: Reader): string =>
  t.text(board.sample ? 'frame.sampleWords' : 'frame.description')

/**
 * The head of the chain as programs are handed it, whole and as people type it: whoever keeps a feed
 * can have it checked later that what was told up to then was not rewritten.
 */
export const sealOf = ({ board: { seal } }: Reader) =>
  seal && { head: seal.head, short: shortSeal(seal.head), on: seal.on }

/** A file that is JSON. */
export const json = (value: unknown): PublicFile => ({
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
})

/** Where it stands and what was said: a reader that only lists titles shows that it moved on. */
export const headlineOf = ({ t }: Reader, { words }: Copy<EntryWords>): string => {
  const say = (key: string): string =>
    t.isTranslated(words.said) ? t.text(key) : String(t.english.words[key])
  return `${say(`standing.${words.standing}`)}${say('list.stop')} ${t.plain(words.said)}`
}

/**
 * What programs tell items apart by: its address, and from the first time that it stands elsewhere
 * the copy that said so. Most readers show an id once and never again, whatever `updated` says.
 */
export const itemIdOf = ({ to }: Reader, { slug, version, words, earlier }: Copy<EntryWords>) => {
  const before = earlier.findLastIndex(({ standing }) => standing !== words.standing)
  const since = before < 0 ? null : (earlier[before + 1]?.version ?? version)
  return to.site('/entries', slug) + (since === null ? '' : `#copy-${since}`)
}

/** True where both sides of the pair can be read in the language of the file. */
export const isTold = (t: Voice, words: EntryWords): boolean =>
  t.isTranslated(words.said) && t.isTranslated(words.did)

/** An entry as a feed shows it whole: the pair, and what residents said of it. */
export const contentOf = ({ board, t, today }: Reader, slug: string, words: EntryWords): Markup => {
  const said = markup`<p><b>${t('pair.said')}</b> ${t.own(words.said)}</p>`
  const did = markup`<p><b>${t(`pair.${pairOf(words)}`)}</b> ${t.own(words.did)}</p>`
  const isOpen = words.notYetClosed && words.standing === 'done'
  return joined([
    said,
    did,
    isOpen ? markup`<p>${t('entry.notClosedDot')}</p>` : '',
    ...quotesOf(board, slug, today).map((quote) => quoteOf(t, quote)),
  ])
}

const quoteOf = (t: Voice, { words, role }: { words: string; role: string }): Markup =>
  markup`<blockquote><p>${t('entry.quote')} ${t.quoted(words)}</p><p>${t.own(role)}</p></blockquote>`
