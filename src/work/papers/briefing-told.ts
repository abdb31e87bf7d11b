import { currentLeaflets } from '../../domain/publishing/related.ts'
import { silentDays } from '../../domain/publishing/voices.ts'
import type { ProgrammeWords } from '../../domain/publishing/kinds/programme.ts'
import type { EventWords } from '../../domain/publishing/kinds/event.ts'
import { hasMet, type TableWords } from '../../domain/publishing/kinds/round-table.ts'
import type { EntryWords } from '../../domain/publishing/kinds/entry.ts'
import { SAY_STRENGTH } from '../../domain/publishing/told.ts'
import type { Day, When } from '../../domain/day.ts'
import {
  mayStand,
  type Given,
  type Held,
  type Met,
  type Run,
} from '../../domain/evidence/briefing.ts'
import { SAY_EVENT } from '../../domain/evidence/event.ts'
import { entryAt, type Board, type Copy } from '../../domain/publishing/board.ts'
import { monthTitleOf } from '../../domain/round-tables/round-table.ts'
import { say } from '../../domain/say.ts'
import { couldNotOf, isHere, presenceOf, type Source, type Time } from './briefing-source.ts'

/** Only what is public: the words of approved copies, and the numbers that stand in them. */
export const toldAlready = (board: Board, { period, today }: Time): Source => ({
  answered: board.entries
    .filter((entry) => mayStand(period, entry.words, [answeredOn(entry)]))
    .map((entry) => answerIn(entry, today)),
  tables: board.tables
    .filter(({ words }) => hasMet(words))
    .map(({ words }) => metIn(words))
    .toReversed(),
  held: board.events
    .filter(({ words }) => hasBeen(words, today))
    .map(({ words }) => heldIn(words))
    .toReversed(),
  runs: board.programmes.map(({ words }) => runIn(words, board)),
  given: currentLeaflets(board).map(({ words }): Given => ({
    title: [words.title, words.version].filter(Boolean).join(', '),
    answers: words.answers,
    copies: words.copies ?? 0,
  })),
})

/**
 * With what the table has not closed, and for how long nothing was heard, as its public page says
 * it (R3, R8).
 */
const answerIn = (entry: Copy<EntryWords>, today: Day): Source['answered'][number] => {
  const { words } = entry
  return {
    ...words,
    on: answeredOn(entry),
    who: words.who.map((each) => each.name).join(', ') || 'Owner not agreed yet',
    couldNot: couldNotOf(words),
    notYetClosed: words.notYetClosed && words.standing === 'done',
    silent: silentDays(entry, today),
    isTold: true,
  }
}

const answeredOn = ({ words, publishedOn }: Copy<EntryWords>): When => words.on ?? publishedOn

const metIn = ({ heldOn, apart, organisations }: TableWords): Met => ({
  title: monthTitleOf({ heldOn, apart }),
  heldOn,
  residents: null,
  came: organisations.filter((each) => each.expected || isHere(each.presence)).map(presenceOf),
})

const hasBeen = ({ heldOn }: EventWords, today: Day): boolean =>
  heldOn !== null && heldOn <= today.slice(0, heldOn.length)

const heldIn = (words: EventWords): Held => {
  const { worked } = words
  const strength = worked ? `(${SAY_STRENGTH[worked.strength]})` : ''
  const change = [worked?.words, strength].filter(Boolean).join(' ')
  return {
    name: words.name,
    kind: SAY_EVENT[words.what],
    heldOn: words.heldOn!,
    place: words.place,
    who: words.who.map((each) => each.name),
    came: words.came ? Number(words.came) : null,
    told: [words.told, change].filter(Boolean).join('\n'),
  }
}

const runIn = (words: ProgrammeWords, board: Board): Run => ({
  name: words.name,
  aim: words.aim,
  startsOn: words.startsOn,
  who: words.who.map((each) => each.name),
  pairings: words.phases.map((each) => each.pairings),
  sessions: words.sessions,
  wants: words.outcomes,
  learned: words.learning,
  chances: words.opportunities.map((each) => ({
    words: each.words,
    became: [standingIn(board, each.entry), each.became].filter(Boolean).join(' '),
  })),
})

const standingIn = (board: Board, slug: string | null): string => {
  const entry = entryAt(board, slug ?? undefined)
  return entry ? `${entry.words.said} ${say.standing(entry.words.standing)}.` : ''
}
