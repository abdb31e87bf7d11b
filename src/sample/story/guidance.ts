import type { Sample } from '../partnership.ts'
import { DAYS, SAYS, sample as marked } from '../made-up.ts'
import type { Verbs } from '../verbs.ts'
import type { July } from './july-table.ts'
import { CALLED } from './told-in-july.ts'

/** November 2021: the police take on two actions, and guidance answers the two questions. */
export const handOutGuidance = ({ people }: Sample, verbs: Verbs, july: July): void => {
  const { on, report, accept } = verbs
  const { actions } = july
  on('2021-11-05T12:00:00.000Z')
  accept(actions.football, people.sergeant, marked('Yes, we will find a pitch.'))
  accept(actions.events, people.sergeant, '')
  report(actions.events, 'under-way', marked('A hall is being looked for.'), {
    person: people.sergeant,
  })
  report(
    actions.safe,
    'done',
    'The guidance “What to do if approached by a non-uniformed Police officer” answers this. ' +
      'Mosaic advocates handed it to local mothers.',
    { on: DAYS.stall, person: people.sergeant },
  )
  report(
    actions.abuse,
    'done',
    'The same guidance answers this. Advocates helped mothers to understand how to recognise and manage such incidents.',
    { on: DAYS.stall, person: people.sergeant },
  )
  tellOfGuidance(verbs, july)
}

/** Told when it was handed out, and again when a question is closed (R28). */
export const tellOfGuidance = ({ tell }: Verbs, { concerns, actions }: July): void =>
  tell.entry(concerns.women, {
    said: 'Women asked how to tell if an officer is abusing their powers, and how to stay safe.',
    did:
      'The police wrote guidance on plain-clothes officers. Mosaic advocates took it to local ' +
      'mothers and helped them to understand it.',
    on: DAYS.stall,
    worked: ['early', SAYS.womenEarly],
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-07', 'Two questions were put to the police.'],
      [DAYS.stall, 'The guidance was handed out.'],
    ],
    actions: {
      [actions.abuse]: CALLED.abuse,
      [actions.safe]: CALLED.safe,
    },
  })
