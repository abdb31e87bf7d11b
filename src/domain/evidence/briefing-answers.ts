import { SAY_STANDING } from '../concerns/standing.ts'
import type { Block, Section } from '../round-tables/paper.ts'
import { SAY_STRENGTH } from '../publishing/told.ts'
import { QUIET_DAYS } from '../actions/notices.ts'
import { sayDays, sayWhen } from '../day.ts'
import { first, none, table, tableOrNothing } from './briefing-blocks.ts'
import { answeredIn, isIn, raisedIn, type Answered, type Briefing } from './briefing.ts'
import { isBefore } from './period.ts'

/** What residents said in this time. */
export const raised = (all: Briefing): Section => {
  const rows = raisedIn(all).map((each) => [
    each.said,
    each.origin.includes(each.raisedOn.slice(0, 4))
      ? each.origin
      : `${each.origin}, ${sayWhen(each.raisedOn)}`,
    SAY_STANDING[each.standing],
  ])
  const head = ['You said', 'How it reached us', 'Where it stands']
  return {
    id: 'raised',
    heading: 'What was raised',
    blocks: [
      rows.length === 0
        ? none(
            all,
            'Nothing raised in this time is told in public.',
            'Nothing was raised in this time.',
          )
        : table('Concerns raised in this time', head, rows),
    ],
  }
}

/** What was done about it. */
export const done = (all: Briefing): Section => {
  const rows = answeredIn(all, ['done', 'standing'])
  const caption = 'What was done in this time, or since then of what was raised in it'
  return {
    id: 'done',
    heading: 'What was done',
    blocks: [
      rows.length === 0
        ? none(
            all,
            'Nothing done in this time is told in public.',
            'Nothing was done in this time.',
          )
        : answerTable(caption, 'We did', rows),
    ],
  }
}

/** What could not be done in this time and why, and what was raised by its end and waits today. */
export const notDone = (all: Briefing): Section => {
  const could = answeredIn(all, ['could-not'])
  const waits = all.answered.filter(
    (each) =>
      (each.standing === 'unanswered' || each.standing === 'under-way') &&
      (isIn(all, each.raisedOn) || isBefore(all.period, each.raisedOn)),
  )
  const nothing = none(
    all,
    'Nothing that is told in public waits or was refused.',
    'Nothing waits, and nothing was refused.',
  )
  return {
    id: 'not-done',
    heading: 'What was not done, and why',
    blocks: [
      ...(could.length
        ? [answerTable('What could not be done', 'We could not, because', could)]
        : []),
      ...tableOrNothing(
        'What waits today',
        ['You said', 'Where it stands', 'What is said of it', 'Raised'],
        waits.map(waitingRow),
      ),
      ...(could.length + waits.length === 0 ? [nothing] : []),
    ],
  }
}

const waitingRow = ({ said, standing, did, silent, raisedOn }: Answered): string[] => {
  const quiet = (silent ?? 0) > QUIET_DAYS ? `No news for ${sayDays(silent!)}.` : ''
  return [said, SAY_STANDING[standing], [did, quiet].filter(Boolean).join('\n'), sayWhen(raisedOn)]
}

/** How well it worked, as far as anyone knows. */
export const changed = (all: Briefing): Section => ({
  id: 'changed',
  heading: 'What changed, and how we know',
  blocks: tableOrNothing(
    'How well it worked',
    ['You said', 'What changed', 'How we know'],
    answeredIn(all, ['done', 'standing', 'could-not']).flatMap(({ said, worked }) =>
      worked ? [[said, worked.words || SAY_STRENGTH.early, SAY_STRENGTH[worked.strength]]] : [],
    ),
  ),
})

const answerTable = (caption: string, last: string, rows: Answered[]): Block =>
  table(
    caption,
    ['You said', last, 'Who', 'When'],
    rows.map((each) => [each.said, didOf(each), first(each.who), each.on ? sayWhen(each.on) : '']),
  )

const didOf = ({ did, couldNot, notYetClosed }: Answered): string =>
  [
    did,
    ...couldNot.map((each) => `Could not: ${each}`),
    notYetClosed ? 'Not yet closed by the round table.' : '',
  ]
    .filter(Boolean)
    .join('\n')
