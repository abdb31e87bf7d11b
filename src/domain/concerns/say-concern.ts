import { FOUR_AIMS, SAY_FOUR_AIM, type FourAim } from './aims.ts'
import { isPriority, themesOf } from './concern.ts'
import { answerOf, inForce, isTakenBack, unansweredDays, waitingElsewhere } from './passing.ts'
import { hasEnded, priorityUntil } from './priorities.ts'

/** What every template can say of a concern beside its words. */
export const sayConcern = {
  themes: themesOf,
  isPriority,
  priorityUntil,
  hasPriorityEnded: hasEnded,
  passings: inForce,
  isPassingTakenBack: isTakenBack,
  passingAnswer: answerOf,
  passingWaits: unansweredDays,
  waitingElsewhere,
  fourAims: FOUR_AIMS,
  fourAim: (aim: FourAim) => SAY_FOUR_AIM[aim],
}
