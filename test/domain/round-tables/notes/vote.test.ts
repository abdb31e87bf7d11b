import t from 'tap'
import { decidedIn, sayDecided, sayVote } from '../../../../src/domain/round-tables/notes/vote.ts'

const voteIn = (text: string): string | null => {
  const { vote } = decidedIn(text)
  return vote && sayVote(vote)
}

t.test('a vote is read from the words of a decision, however it is said', async (t) => {
  for (const [text, vote] of Object.entries({
    'We meet at Church Street, 9 to 3, 2 abstained': '9 for, 3 against, 2 abstained',
    'We meet at Church Street: 9 for, 3 against, 2 abstained.': '9 for, 3 against, 2 abstained',
    'We meet at Church Street (9 for, 3 against)': '9 for, 3 against',
    'Nine for, three against and two abstentions': '9 for, 3 against, 2 abstained',
    '9 votes for, 3 against': '9 for, 3 against',
    '12 in favour, nobody against, 1 abstention': '12 for, nobody against, 1 abstained',
    'The stall moves, for 9, against 3, abstained 2': '9 for, 3 against, 2 abstained',
    'The stall moves, carried 9-3': '9 for, 3 against',
    'The stall moves. Carried by 9 to 3': '9 for, 3 against',
    'The stall moves, by 9 votes to 3': '9 for, 3 against',
    'The stall moves, by a vote of 9 to 3': '9 for, 3 against',
    'Vote: 9–3': '9 for, 3 against',
    'The stall moves, unanimous': 'unanimous',
    'Unanimous: the stall moves': 'unanimous',
    'The stall moves. It was agreed unanimously.': 'unanimous',
    'The plan was passed unanimously': 'unanimous',
    'The stall moves, nobody against': 'nobody against',
    'The stall moves, no one against, 2 abstained': 'nobody against, 2 abstained',
    'The stall moves, carried with 2 abstentions': '2 abstained',
  }))
    t.equal(voteIn(text), vote, text)
})

t.test('R2: what may be hours, a score, a date or an age is no vote', async (t) => {
  for (const text of [
    'The stall is open from 2 to 4 o’clock',
    'A stall on Saturday, 2 to 4',
    'Agreed: 9 to 3 on weekdays',
    'The drop-in runs 9 to 3',
    'For children of 9 to 3 years',
    'The match ended, 9-3',
    'Church Street lost 2-4',
    'Carried 3-9',
    'We meet on 9-3-2022',
    'Passed 9 to 3.30 sessions',
    '2 for each school, 3 against the wall',
    'Nobody against the plan spoke',
    'It needs a unanimous vote of all schools',
    'It was not agreed unanimously',
    'Five-a-side, 2 against 2',
    'A 2 for 1 offer',
    'We vote on 5 May',
    'We meet at Church Street',
  ])
    t.equal(voteIn(text), null, text)
  t.equal(decidedIn('A stall on Saturday, 2 to 4').doubt, '2 to 4', 'and what may be one is asked')
  t.equal(decidedIn('The drop-in runs from 9 to 3').doubt, null)
  t.equal(
    voteIn('First 9 for, 3 against. Then 7 for, 5 against'),
    null,
    'two votes in one line are nobody’s to choose from',
  )
})

t.test('a decision is said with its vote behind it, once', async (t) => {
  for (const [text, said] of Object.entries({
    'We meet at Church Street, 9 to 3, 2 abstained':
      'We meet at Church Street. Vote: 9 for, 3 against, 2 abstained.',
    'The stall moves, carried 9-3': 'The stall moves, carried. Vote: 9 for, 3 against.',
    'The stall moves. Carried by 9 to 3.': 'The stall moves. Carried. Vote: 9 for, 3 against.',
    'The stall moves, agreed unanimously.': 'The stall moves. Vote: unanimous.',
    '9 for, 3 against: the stall moves':
      '9 for, 3 against: the stall moves. Vote: 9 for, 3 against.',
    'We meet at Church Street': 'We meet at Church Street',
  }))
    t.equal(sayDecided(text), said)
})
