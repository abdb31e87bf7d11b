import type { Knowledge } from '../../domain/publishing/wording/alert.ts'
import type { Action } from '../../domain/actions/action.ts'
import type { Event } from '../../domain/evidence/event.ts'
import type { Leaflet } from '../../domain/evidence/leaflet.ts'
import type { Point, Programme } from '../../domain/evidence/programme.ts'
import type { Board } from '../../domain/publishing/board.ts'
import type { Record } from './record.ts'

/** What the checks of wording know of this partnership (R12). */
export const knowledgeOf = (record: Record, board: Board): Knowledge => {
  const { people, labels, organisations } = record
  return {
    names: [...people.list().map((each) => each.name), ...people.formerNames()],
    guarded: labels.guarded().map((each) => each.word),
    known: [
      ...organisations.list().flatMap((each) => [each.name, each.publicName]),
      ...[...labels.list('theme'), ...labels.list('area')].map((each) => each.name),
      ...organisations.seats().map((each) => each.title),
      board.partnership?.name ?? '',
      labels.setting('communities') ?? '',
      ...linesOf(labels.setting('places')),
    ],
    private: privateWords(record),
  }
}

const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Every text of every matter that is held in private, old ones too: no public words repeat it (R11). */
const privateWords = (record: Record): string[] => [
  ...wordsOfConcerns(record),
  ...record.events.listUnfiltered(idsOfHeld(record.glances.events())).flatMap(wordsOfEvent),
  ...record.leaflets.listUnfiltered(idsOfHeld(record.glances.leaflets())).flatMap(wordsOfLeaflet),
  ...record.programmes
    .everWritten()
    .flatMap((each) =>
      isHeld(each)
        ? wordsOfProgramme(record, each)
        : each.points.filter((one) => one.isHeld).flatMap(wordsOfPoint),
    ),
  ...record.actions.everHeld().flatMap(wordsOfAction),
]

const isHeld = ({ depth }: { depth: string }): boolean => depth === 'named'
const idsOfHeld = (all: Iterable<{ id: number; depth: string }>): number[] =>
  [...all].filter(isHeld).map((each) => each.id)

const wordsOfConcerns = ({ concerns, quotes, notes }: Record): string[] => {
  const held = concerns.everHeld()
  const quoted = Map.groupBy(held.length > 0 ? quotes.list() : [], (one) => one.concernId)
  return [
    ...held.flatMap((each) => [
      each.originNote ?? '',
      ...each.wordings.map((one) => one.text),
      ...(quoted.get(each.id) ?? []).map((one) => one.words),
    ]),
    ...notes.everWritten(held.map((each) => each.id)),
  ]
}

const wordsOfEvent = ({ terms, options, findings }: Event): string[] => [
  ...terms.flatMap((one) => [
    one.name,
    one.topics ?? '',
    one.tookAway ?? '',
    one.place ?? '',
    ...one.organisations.map((came) => came.brought),
  ]),
  ...options.map((one) => one.text),
  ...findings.map((one) => one.text),
]

const wordsOfLeaflet = ({ terms, handings }: Leaflet): string[] => [
  ...terms.flatMap((one) => [one.title, one.answers]),
  ...handings.map((one) => one.toWhom),
]

const wordsOfProgramme = (
  { unrecordedSessions }: Record,
  { id, terms, phases, points }: Programme,
): string[] => [
  ...terms.flatMap((one) => [one.name, one.aim, one.agreement, one.support]),
  ...phases.flatMap((each) => [
    each.name,
    ...each.handovers.flatMap((one) => [one.fromRole, one.toRole]),
  ]),
  ...points.flatMap(wordsOfPoint),
  ...unrecordedSessions.ofProgramme(id).flatMap((each) => [each.name, each.shared ?? '']),
]

const wordsOfPoint = ({ theme, text, sights, steps }: Point): string[] => [
  theme ?? '',
  text,
  ...sights.map((each) => each.words),
  ...steps.map((each) => each.words ?? ''),
]

const wordsOfAction = ({ terms, updates }: Pick<Action, 'terms' | 'updates'>): string[] => [
  ...terms.map((one) => one.text),
  ...updates.map((one) => one.text),
]
