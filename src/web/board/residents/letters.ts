import type { Board } from '../../../domain/publishing/board.ts'
import { pairOf } from '../../../domain/publishing/kinds/entry/passed-on.ts'
import { hasMet, type TableWords } from '../../../domain/publishing/kinds/round-table.ts'
import {
  isOver,
  type Choice,
  type Followed,
  type HowOften,
  type Moved,
  type News,
} from '../../../domain/residents/following.ts'
import { linksOf } from '../../to.ts'
import { type Language } from '../../words/languages.ts'
import { speak } from '../../words/voice.ts'
import { nameOfChoice } from './choices.ts'

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
  | { is: 'words' | 'heading'; words: string; isEnglish?: true }
  | { is: 'list'; items: string[] }
  | { is: 'press' | 'link'; words: string; to: string }

/** To someone who follows the board, in the language they asked in. */
export interface To {
  email: string
  language: string
  key: string
}
/** What they follow, and how often they want to hear. */
export interface Follows {
  follows: Followed[]
  often: HowOften
}

/** What all of these are made of: the Board, the languages, and where this site stands. */
export interface Desk {
  board: Board
  languages: readonly Language[]
  publicUrl: string
}

const tongueOf = ({ board, languages, publicUrl }: Desk, asked: string) => {
  const language = languages.find((each) => each.code === asked) ?? languages[0]!
  return {
    language,
    t: speak(language, languages[0]!, board.tongues.get(language.code), board.sample),
    to: linksOf(language.code, '/', '', publicUrl),
  }
}
type Tongue = ReturnType<typeof tongueOf>

/** Asks whether they mean it: nothing else is sent before they say yes on the page (R21). */
export const confirmLetter = (
  desk: Desk,
  reader: To,
  choice: Choice & { often: HowOften },
): Said => {
  const { t, to, language } = tongueOf(desk, reader.language)
  return {
    to: reader.email,
    subject: t.text('letter.confirmSubject'),
    parts: [
      ...opening(desk, t),
      words(t.text('letter.confirmWords')),
      { is: 'list', items: [nameOfChoice(desk.board, t, choice)] },
      words(
        `${t.text(`follow.${choice.often}`)}${t.text('list.stop')} ${t.text('follow.oftenAll')}`,
      ),
      { is: 'press', words: t.text('follow.confirmButton'), to: to.site('/follow', reader.key) },
      words(t.text('letter.confirmNot')),
    ],
    foot: [],
    language,
  }
}

/**
 * What is told otherwise on the board than it was, of what someone follows, from published copies
 * alone (R10). What was taken down is told by its day and ground, and no word of it (R15). The
 * subject names nothing that they follow: others may see it on a phone.
 */
export const newsLetter = (desk: Desk, reader: To & Follows, news: News, until: string): Said => {
  const tongue = tongueOf(desk, reader.language)
  const { t, to, language } = tongue
  const shown = news.moved.slice(0, MOST_IN_A_LETTER)
  const left = news.moved.length - shown.length
  return {
    to: reader.email,
    subject: t.text('letter.newsSubject'),
    parts: [
      ...opening(desk, t),
      words(t.text('letter.newsWords')),
      ...shown.flatMap((each) => movedParts(tongue, each)),
      ...(left > 0 ? [words(t.text('letter.newsMore', { n: left }))] : []),
      ...news.gone.flatMap(({ slug, on, ground }): Part[] => [
        words(`${t.text('letter.gone', { when: t.date(on) })} ${t.plain(ground)}`),
        { is: 'link', words: t.text('letter.goneWhere'), to: to.site('/entries', slug) },
      ]),
      ...news.tables.flatMap(({ slug, words: table }) => tableParts(tongue, slug, table)),
      ...(isOver(desk.board, reader.follows, until)
        ? [words(t.text('letter.over'))]
        : [{ is: 'press' as const, words: t.text('letter.board'), to: to.site('/') }]),
    ],
    ...toStop(desk, tongue, reader),
    language,
  }
}

/** A pair as it is told now, and where it stood when they were told last. */
const movedParts = ({ t, to }: Tongue, { entry, stood }: Moved): Part[] => {
  const { slug, words: told, change } = entry
  const { standing } = told
  const now = t.text(`standing.${standing}`)
  return [
    ...toldParts(t, t.text('pair.said'), told.said),
    words(
      stood === null
        ? t.text('letter.firstTold', { now })
        : stood === standing
          ? t.text(change.kind === 'correction' ? 'letter.corrected' : 'letter.still', { now })
          : t.text('letter.changed', { before: t.text(`standing.${stood}`), now }),
    ),
    ...toldParts(t, t.text(`pair.${pairOf(told)}`), told.did),
    { is: 'link', words: t.text('letter.readOne'), to: to.site('/entries', slug) },
  ]
}

/** What stands on the board under its heading; where it is not translated yet, that it is English. */
const toldParts = (t: Tongue['t'], heading: string, text: string): Part[] =>
  t.isEnglish || t.isTranslated(text)
    ? [{ is: 'heading', words: `${heading}:` }, words(t.plain(text))]
    : [
        { is: 'heading', words: `${heading}: (${t.text('entry.inEnglish')})` },
        { ...words(text), isEnglish: true },
      ]

/** R21: whose letter this is, first. */
const opening = ({ board }: Desk, t: Tongue['t']): Part[] =>
  board.partnership ? [words(t.text('letter.from', { name: t.plain(board.partnership.name) }))] : []

/** A round table that met, or as it is planned now. */
const tableParts = ({ t, to }: Tongue, slug: string, table: TableWords): Part[] => [
  ...(hasMet(table) ? [] : plannedParts(t, table)),
  {
    is: 'link',
    words: t.table(table.heldOn, table.apart),
    to: to.site('/round-tables', slug),
  },
]

const plannedParts = (t: Tongue['t'], { heldOn, startsAt, place, state }: TableWords): Part[] => {
  if (state === 'cancelled') return [words(t.text('letter.cancelledWords'))]
  const when = [t.date(heldOn), startsAt].filter(Boolean).join(t.text('list.comma'))
  return [words(t.text('letter.movedWords', { when })), ...(place ? [words(t.plain(place))] : [])]
}

/** R30: that a round table has another day, or does not meet, as its public page says now. */
export const movedLetter = (desk: Desk, reader: To & Follows, slug: string): Said | undefined => {
  const table = desk.board.tables.find((each) => each.slug === slug)
  if (!table || hasMet(table.words)) return undefined
  const tongue = tongueOf(desk, reader.language)
  const { t } = tongue
  const { heldOn, apart, state } = table.words
  return {
    to: reader.email,
    subject: t.text(state === 'cancelled' ? 'letter.cancelledSubject' : 'letter.movedSubject', {
      table: t.table(heldOn, apart),
    }),
    parts: [...opening(desk, t), ...tableParts(tongue, slug, table.words)],
    ...toStop(desk, tongue, reader),
    language: tongue.language,
  }
}

/**
 * Why this came and how often, and how somebody changes or ends these letters: on a page, and in
 * their mail program (RFC 8058).
 */
const toStop = (
  { board }: Desk,
  { t, to }: Tongue,
  { key, follows, often }: To & Follows,
): Pick<Said, 'foot' | 'headers'> => {
  const stop = to.site('/unfollow', key)
  return {
    foot: [
      words(t.text('letter.why')),
      { is: 'list', items: follows.map((each) => nameOfChoice(board, t, each)) },
      words(t.text(`follow.${often}`)),
      { is: 'link', words: t.text('letter.stop'), to: stop },
    ],
    headers: {
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  }
}

const words = (said: string) => ({ is: 'words', words: said }) as const
