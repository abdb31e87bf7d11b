import {
  pointsOf,
  type Point,
  type PointKind,
  type Programme,
} from '../../../evidence/programme.ts'
import type { Field } from '../kind.ts'
import type { ProgrammeWords } from '../programme.ts'

/** The fields for what a programme hopes for, what was learned, and its opportunities. */
export const pointFields = (matter: Programme): Field[] => {
  const points = (kind: PointKind): Point[] =>
    pointsOf(matter, kind).filter((point) => !point.isHeld)
  return [
    ...under('What it hopes for', points('outcome').flatMap(hopeFields)),
    ...under('What was learned', points('learning').flatMap(learningFields)),
    ...under('Opportunities', points('opportunity').flatMap(opportunityFields)),
  ]
}

const under = (group: string, [first, ...rest]: Field[]): Field[] =>
  first ? [{ ...first, group }, ...rest] : []

const hopeFields = ({ id, text, sights }: Point, i: number): Field[] => [
  {
    name: `point-${id}`,
    label: `Hope ${i + 1}, in public words`,
    hint: text,
    rows: 2,
    most: 300,
  },
  {
    name: `known-${id}`,
    label: `What is known of hope ${i + 1}`,
    hint: sights.at(-1)?.words ?? 'Nothing is written yet.',
    rows: 2,
    most: 300,
  },
]

const learningFields = ({ id, text, theme }: Point, i: number): Field[] => [
  { name: `theme-${id}`, label: `Theme of learning ${i + 1}`, hint: theme ?? '', most: 80 },
  {
    name: `point-${id}`,
    label: `Learning ${i + 1}, in public words`,
    hint: text,
    rows: 3,
    most: 1000,
  },
]

const opportunityFields = ({ id, text }: Point, i: number): Field[] => [
  {
    name: `point-${id}`,
    label: `Opportunity ${i + 1}, in public words`,
    hint: text,
    rows: 2,
    most: 300,
  },
  {
    name: `became-${id}`,
    label: `What became of opportunity ${i + 1}`,
    hint: 'Where it has an entry on the board, that is shown by itself.',
    rows: 2,
    most: 300,
  },
]

/** What stands in those fields: the ids are those of the points, in the order of the words. */
export const typedPoints = (
  { outcomes, learning, opportunities }: ProgrammeWords,
  coversIds: number[],
): Record<string, string> => {
  const by = (prefix: string, texts: string[], from: number): [string, string][] =>
    texts.map((text, i) => [`${prefix}-${coversIds[from + i]}`, text])
  const words = [...outcomes, ...learning, ...opportunities].map((each) => each.words)
  const known = outcomes.map((each) => each.known)
  const themes = learning.map((each) => each.theme)
  const became = opportunities.map((each) => each.became)
  return Object.fromEntries([
    ...by('point', words, 0),
    ...by('known', known, 0),
    ...by('theme', themes, outcomes.length),
    ...by('became', became, outcomes.length + learning.length),
  ])
}
