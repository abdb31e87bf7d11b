import { GROUNDS } from '../../../src/domain/depth.ts'
import type { Seat } from '../../../src/domain/people/seat.ts'
import type { Store } from '../../../src/store/store.ts'
import { PEOPLE } from '../house.ts'
import { eventsOf, leafletsOf, programmesOf } from './evidence.ts'
import { goneOf, heldOnceTold, telling } from './told.ts'
import { found, makers, type Makers, whoAndWhere, type WhoAndWhere } from './makers.ts'
import { handedOn, leftAndSaid, leftOnAList, letterAndLink, waysIn } from './people.ts'
import { shownPhoto, waitingToRelease } from './releases.ts'

/**
 * Adds what the sample does not have: matters held from the coordinator, an entry of one, a text
 * kept, someone who left.
 */
export const prepare = (store: Store) => {
  const who = whoAndWhere(store)
  const { by, open, sergeant, planned, agreed } = who

  const make = makers(store, who.organisation, by)

  const concerns = concernsOf(make, who)
  const said = leftAndSaid(store, who)
  const { held, letter, links } = letterAndLink(store, who)
  const { seatAt, waiting, invitation } = handedOn(store, who)
  const own = waysIn(store, who)
  const { event, events } = eventsOf(store, who)
  const { leaflet, leaflets } = leafletsOf(store, make.action, who)
  const { programme, programmes } = programmesOf(store, who)
  const told = telling(store, by)
  const evidence = heldOnceTold({ ...who, ...make, store, told, event, leaflet, programme })
  const gone = goneOf({ store, events, leaflets, programmes, told, by })
  const { topic, reader, session, quote } = singles(store, concerns, who)
  const written = toldOrHeld({
    ...who,
    ...make,
    store,
    concerns,
    held,
    seatAt,
    waiting,
  })
  const releases = waitingToRelease(store, who, { ...written, letter, seat: held.id })
  return {
    topic,
    reader,
    session,
    ...said,
    letter,
    listed: leftOnAList(store, make, who),
    ...links,
    ...releases,
    shown: shownPhoto(store, who),
    own,
    events,
    quote,
    leaflets,
    programmes,
    evidence,
    gone,
    live: liveOf(store),
    invitation,
    ...written,
    open: open.slug,
    planned: planned.slug,
    agreed: agreed.slug,
    concerns,
    sergeant,
    series: seriesOf(store, who),
    kept: store.people.keepForm(sergeant, '/desk/actions/1/updates', { text: 'Kept.' }, by.at),
    ...oneOfEach(store, who),
  }
}

const concernsOf = (
  { concern }: Makers,
  { open, coordinator, sergeant, officer }: WhoAndWhere,
) => ({
  table: concern('Said by everyone.', 'table', [], open.id),
  police: concern('Known to two.', 'named', [coordinator, sergeant], open.id),
  council: concern('Known to one.', 'named', [officer], open.id),
  missing: 99_999,
})

const liveOf = (store: Store) => {
  const board = store.published.board()
  return {
    event: board.events[0]!.slug,
    leaflet: board.leaflets[0]!.slug,
    programme: board.programmes[0]!.slug,
  }
}

/** A rhythm of round tables, with none planned in it yet. */
const seriesOf = (store: Store, { by }: WhoAndWhere): number =>
  store.series.record(
    {
      everyMonths: 3,
      week: 2,
      weekday: 4,
      firstMonth: '2022-10',
      startsAt: null,
      place: null,
      expectedIds: [1],
      count: 1,
    },
    by,
  )

/** One of each, of no special kind. */
const oneOfEach = (store: Store, { organisation, person }: WhoAndWhere) => ({
  organisation: organisation('school'),
  seat: store.organisations.seats().find((each) => each.holders.length > 0)!.id,
  holding: store.organisations
    .seats()
    .flatMap((each) => each.holders)
    .find((each) => each.untilOn === null)!.id,
  person: person(PEOPLE.observer),
  label: store.labels.list('theme')[0]!.id,
  word: store.labels.guarded()[0]!.id,
})

function singles(
  store: Store,
  concerns: { table: number; police: number; council: number; missing: number },
  {
    by,
    coordinator,
    planned,
    agreed,
  }: Pick<WhoAndWhere, 'by' | 'coordinator' | 'planned' | 'agreed'>,
) {
  const quote = store.quotes.record(
    concerns.table,
    {
      words: 'It was good.',
      role: 'a mother',
      askedById: coordinator,
      use: 'the board',
      until: '2022-12-31',
    },
    by,
  )
  const topic = store.agendas.recordTopic(planned.id, 'Lights in the park.', by)
  const reader = store.letters.recordReader(
    {
      roundTableId: agreed.id,
      role: 'Head of year',
      email: 'head@school.example',
      depth: 'public',
    },
    by,
  )
  const session = store.unrecordedSessions.record(
    { heldOn: '2022-01', name: 'Mentoring group' },
    by,
  )
  return { topic, reader, session, quote }
}

function toldOrHeld({
  concerns,
  store,
  by,
  concern,
  held,
  seatAt,
  waiting,
  coordinator,
  sergeant,
  officer,
  entry,
  action,
}: {
  concerns: { table: number; police: number; council: number; missing: number }
  store: Store
  by: WhoAndWhere['by']
  concern: Makers['concern']
  held: Seat
  seatAt: (title: string) => number
  waiting: number
} & Pick<WhoAndWhere, 'coordinator' | 'sergeant' | 'officer'> &
  Pick<Makers, 'entry' | 'action'>) {
  const toldThenHeld = (list: number[]): number => {
    const id = concern('Told before it was held.', 'table', [], null)
    const publication = entry(id)
    store.concerns.recordDepth(id, { depth: 'named', ground: GROUNDS[0], list }, by)
    return publication
  }
  const seats = { sergeant: held.id, handedOn: seatAt('Community engagement officer'), waiting }
  const actions = {
    table: action('Bring the figures.', 'police', 'table', []),
    family: found(store, 'family cases'),
    clubs: found(store, 'youth clubs with which'),
    police: action('Held by the police.', 'police', 'named', [coordinator, sergeant]),
    council: action('Held by the council.', 'council', 'named', [officer]),
    missing: 99_999,
  }
  const wanted = { by: '2022-06', leadId: null, reason: 'The hall is shut.' }
  const from = { organisationId: held.organisationId, seatId: held.id }
  for (const id of [actions.table, actions.police])
    store.actions.recordWish(id, wanted, from, { personId: sergeant, at: by.at })
  const entries = {
    table: entry(concerns.table),
    police: toldThenHeld([coordinator, sergeant]),
    council: toldThenHeld([officer]),
    missing: 99_999,
  }
  const aloud = { language: 'en', seconds: 6, reads: 'Said\nDone', bytes: Buffer.from('sound') }
  store.recordings.record({ ...aloud, concernId: concerns.table }, by)
  return { seats, actions, entries }
}
