import t from 'tap'
import { files } from '../../support/sources.ts'
import { keptIn } from './kept-in.ts'

/**
 * All that a file of the program keeps for as long as the process runs, and why none of it carries
 * anything from one partnership to another.
 */
const KEPT: Record<string, string> = {
  'src/store/transactions.ts withoutRoom': 'by connection',
  'src/store/transactions.ts last': 'by connection',
  'src/store/transactions.ts waiting': 'by connection',
  'src/store/transactions.ts mayWrite': 'by connection',
  'src/reader.ts board': 'a process of its own, that answers the readers of one record',
  'src/reader.ts close': 'a process of its own, that answers the readers of one record',
  'src/web/files/pictures/open-sharp.ts opened': 'a library: nothing of a picture stays in it',
  'src/web/board/publishing/searched.ts kept': 'by Board, which is made of one record',
  'src/web/desk/publishing/originals.ts kept': 'by Board, which is made of one record',
  'src/domain/publishing/wording/forbidden.ts made': 'by the list that was read of one record',
  'src/domain/publishing/wording/guarded.ts made': 'by the list that was read of one record',
  'src/domain/publishing/wording/folding/letters.ts folded': 'of a letter alone: the same for all',
  'src/domain/publishing/wording/lists/everyday.ts kept': 'of a word alone: the same for all',
  'src/domain/publishing/wording/contacts/phones.ts ORDINARY':
    'where a pattern stands: set before use',
  'src/domain/round-tables/line/name-at.ts WORD': 'where a pattern stands: set before use',
  'src/store/people/lists/list-answers.ts LISTS': 'functions of a connection; nothing is put in',
  'src/web/board/reader.ts clock': 'the day of an instant: the same for all',
  'src/web/files/apart.ts turn':
    'one file is read at a time on this machine; nothing is kept of it',
  'src/web/files/apart.ts waiting': 'how many wait for that',
}

/** What is made as a file is read, by functions whose names say that they remember. */
const MADE: Record<string, string> = {
  'src/store/actions/action-rows.ts preparedOnce': 'by connection',
  'src/store/actions/actions.ts preparedOnce': 'by connection',
  'src/store/actions/agreements.ts preparedOnce': 'by connection',
  'src/store/actions/reports.ts preparedOnce': 'by connection',
  'src/store/concerns/concern-rows.ts preparedOnce': 'by connection',
  'src/store/concerns/concerns.ts preparedOnce': 'by connection',
  'src/store/concerns/passings.ts preparedOnce': 'by connection',
  'src/store/evidence/event-rows.ts preparedOnce': 'by connection',
  'src/store/concerns/raised.ts preparedOnce': 'by connection',
  'src/store/glance/kept.ts preparedOnce': 'by connection',
  'src/store/glance/reach.ts preparedOnce': 'by connection',
  'src/store/insert.ts preparedOnce': 'by connection',
  'src/store/people/lists/seen.ts preparedOnce': 'by connection',
  'src/store/residents/said.ts preparedOnce': 'by connection',
  'src/store/search/words.ts preparedOnce': 'by connection',
  'src/store/people/people.ts preparedOnce': 'by connection',
  'src/store/people/sessions.ts preparedOnce': 'by connection',
  'src/store/publishing/copies.ts preparedOnce': 'by connection',
  'src/store/publishing/publications.ts preparedOnce': 'by connection',
  'src/store/publishing/read-publications.ts preparedOnce': 'by connection',
  'src/store/publishing/released.ts preparedOnce': 'by connection',
  'src/store/publishing/some-publications.ts preparedOnce': 'by connection',
  'src/store/round-tables/matters.ts preparedOnce': 'by connection',
  'src/store/round-tables/round-tables.ts preparedOnce': 'by connection',
  'src/store/round-tables/table-rows.ts preparedOnce': 'by connection',
  'src/store/settings/labels.ts preparedOnce': 'by connection',
  'src/store/settings/sample.ts preparedOnce': 'by connection',
  'src/store/transactions.ts preparedOnce': 'by connection',
}

const NOTHING_CROSSES =
  'R10: no file of the program keeps anything that could reach another partnership'

t.test(NOTHING_CROSSES, async (t) => {
  const found = files('src/**/*.ts').map((file) => ({ file, ...keptIn(file) }))
  const named = (of: 'changed' | 'made'): string[] =>
    found.flatMap((each) => each[of].map((name) => `${each.file} ${name}`)).toSorted()
  t.same(named('changed'), Object.keys(KEPT).toSorted())
  t.same(named('made'), Object.keys(MADE).toSorted())
})
