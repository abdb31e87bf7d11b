import { pairOf } from '../../../domain/publishing/kinds/entry/passed-on.ts'
import { speak } from '../../words/voice.ts'
import { hasMet } from '../../../domain/publishing/kinds/round-table.ts'
import type { Board } from '../../../domain/publishing/board.ts'
import type { Day, When } from '../../../domain/day.ts'
import { type Language } from '../../words/languages.ts'
import { linksOf } from '../../to.ts'

const MOST_IN_A_LETTER = 20

/**
 * What a letter to a resident says; its form is that of every letter, which is made outside this
 * door (R10).
 */
interface Said {
  to: string
  subject: string
  parts: Part[]
  foot: Part[]
  language: Language
  headers?: Record<string, string>
}
type Part =
  | { is: 'words' | 'heading'; words: string }
  | { is: 'press' | 'link'; words: string; to: string }

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
    language,
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
): Said => {
  const { t, to, language } = tongueOf(board, languages, reader, publicUrl)
  return {
    to: reader.email,
    subject: t.text('letter.confirmSubject'),
    parts: [
      { is: 'words', words: t.text('letter.confirmWords') },
      { is: 'press', words: t.text('follow.confirmButton'), to: to.site('/follow', reader.key) },
      { is: 'words', words: t.text('letter.confirmNot') },
    ],
    foot: [],
    language,
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
): Said => {
  const { t, to, language } = tongueOf(board, languages, reader, publicUrl)
  const fresh = board.entries.filter((entry) => entry.publishedOn >= news.since)
  const shown = fresh.slice(0, MOST_IN_A_LETTER)
  const table = board.tables.find((each) => each.slug === news.slug)
  return {
    to: reader.email,
    subject: t.text('letter.newsSubject', { table: t.table(news.heldOn) }),
    parts: [
      { is: 'words', words: t.text(fresh.length > 0 ? 'letter.newsWords' : 'letter.newsNone') },
      ...shown.flatMap(({ slug, words }): Part[] => [
        { is: 'heading', words: `${t.text('pair.said')}: ${t.plain(words.said)}` },
        {
          is: 'link',
          words: `${t.text(`pair.${pairOf(words)}`)}: ${t.plain(words.did)}`,
          to: to.site('/entries', slug),
        },
      ]),
      ...moreThan(t, fresh.length - shown.length),
      ...(table ? [linkToTable(t, to, news.heldOn, table.slug)] : []),
      { is: 'press', words: t.text('letter.board'), to: to.site('/') },
    ],
    ...toStop(t, to, reader),
    language,
  }
}

const moreThan = (t: Tongue['t'], n: number): Part[] =>
  n > 0 ? [{ is: 'words', words: t.text('letter.newsMore', { n }) }] : []

const linkToTable = (t: Tongue['t'], to: Tongue['to'], heldOn: When, slug: string): Part => ({
  is: 'link',
  words: t.table(heldOn),
  to: to.site('/round-tables', slug),
})

/** R30: that a round table has another day, or does not meet, as its public page says now. */
export const movedLetter = (
  board: Board,
  languages: readonly Language[],
  reader: To,
  slug: string,
  publicUrl: string,
): Said | undefined => {
  const table = board.tables.find((each) => each.slug === slug)
  if (!table || hasMet(table.words)) return undefined
  const { t, to, language } = tongueOf(board, languages, reader, publicUrl)
  const { heldOn, startsAt, apart, place, state } = table.words
  const when = [t.date(heldOn), startsAt].filter(Boolean).join(t.text('list.comma'))
  const isOff = state === 'cancelled'
  return {
    to: reader.email,
    subject: t.text(isOff ? 'letter.cancelledSubject' : 'letter.movedSubject', {
      table: t.table(heldOn, apart),
    }),
    parts: [
      {
        is: 'words',
        words: isOff ? t.text('letter.cancelledWords') : t.text('letter.movedWords', { when }),
      },
      ...(place && !isOff ? [{ is: 'words' as const, words: t.plain(place) }] : []),
      linkToTable(t, to, heldOn, slug),
    ],
    ...toStop(t, to, reader),
    language,
  }
}

type Tongue = ReturnType<typeof tongueOf>

/** How somebody ends these letters, in the letter and for their mail program (RFC 8058). */
const toStop = (t: Tongue['t'], to: Tongue['to'], { key }: To): Pick<Said, 'foot' | 'headers'> => {
  const stop = to.site('/unfollow', key)
  return {
    foot: [{ is: 'link', words: t.text('letter.stop'), to: stop }],
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}
