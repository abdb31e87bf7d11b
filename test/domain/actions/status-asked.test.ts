import t from 'tap'
import { readStatus } from '../../../src/domain/actions/status-words.ts'

const ASKED = [
  'Done: 3 of 5',
  'done, 2 left',
  'Done: phase 1',
  'Complete: 50%',
  'Complete: 0%',
  'Done: N',
  'Achieved: N',
  'done: ❌',
  'Done: n/a',
  'Completed - to be verified',
  'Done: to check',
  'done - check with Pat',
  'done: wcc to confirm',
  'Done: one of the two gates',
  'Done, other gate in June',
  'Done: gate ordered, not fitted',
  'Done: ordered; fitting in June',
  'Finished, save for the gate',
  'Actioned - email sent, no answer',
  'Actioned: chased, no reply',
  'Done: disputed',
  'Done, then reversed',
  'Done: it broke again',
  'Closed - duplicate',
  'Closed: transferred to council',
  'Implemented: from 1 May',
  'Dropped: no',
  'Withdrawn: no',
  'Abandoned: car removed',
  'withdrawn as the council did it',
  'Cancelled: moved to June',
  'cancelled, rearranged for June',
  'Cancelled due to rain: new date 5 May',
  'could not, trying again in June',
  'could not: delayed to June',
  'Cannot, unless WCC pays',
  "can't: ask WCC",
  'not possible: until May',
  'Could not: half of it',
  'could not: only some',
  'Started: no',
  'Begun: no',
  'ongoing: done',
  'None done',
  'No longer done',
  'Not yet',
  'Unable to: no budget',
  'Failed: no budget',
  'Refused',
  'Impossible',
  "won't: no budget",
  'stopped: no funding',
  'done in part, the rest by June',
  'Completed? No',
  'done? not sure',
  'cannot say yet',
  'can’t wait to begin',
]

t.test(
  'R3: what is only a part, a heading with a no behind it, or came to nothing since is asked',
  async (t) => {
    for (const typed of ASKED) {
      const { status, question } = readStatus(typed)
      t.equal(status, null, typed)
      t.not(question, null, `${typed} is asked`)
    }
    for (const typed of ['waiting list opened', 'Waiting room painted', 'waiting times cut'])
      t.equal(readStatus(typed).status, null, `${typed}: nobody waits`)
    for (const [typed, status] of [
      ['it’s done', 'done'],
      ['has been done', 'done'],
      ['was done: 40 leaflets', 'done'],
      ['cant: no money', 'could-not'],
      ['could’nt: no money', 'could-not'],
    ] as const)
      t.equal(readStatus(typed).status, status, typed)
  },
)
