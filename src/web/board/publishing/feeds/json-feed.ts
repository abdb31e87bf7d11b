import { themesIn } from '../../../../domain/publishing/kinds/entry.ts'
import { write } from '../../../markup.ts'
import type { Reader } from '../../reader.ts'
import type { PublicFile } from '../../room.ts'
import { aboutOf, asked, contentOf, isTold, json, newest, titleOf } from './feed.ts'

/** JSON Feed 1.1. */
export const jsonFeed = (reader: Reader): PublicFile => {
  const { t, to } = reader
  return {
    ...json({
      version: 'https://jsonfeed.org/version/1.1',
      title: titleOf(reader),
      description: aboutOf(reader),
      ...(reader.board.sample && { _round_table: { sample: true } }),
      language: t.language.locale,
      home_page_url: to.site('/', asked(reader)),
      feed_url: to.site('/feed.json', asked(reader)),
      items: newest(reader).map(({ slug, words, publishedAt, earlier }) => ({
        id: to.site('/entries', slug),
        url: to.site('/entries', slug),
        title: t.plain(words.said),
        content_html: write(contentOf(reader, slug, words)),
        date_published: earlier[0]?.publishedAt ?? publishedAt,
        date_modified: publishedAt,
        ...(!isTold(t, words) && { language: t.english.locale }),
        ...(words.theme && { tags: themesIn(words).map((theme) => t.plain(theme.name)) }),
      })),
    }),
    type: 'application/feed+json; charset=utf-8',
  }
}
