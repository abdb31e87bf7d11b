import { STATUSES, type Status } from './action.ts'

/** Words that an owner may begin with, and where an action stands when they fit; null: always. */
export interface ReadyWords {
  status: Status | null
  words: string
}

/** How the settings name each status before the words that go with it. */
const NAMES: Record<Status, string> = {
  'not-started': 'Not started',
  'under-way': 'Under way',
  waiting: 'Waiting',
  done: 'Done',
  'could-not': 'Could not',
}

/** What a new server begins with: plain, true of many actions, and changed by the coordinator. */
export const FIRST_READY_WORDS = [
  'Not started: We begin next month.',
  'Not started: We have to agree first who does it.',
  'Under way: It is going as planned.',
  'Under way: We have met about it and agreed the next step.',
  'Under way: Most of it is done.',
  'Waiting: We have asked, and have heard nothing yet.',
  'Waiting: It needs a yes from someone senior.',
  'Waiting: It needs money that is not agreed yet.',
  'Done: It was done as agreed.',
  'Done: It was done, and we go on looking at it.',
  'Could not: We do not have the people to do it.',
  'Could not: There is no money for it this year.',
  'Could not: It is not ours to decide.',
].join('\n')

/** Reads what the coordinator keeps: one to a line, "Done: We did it", or words for any status. */
export const readyWordsIn = (kept: string): ReadyWords[] =>
  kept
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const status = STATUSES.find((each) =>
        line.toLowerCase().startsWith(`${NAMES[each].toLowerCase()}:`),
      )
      const words = status === undefined ? line : line.slice(NAMES[status].length + 1).trim()
      return { status: status ?? null, words }
    })
    .filter(({ words }) => words !== '')

/** They stand in the box behind what was typed there, once. */
export const beginWith = (words: string, typed: string): string => {
  const there = typed.trim()
  if (there === '' || there === words) return words
  return there.endsWith(words) ? there : `${there} ${words}`
}
