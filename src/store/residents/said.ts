import { toldSince } from '../../domain/publishing/related.ts'
import type { Board } from '../../domain/publishing/board.ts'
import type { Answered } from '../../domain/residents/told-answers.ts'
import { questionOf } from '../../domain/residents/verdict.ts'
import type { Db } from '../database.ts'
import { idsAs, preparedOnce } from '../group.ts'
import type { verdictsStore } from './verdicts.ts'

/** What readers said of an entry since it last brought news, under the number of its publication. */
export interface Said extends Answered {
  id: number
}

const answeredOf = preparedOnce(({ $client: client }: Db) =>
  client.prepare(`select id, slug from publications where kind = 'entry'
    and id in (select value from json_each(:ids)) and slug in (select slug from verdicts)
    order by id`),
)

/** Reads it for those of some publications that are public entries, and that somebody answered. */
export const saidOf =
  (
    db: Db,
    {
      board,
      verdicts,
    }: { board: () => Board; verdicts: Pick<ReturnType<typeof verdictsStore>, 'count'> },
  ) =>
  (ids: number[]): Said[] => {
    const { entries } = board()
    const answered = answeredOf(db).all(idsAs(ids)) as { id: number; slug: string }[]
    return answered.flatMap(({ id, slug }) => {
      const entry = entries.find((each) => each.slug === slug)
      if (!entry) return []
      const [question, since] = [questionOf(entry.words.standing), toldSince(entry)]
      return [
        {
          id,
          slug,
          since,
          question,
          verdicts: verdicts.count(slug, question, entry.version, since),
        },
      ]
    })
  }
