import type { Sample } from '../partnership.ts'
import type { Verbs } from '../verbs.ts'
import type { July } from './july-table.ts'

/** November 2021: the police take on two actions, and guidance answers the two questions. */
export const handOutGuidance = (
  { people }: Sample,
  { on, report, accept, tell }: Verbs,
  { concerns, actions }: July,
): void => {
  on('2021-11-05T12:00:00.000Z')
  accept(actions.football, people.sergeant, 'Yes, we will find a pitch.')
  accept(actions.events, people.sergeant, '')
  report(actions.events, 'under-way', 'A hall is being looked for.', { person: people.sergeant })
  report(
    actions.safe,
    'done',
    'The guidance “What to do if approached by a non-uniformed Police officer” answers this. ' +
      'Mosaic advocates handed it to local mothers.',
    { on: '2021-11' },
  )
  report(
    actions.abuse,
    'done',
    'The same guidance says how to check who an officer is, and what to do. Advocates helped mothers to understand it.',
    { on: '2021-11' },
  )
  tell.entry(concerns.women, {
    said: 'Women asked how to tell if an officer is abusing their powers, and how to stay safe.',
    did:
      'The police wrote guidance on plain-clothes officers. Mosaic advocates took it to local ' +
      'mothers and helped them to understand it.',
    on: '2021-11',
    worked: ['early', 'It is too early to say if women feel safer.'],
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-07', 'Two questions were put to the police.'],
      ['2021-11', 'The guidance was handed out.'],
    ],
    actions: {
      [actions.abuse]: 'How to recognise an abuse of powers',
      [actions.safe]: 'How to stay safe',
    },
  })
}
