import { z } from 'zod'
import { sayWhen, type Day } from '../../../../domain/day.ts'
import type { ProgrammeWritten } from '../../../../domain/evidence/programme.ts'
import type { Store } from '../../../../store/store.ts'
import { namesOf } from '../../../../work/names.ts'
import { someIds, ticked, when, words } from '../../../forms.ts'
import type { Visit } from '../../visit.ts'
import { heldFields } from '../matters.ts'

/** A programme that is written down for the first time, and who may know of it. */
export const newProgrammeForm = ({ today }: Visit) =>
  z.strictObject({ ...programmeFields(today), held: ticked(), ...heldFields })

/** ... and one that is written again, over the words that were read. */
export const programmeForm = ({ today }: Visit) =>
  z.strictObject({ ...programmeFields(today), basedOn: z.string().transform(Number) })

const programmeFields = (today: Day) => ({
  name: words(120),
  aim: words(600),
  startsOn: when(today, 'behind'),
  length: words(60),
  agreement: words(1000),
  support: words(400),
  partnerIds: someIds(),
})

/** All that is written of a programme, as plain lines, for two people to compare (R23). */
export const linesOfProgramme = (store: Store, written: ProgrammeWritten): string =>
  [
    written.name,
    written.aim,
    written.startsOn && sayWhen(written.startsOn),
    written.length,
    written.agreement,
    written.support,
    written.partnerIds.map(namesOf(store).organisation).join(', '),
  ]
    .filter(Boolean)
    .join('\n')
