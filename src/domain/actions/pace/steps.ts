import { decide, refuse, type Decision } from '../../decision.ts'
import { isOpen, TAKEN_OUT, type Action } from '../action.ts'

/** As many steps as one action has; more is another action. */
export const MOST_STEPS = 12

/**
 * A step on the way: a line, done or not. It has no owner of its own, and says nothing of where the
 * action stands (R2).
 */
export interface Step {
  id: number
  text: string
  personId: number
  at: string
  /** Taken out of the list again; the row stays. */
  endedAt: string | null
  /** Each time someone said that it is done, or is not after all. */
  ticks: { done: boolean; personId: number; at: string }[]
}

/** What one form says of the steps: as they were drawn, as they are wanted, and what comes or goes. */
export interface StepsForm {
  shown: number[]
  ticked: number[]
  done: number[]
  added: string[]
  out: number | null
}
export interface StepsChange {
  ticks: { stepId: number; done: boolean }[]
  added: string[]
  out: number | null
}

/** Those that are there now, in the order they were written. */
export const stepsOf = ({ steps }: Pick<Action, 'steps'>): Step[] =>
  steps.filter((each) => each.endedAt === null)

export const isStepDone = ({ ticks }: Step): boolean => ticks.at(-1)?.done === true

/** `3 of 5 steps`, or nothing where there are none. */
export const sayStepsDone = (action: Pick<Action, 'steps'>): string => {
  const steps = stepsOf(action)
  if (steps.length === 0) return ''
  const many = steps.length === 1 ? 'step' : 'steps'
  return `${steps.filter(isStepDone).length} of ${steps.length} ${many}`
}

/**
 * Ticks, unticks, adds and takes out steps. Only what someone changed is written: what others ticked
 * meanwhile stays (R23).
 */
export const changeSteps = (action: Action, form: StepsForm): Decision<StepsChange> => {
  if (action.takenOutAt !== null) return refuse('text', TAKEN_OUT)
  if (!isOpen(action)) return refuse('text', 'The round table has closed this action')
  const there = stepsOf(action)
  const added = form.added.map((line) => line.trim()).filter(Boolean)
  const out = there.some((each) => each.id === form.out) ? form.out : null
  const left = MOST_STEPS - there.length + (out === null ? 0 : 1)
  return decide(
    [
      added.length > left && {
        field: 'text',
        reason: `${MOST_STEPS} steps at most. There is room for ${Math.max(left, 0)} more`,
      },
      added.some((line) => line.length > 200) && {
        field: 'text',
        reason: 'A step is one short line of 200 characters at most',
      },
    ],
    () => ({
      ticks: there
        .filter(({ id }) => form.shown.includes(id) && id !== out)
        .map((step) => ({ step, done: form.done.includes(step.id) }))
        .filter(({ step, done }) => done !== form.ticked.includes(step.id))
        .filter(({ step, done }) => done !== isStepDone(step))
        .map(({ step, done }) => ({ stepId: step.id, done })),
      added,
      out,
    }),
  )
}
