import { answer } from '../domain/residents/message.ts'
import { pagesOf, type Board } from '../domain/publishing/board.ts'
import { TRANSLATED_KINDS } from '../domain/publishing/kinds/kinds.ts'
import { questionOf, type Verdict } from '../domain/residents/verdict.ts'
import type { Store } from '../store/store.ts'
import { sample as marked } from './made-up.ts'
import { must } from './must.ts'
import type { Sample } from './partnership.ts'
import { readTongues } from './tongues.ts'
import { pressOf } from './publishing/press.ts'
import { translateAll } from './publishing/translations.ts'

/**
 * What came after the board was told: machine drafts in every language, and what residents
 * answered. All of it is made up.
 */
export const answerBack = (store: Store, sample: Sample): void => {
  const board = store.published.board()
  translate(store, sample, board)
  judge(store, board)
  leaveMessages(store)
  answerTheLast(store, sample)
}

const TOLD_AT = '2022-01-20T10:00:00.000Z'

const translate = (store: Store, sample: Sample, board: Board): void => {
  const told = TRANSLATED_KINDS.flatMap((kind) =>
    pagesOf(board, kind).map(({ slug }) => ({ kind, slug })),
  )
  translateAll(
    pressOf(store, sample, () => TOLD_AT),
    told,
    readTongues(),
  )
}

const judge = (store: Store, board: Board): void => {
  const say = (begins: string, verdicts: Partial<Record<Verdict, number>>, word: string): void => {
    const { slug, version, words } = board.entries.find((entry) =>
      entry.words.said.startsWith(begins),
    )!
    for (const [name, times] of Object.entries(verdicts)) {
      const verdict = name as Verdict
      for (let i = 0; i < times; i += 1)
        store.inbox.leaveVerdict(
          {
            slug,
            version,
            question: questionOf(words.standing),
            verdict,
            word: i === 0 ? word : '',
            replacesId: null,
          },
          TOLD_AT,
          '2022-01-20',
        )
    }
  }
  say(
    'People are hesitant',
    { yes: 5, little: 2, unsure: 1 },
    marked('My mother went, and she would go again.'),
  )
  say(
    'Bring back police hubs',
    { yes: 4, little: 1 },
    marked('The workshop is at a time when I work.'),
  )
}

const leaveMessages = (store: Store): void => {
  const leave = (language: string, text: string, area: string | null, reach = ''): void => {
    store.inbox.leaveMessage(
      { language, text, area, name: '', reach },
      '2022-01-24T18:12:00.000Z',
      '2022-01-24',
    )
  }
  leave(
    'en',
    marked(
      'The street light outside the shops has been out since before Christmas. We do not feel ' +
        'safe there after dark.',
    ),
    'church-street',
  )
  leave(
    'so',
    'Tusaale: waxaan rabnaa inaan la kulanno booliiska xaafadda.',
    null,
    'sample@home.example',
  )
  leave('en', marked('When is the next workshop with the police?'), null)
}

const answerTheLast = (store: Store, sample: Sample): void => {
  const asked = store.messages.listUnfiltered().at(-1)!
  store.messages.recordOutcome(
    asked,
    { kind: 'answered', concernId: null },
    {
      kind: 'answer',
      words: must(
        answer(asked, marked('It is on the first Thursday of each month. Everyone is welcome.')),
      ),
    },
    { personId: sample.people.coordinator, at: '2022-01-25T09:30:00.000Z' },
  )
}
