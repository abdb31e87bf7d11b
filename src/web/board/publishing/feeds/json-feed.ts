import { themesIn } from '../../../../domain/publishing/kinds/entry.ts'
import { write } from '../../../markup.ts'
import type { Reader } from '../../reader.ts'
import type { PublicFile } from '../../room.ts'
import {
  aboutOf,
  asked,
  contentOf,
  isTold,
  json,
  newest,
  sealOf,
  titleOf,
  headlineOf,
  itemIdOf,
} from './feed.ts'

/** JSON Feed 1.1. */
export const jsonFeed = (reader: Reader): PublicFile => {
  const { t, to } = reader
  const seal = sealOf(reader)
  return {
    ...json({
      version: 'https://jsonfeed.org/version/1.1',
      title: titleOf(reader),
      description: aboutOf(reader),
      ...((seal || reader.board.sample) && {
        _round_table: { ...(reader.board.sample && { sample: true }), ...(seal && { seal }) },
      }),
      language: t.language.locale,
      home_page_url: to.site('/', asked(reader)),
      feed_url: to.site('/feed.json', asked(reader)),
      items: newest(reader).map((copy) => ({
        id: itemIdOf(reader, copy),
        url: to.site('/entries', copy.slug),
        title: headlineOf(reader, copy),
        content_html: write(contentOf(reader, copy.slug, copy.words)),
        date_published: copy.earlier[0]?.publishedAt ?? copy.publishedAt,
        date_modified: copy.publishedAt,
        ...(!isTold(t, copy.words) && { language: t.english.locale }),
        ...(copy.words.theme && { tags: themesIn(copy.words).map((theme) => t.plain(theme.name)) }),
      })),
    }),
    type: 'application/feed+json; charset=utf-8',
  }
}
