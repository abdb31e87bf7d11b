import type { ToldAnswers } from '../../residents/told-answers.ts'
import { FIRST, type Change, type Counts } from '../told.ts'
import type { Kind, Source } from './kind.ts'
import { isSame, USUAL } from './usual.ts'

/** R17: what readers answered under the entries of the board, in whole tens. Nobody types it. */
export interface AnswersWords {
  kind: 'answers'
  change: Change
  counts?: Counts
  sample?: string[]
  entries: ToldAnswers[]
}

export const answers: Kind<AnswersWords> = {
  ...USUAL,
  kind: 'answers',
  of: null,
  name: () => 'What readers answered',

  begin: (_subject, source) => {
    const words = wordsFrom(source)
    return words.entries.length > 0 ? { words, coversIds: [] } : undefined
  },
  fields: () => [],
  write: (_subject, source) => ({
    accepted: true,
    value: { words: wordsFrom(source), coversIds: [] },
  }),
  hasChanged: (words, _coversIds, _subject, source) => hasMore(words, source),
  hasMovedOn: (words, _coversIds, _subject, source) => hasMore(words, source),
  changed: { field: 'entries', reason: 'More people have answered since. Save the numbers again' },

  pieces: () => [],
  plain: ({ entries }) => entries.map(sayAnswers).join('\n'),
  slug: (_words, _subject, on) => ({ in: on }),
  isToldAnew: true,
  parts: { words: 'answers', preview: 'answers', source: 'year' },
}

const wordsFrom = (source: Source): AnswersWords => ({
  kind: 'answers',
  change: FIRST,
  entries: source.answers(),
})

const hasMore = (words: AnswersWords, source: Source): boolean =>
  !isSame({ entries: source.answers() }, words)

/** “2021-q3-4: difference, yes 20+”. */
const sayAnswers = ({ slug, question, counts }: ToldAnswers): string =>
  `${slug}: ${question}, ${Object.entries(counts)
    .flatMap(([verdict, count]) => (count === null ? [] : `${verdict} ${count}+`))
    .join(', ')}`
