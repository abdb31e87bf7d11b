import { ASKED_BY_MESSAGE } from '../residents/answered.ts'
import { GO, type Rule } from './rule.ts'

const ENDED = `select message_id from message_outcomes where kind in ('answered', 'closed')
  and message_id not in (${ASKED_BY_MESSAGE}) group by message_id having max(at) < :than`
const PLAIN_ENDED = `select reference_hash from messages where at_risk = 0 and id in (${ENDED})`

const ANSWERED = `select request_id from request_steps group by request_id
  having max(case when kind in ('answered', 'refused') then id end) = max(id) and max(at) < :than`

/** What residents leave. */
export const RESIDENTS: readonly Rule[] = [
  {
    what: 'What residents wrote to us, and what we answered',
    of: ['messages', 'message_outcomes', 'replies'],
    kept: 'Two years after it was answered or put aside. Where someone may be at risk, until those who know of it erase it',
    after: 'The words are erased. That something came on that day stays',
    sweep: {
      days: 731,
      steps: [
        {
          table: 'replies',
          set: "words = ''",
          where: `words <> '' and reference_hash in (${PLAIN_ENDED})`,
        },
        {
          table: 'messages',
          set: "text = ''",
          where: `text <> '' and at_risk = 0 and id in (${ENDED})`,
        },
      ],
    },
  },
  {
    what: 'How to reach a resident',
    of: ['message_contacts'],
    kept: 'Until they are answered, or their message is put aside, and what they asked about it is answered',
    after: GO,
  },
  {
    what: 'What readers say of an entry',
    of: ['verdicts'],
    kept: 'Their word to us for two years',
    after: 'The words are erased. Yes or no stays: nobody knows whose it was',
    sweep: {
      days: 731,
      steps: [{ table: 'verdicts', set: "word = ''", where: `word <> '' and "on" < :than` }],
    },
  },
  {
    what: 'People who follow by letter',
    of: ['followers', 'follows', 'follow_links'],
    kept: 'Until they stop. Without a yes to our first letter, a week',
    after: 'The address and what they chose is erased',
  },
  {
    what: 'The register of requests and complaints',
    of: ['requests', 'request_steps'],
    kept: 'Three years after it was answered',
    after: 'The words are erased. What was asked for, when, and when it was answered stays',
    sweep: {
      days: 1096,
      steps: [
        {
          table: 'request_steps',
          set: "words = ''",
          where: `words <> '' and request_id in (${ANSWERED})`,
        },
        {
          table: 'requests',
          set: "text = ''",
          where: `text <> '' and id in (${ANSWERED})`,
        },
      ],
    },
  },
  {
    what: 'How to reach someone who asks or complains',
    of: ['request_contacts'],
    kept: 'Until they are answered',
    after: GO,
  },
]
