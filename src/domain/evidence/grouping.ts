import { decide, type Decision } from '../decision.ts'

/** A way of grouping people that the partnership set, such as gender. */
export interface Grouping {
  code: string
  name: string
  groups: { code: string; name: string }[]
}

export const FIRST_GROUPS =
  'Gender: Male, Female, Not asked\nAge: Under 18, 18 to 24, 25 and over, Not asked'
const MOST_GROUPINGS = 6
const MOST_GROUPS = 10

/**
 * Reads the groups as the partnership types them: one way of grouping to a line, its name and a
 * colon first.
 */
export const groupingsOf = (typed: string): Decision<Grouping[]> => {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const read = lines.map(groupingIn)
  const wrong = read.findIndex((each) => !isWhole(each))
  return decide(
    [
      wrong >= 0 && {
        field: 'groups',
        reason:
          'Write each line like “Gender: Male, Female, Not asked”: two to ten groups, ' +
          `none twice. This one does not: “${lines[wrong]}”`,
      },
      (read.length > MOST_GROUPINGS || (isTwice(read) && wrong < 0)) && {
        field: 'groups',
        reason: 'Six lines at most, each with a name of its own',
      },
    ],
    () => read,
  )
}

const groupingIn = (line: string): Grouping => {
  const [name = '', ...rest] = line.split(':')
  const groups = rest
    .join(':')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
  return {
    code: codeOf(name),
    name: name.trim(),
    groups: groups.map((each) => ({ code: codeOf(each), name: each })),
  }
}

const codeOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

const isWhole = ({ code, groups }: Grouping): boolean =>
  code !== '' && groups.length >= 2 && groups.length <= MOST_GROUPS && !isTwice(groups)

/** Two of one code could not be told apart, and neither could one of none. */
const isTwice = (all: { code: string }[]): boolean => {
  const codes = all.map((each) => each.code)
  return new Set(codes).size < codes.length || codes.includes('')
}
