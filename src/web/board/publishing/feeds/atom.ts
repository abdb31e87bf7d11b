import type { Copy } from '../../../../domain/publishing/board.ts'
import { themesIn, type EntryWords } from '../../../../domain/publishing/kinds/entry.ts'
import { joined, markup, write, type Markup } from '../../../markup.ts'
import type { Reader } from '../../reader.ts'
import type { PublicFile } from '../../room.ts'
import { aboutOf, asked, contentOf, headlineOf, itemIdOf, newest, sealOf, titleOf } from './feed.ts'

/**
 * Atom (RFC 4287). A later copy is the same entry, updated, until it stands elsewhere: then it is
 * news, with an id of its own.
 */
export const atom = (reader: Reader): PublicFile => {
  const { board, t, to } = reader
  const entries = newest(reader)
  const author = board.partnership ? t.plain(board.partnership.name) : t.text('brand')
  return {
    type: 'application/atom+xml; charset=utf-8',
    body: write(markup`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${t.language.locale}">
  <id>${to.site('/', asked(reader))}</id>
  <title>${titleOf(reader)}</title>
  <subtitle>${aboutOf(reader)}</subtitle>
  <link href="${to.site('/', asked(reader))}"/>
  <link rel="self" type="application/atom+xml" href="${to.site('/feed.atom', asked(reader))}"/>
  <updated>${entries[0]?.publishedAt ?? '1970-01-01T00:00:00Z'}</updated>
  <author><name>${author}</name></author>${sealed(reader)}${joined(entries.map((entry) => itemOf(reader, entry)))}
</feed>
`).replace(UNWRITABLE, ''),
  }
}

/** Elements of other names stand in a feed by RFC 4287, section 6; readers that know none skip it. */
const SEALS = 'urn:uuid:30d54dc1-ac11-4038-b4d2-92565b85c4dc'
const sealed = (reader: Reader): Markup | '' => {
  const seal = sealOf(reader)
  if (!seal) return ''
  return markup`
  <seal xmlns="${SEALS}" on="${seal.on}" short="${seal.short}">${seal.head}</seal>`
}

const itemOf = (reader: Reader, copy: Copy<EntryWords>): Markup => {
  const { t, to } = reader
  const { slug, words, publishedAt, earlier } = copy
  const tongue = t.isTranslated(words.said) ? '' : markup` xml:lang="${t.english.locale}"`
  return markup`
  <entry>
    <id>${itemIdOf(reader, copy)}</id>
    <title${tongue}>${headlineOf(reader, copy)}</title>
    <link href="${to.site('/entries', slug)}"/>
    <published>${earlier[0]?.publishedAt ?? publishedAt}</published>
    <updated>${publishedAt}</updated>${joined(
      themesIn(words).map(
        ({ code, name }) => markup`
    <category term="${code}" label="${t.plain(name)}"/>`,
      ),
    )}
    <content type="html">${write(contentOf(reader, slug, words))}</content>
  </entry>`
}

/** Characters that no XML may hold, escaped or not. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
