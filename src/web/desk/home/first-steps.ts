import { may } from '../../../domain/may.ts'
import type { FirstStep } from '../../views/desk/home.ts'
import type { Visit } from '../visit.ts'

export const STEPS = ['who-you-are', 'organisations', 'people', 'table'] as const
type Step = (typeof STEPS)[number]

/** The first quarter of an hour of a new server: each step until it is done or set aside. */
export const firstSteps = ({ store, who }: Visit): FirstStep[] => {
  if (!may.keep(who)) return []
  const isDone: Record<Step, () => boolean> = {
    'who-you-are': () =>
      store.labels.list('area').length > 0 &&
      [...store.glances.told()].some((each) => each.kind === 'partnership'),
    organisations: () => store.organisations.list().length > 1,
    people: () => store.people.list().length > 1,
    table: () => store.roundTables.list().length > 0,
  }
  const aside = setAside(store)
  const steps = STEPS.filter((key) => !aside.includes(key)).map((key) => ({
    key,
    isDone: isDone[key](),
  }))
  return steps.every((each) => each.isDone) ? [] : steps
}

const SETTING = 'first-steps'
const setAside = ({ labels }: Visit['store']): string[] =>
  (labels.setting(SETTING) ?? '').split(',').filter(Boolean)

/** A step that somebody does not want now is not shown again. */
export const recordAside = ({ store, by }: Visit, step: Step): void => {
  const before = setAside(store)
  if (!before.includes(step)) store.labels.set(SETTING, [...before, step].join(','), null, by)
}
