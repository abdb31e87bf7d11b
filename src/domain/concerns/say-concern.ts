import { FOUR_AIMS, SAY_FOUR_AIM, type FourAim } from './aims.ts'
import { isPriority, themesOf, type Wording } from './concern.ts'
import { answerOf, inForce, isTakenBack, unansweredDays, waitingElsewhere } from './passing.ts'
import { hasEnded, priorityUntil } from './priorities.ts'

/** What its labels are called. */
interface LabelNames {
  theme: (id: number | null) => string
  area: (id: number | null) => string
}

/** What changed from one wording to the next, and what it was before. */
const wordingChange = (
  before: Wording | undefined,
  now: Wording,
  names: LabelNames,
): { changed: string; was: string } => {
  if (!before) return { changed: 'Written down', was: '' }
  const themesIn = (wording: Wording): string =>
    themesOf(wording).map(names.theme).join(', ') || 'none'
  const areaIn = ({ areaId }: Wording): string => (areaId === null ? 'none' : names.area(areaId))
  const parts = (
    [
      ['Words', before.text, now.text],
      ['Themes', themesIn(before), themesIn(now)],
      ['Area', areaIn(before), areaIn(now)],
    ] as const
  ).filter(([, was, is]) => was !== is)
  const what = parts.map(([name], i) => (i === 0 ? name : name.toLowerCase())).join(' and ')
  return {
    changed: `${what || 'Words'} changed`,
    was: parts.map(([, was]) => was).join(' · ') || before.text,
  }
}

/** What every template can say of a concern beside its words. */
export const sayConcern = {
  themes: themesOf,
  wordingChange,
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
