import { toldSince } from '../../domain/publishing/related.ts'
import { entryAt, type Board } from '../../domain/publishing/board.ts'
import type { Answered } from '../../domain/residents/told-answers.ts'
import { questionOf } from '../../domain/residents/verdict.ts'
import type { Db } from '../database.ts'
import { idsAs, preparedOnce } from '../group.ts'
import type { verdictsStore } from './verdicts.ts'

/** What readers said of an entry since it last brought news, under the number of its publication. */
export interface Said extends Answered {
  id: number
  /** What its public words tell of. */
  actionIds: number[]
}

const answeredOf = preparedOnce(({ $client: client }: Db) =>
  client.prepare(`select p.id, p.slug, (select d.covers_ids from drafts d
      join releases r on r.draft_id = d.id where d.publication_id = p.id
      order by r.id desc limit 1) as covers
    from publications p where p.kind = 'entry'
    and p.id in (select value from json_each(:ids)) and p.slug in (select slug from verdicts)
    order by p.id`),
)

interface Row {
  id: number
  slug: string
  covers: string
}

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
    const now = board()
    const answered = answeredOf(db).all(idsAs(ids)) as Row[]
    return answered.flatMap(({ id, slug, covers }) => {
      const entry = entryAt(now, slug)
      if (!entry) return []
      const [question, since] = [questionOf(entry.words.standing), toldSince(entry)]
      return [
        {
          id,
          slug,
          actionIds: JSON.parse(covers) as number[],
          since,
          question,
          verdicts: verdicts.count(slug, question, entry.version, since),
        },
      ]
    })
  }
