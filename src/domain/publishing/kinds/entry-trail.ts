import type { Concern } from '../../concerns/concern.ts'
import { readDate } from '../../dates/read-date.ts'
import { whenIn } from '../../dates/reading.ts'
import { sayWhen, type Day } from '../../day.ts'
import { refuse, type Decision } from '../../decision.ts'
import type { Step } from '../told.ts'

/** Reads the trail as it is typed: a step on a line, with a day or a month and a colon first. */
export const parseSteps = (text: string, today: Day): Decision<Step[]> => {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const steps = lines.map((line) => ({
    on: whenIn(readDate(line.split(':')[0]!, { today, lean: 'behind' })),
    words: line.split(':').slice(1).join(':').trim(),
  }))
  const wrong = lines.find((_, i) => !steps[i]!.on || !steps[i]!.words)
  if (wrong === undefined) return { accepted: true, value: steps as Step[] }
  return refuse(
    'trail',
    'Begin each step with a day or a month and a colon, like “July 2021: Raised at the round ' +
      `table.” This one does not: “${wrong}”`,
  )
}

/** A step as it is typed. */
export const sayStep = (step: Step): string => `${sayWhen(step.on)}: ${step.words}`

/** The first steps of a trail, from what the record says of a concern. */
export const firstSteps = (concern: Concern, origin: string): Step[] => {
  const last = concern.priorities.at(-1)
  const agreed = 'The round table agreed that this is a priority.'
  return [
    { on: concern.raisedOn, words: `Raised. ${origin}.` },
    ...(last?.agreed ? [{ on: last.at.slice(0, 7), words: agreed }] : []),
  ]
}
