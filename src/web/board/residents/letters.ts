import { pairOf } from '../../../domain/publishing/kinds/entry/passed-on.ts'
import { speak } from '../../words/voice.ts'
import { hasMet } from '../../../domain/publishing/kinds/round-table.ts'
import type { Board } from '../../../domain/publishing/board.ts'
import type { Day, When } from '../../../domain/day.ts'
import { type Language } from '../../words/languages.ts'
import { linksOf } from '../../to.ts'

const MOST_IN_A_LETTER = 20

/** To someone who follows the board, in the language they asked in. */
export interface To {
  email: string
  language: string
  key: string
}

const tongueOf = (
  board: Board,
  languages: readonly Language[],
  { language: asked }: To,
  publicUrl: string,
) => {
  const language = languages.find((each) => each.code === asked) ?? languages[0]!
  return {
    t: speak(language, languages[0]!, board.tongues.get(language.code), board.sample),
    to: linksOf(language.code, '/', '', publicUrl),
  }
}

/** Asks whether they mean it: nothing else is sent before they say yes on the page (R21). */
export const confirmLetter = (
  board: Board,
  languages: readonly Language[],
  reader: To,
  publicUrl: string,
) => {
  const { t, to } = tongueOf(board, languages, reader, publicUrl)
  return {
    to: reader.email,
    subject: t.text('letter.confirmSubject'),
    text: [
      t.text('letter.confirmWords'),
      '',
      to.site('/follow', reader.key),
      '',
      t.text('letter.confirmNot'),
      '',
    ].join('\n'),
  }
}

/**
 * What is new on the board since a day, in the letter of one round table, from published copies
 * alone (R10). What was withdrawn is not in it.
 */
export const newsLetter = (
  board: Board,
  languages: readonly Language[],
  reader: To,
  news: { since: Day; heldOn: When; slug: string },
  publicUrl: string,
) => {
  const { t, to } = tongueOf(board, languages, reader, publicUrl)
  const { stopping, headers } = toStop(t, to, reader)
  const fresh = board.entries.filter((entry) => entry.publishedOn >= news.since)
  const table = board.tables.find((each) => each.slug === news.slug)
  return {
    to: reader.email,
    subject: t.text('letter.newsSubject', { table: t.table(news.heldOn) }),
    text: [
      t.text(fresh.length > 0 ? 'letter.newsWords' : 'letter.newsNone'),
      '',
      ...fresh
        .slice(0, MOST_IN_A_LETTER)
        .flatMap(({ slug, words }) => [
          `${t.text('pair.said')}: ${t.plain(words.said)}`,
          `${t.text(`pair.${pairOf(words)}`)}: ${t.plain(words.did)}`,
          to.site('/entries', slug),
          '',
        ]),
      ...(fresh.length > MOST_IN_A_LETTER
        ? [t.text('letter.newsMore', { n: fresh.length - MOST_IN_A_LETTER }), '']
        : []),
      ...(table ? [`${t.table(news.heldOn)}:`, to.site('/round-tables', table.slug), ''] : []),
      t.text('letter.board'),
      to.site('/'),
      '',
      ...stopping,
    ].join('\n'),
    headers,
  }
}

/** R30: that a round table has another day, or does not meet, as its public page says now. */
export const movedLetter = (
  board: Board,
  languages: readonly Language[],
  reader: To,
  slug: string,
  publicUrl: string,
) => {
  const table = board.tables.find((each) => each.slug === slug)
  if (!table || hasMet(table.words)) return undefined
  const { t, to } = tongueOf(board, languages, reader, publicUrl)
  const { stopping, headers } = toStop(t, to, reader)
  const { heldOn, startsAt, apart, place, state } = table.words
  const when = [t.date(heldOn), startsAt].filter(Boolean).join(t.text('list.comma'))
  const isOff = state === 'cancelled'
  return {
    to: reader.email,
    subject: t.text(isOff ? 'letter.cancelledSubject' : 'letter.movedSubject', {
      table: t.table(heldOn, apart),
    }),
    text: [
      isOff ? t.text('letter.cancelledWords') : t.text('letter.movedWords', { when }),
      ...(place && !isOff ? [t.plain(place)] : []),
      '',
      to.site('/round-tables', slug),
      '',
      ...stopping,
    ].join('\n'),
    headers,
  }
}

type Tongue = ReturnType<typeof tongueOf>

/** How somebody ends these letters, in the letter and for their mail program. */
const toStop = (t: Tongue['t'], to: Tongue['to'], { key }: To) => ({
  stopping: [t.text('letter.stop'), to.site('/unfollow', key), ''],
  headers: {
    'List-Unsubscribe': `<${to.site('/unfollow', key)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
})
