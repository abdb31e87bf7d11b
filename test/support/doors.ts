import { agree } from '../../src/domain/actions/action.ts'
import { writeEvent } from '../../src/domain/evidence/event.ts'
import { raise } from '../../src/domain/concerns/concern.ts'
import { handOut, writeLeaflet } from '../../src/domain/evidence/leaflet.ts'
import {
  addPoint,
  beginPhase,
  handOver,
  writeProgramme,
  type PointKind,
} from '../../src/domain/evidence/programme.ts'
import { GROUNDS, type Depth } from '../../src/domain/depth.ts'
import { must } from '../../src/sample/must.ts'
import type { Store } from '../../src/store/store.ts'
import { openHouse, PEOPLE, type House, type Route, type Visitor } from './house.ts'
import { recordFile } from './sample-file.ts'

/**
 * Who comes to a door. The first four are inside; `halfway` is a coordinator who has not given the
 * second factor.
 */
export const EVERYONE = ['observer', 'sergeant', 'officer', 'approver', 'coordinator'] as const
export const CALLERS = ['stranger', 'left', 'halfway', ...EVERYONE] as const
export type Inside = (typeof EVERYONE)[number]
export type Caller = (typeof CALLERS)[number]

/**
 * A record as a route may be asked for: who may know of it, who may report on it, and who may
 * answer for its lead.
 */
export interface State {
  name: string
  path: string
  sees: readonly Inside[]
  reports: readonly Inside[]
  answers: readonly Inside[]
}

const NOBODY: readonly Inside[] = []
const all = { sees: EVERYONE, reports: EVERYONE, answers: EVERYONE }
const missing = { sees: NOBODY, reports: NOBODY, answers: NOBODY }

export interface Walk {
  house: House
  callers: Record<Caller, Visitor>
  ids: Ids
}
type Ids = ReturnType<typeof prepare> & ReturnType<typeof lookupsIn>

/** The sample partnership with a record in every state, and everyone at the door. */
export const openDoors = async (
  t: { teardown: (fn: () => unknown) => unknown },
  refusedHtml?: Set<string>,
): Promise<Walk> => {
  const { file, ids } = (prepared ??= prepareOnce())
  const house = await openHouse({ t, ...(refusedHtml && { refusedHtml }), record: file })
  const left = house.signIn(LEFT)
  house.store.people.end(house.person(LEFT).id, {
    personId: house.person(PEOPLE.coordinator).id,
    at: house.clock.at(),
  })
  const inside = Object.fromEntries(
    EVERYONE.map((name) => [name, house.signIn(PEOPLE[name])]),
  ) as Record<Inside, Visitor>
  return {
    house,
    ids: { ...ids, ...lookupsIn(house.store) },
    callers: {
      stranger: house.stranger(),
      left,
      halfway: house.signIn(PEOPLE.coordinator, { secondFactor: false }),
      ...inside,
    },
  }
}

const LEFT = 'left@met.example'

let prepared: ReturnType<typeof prepareOnce> | undefined
/** The record is prepared once, and copied for each house. */
const prepareOnce = (): { file: string; ids: ReturnType<typeof prepare> } => {
  let ids: ReturnType<typeof prepare> | undefined
  const file = recordFile((store) => {
    ids = prepare(store)
  }, 'sample')
  return { file, ids: ids! }
}

/** What hangs on a record, as it stands now. */
const lookupsIn = (store: Store) => {
  const programmeOf = (id: number) =>
    store.programmes.listUnfiltered().find((each) => each.id === id)
  return {
    inLeaflet: (id: number, what: 'handings' | 'files'): number =>
      store.leaflets.listUnfiltered().find((each) => each.id === id)?.[what][0]?.id ?? 99_999,
    phaseOf: (id: number) => programmeOf(id)?.phases[0],
    pointOf: (id: number, kind: PointKind) =>
      programmeOf(id)?.points.find((point) => point.kind === kind),
    partOf: (id: number, what: 'findings' | 'options'): number =>
      store.events.listUnfiltered([id])[0]?.[what].at(-1)?.id ?? 99_999,
    updateOf: (id: number): number =>
      store.actions.listUnfiltered([id])[0]?.updates.at(-1)?.id ?? 99_999,
  }
}

/**
 * Adds what the sample does not have: matters held from the coordinator, an entry of one, a text
 * kept, someone who left.
 */
const prepare = (store: Store) => {
  const person = (email: string): number => store.people.findByEmail(email)!.id
  const [coordinator, sergeant, officer] = [
    person(PEOPLE.coordinator),
    person(PEOPLE.sergeant),
    person(PEOPLE.officer),
  ]
  const organisation = (code: string): number =>
    store.organisations.list().find((each) => each.code === code)!.id
  const by = { personId: coordinator, at: '2022-01-27T10:31:00.000Z' }
  const tables = store.roundTables.list()
  const open = tables.find((table) => table.openedAt && !table.finishedAt)!
  const planned = tables.find((table) => !table.openedAt)!
  const agreed = tables.find((table) => table.agreedAt)!

  const action = (
    text: string,
    lead: string,
    depth: Depth,
    list: number[],
    kind: 'one-off' | 'question' = 'one-off',
  ): number =>
    store.actions.record(
      must(
        agree(
          { text, kind, leadId: organisation(lead), seatId: null, helperIds: [], by: null },
          () => true,
        ),
      ),
      {
        roundTableId: null,
        concernIds: [],
        depth,
        ground: depth === 'named' ? GROUNDS[0] : null,
        list,
      },
      by,
    )
  const concern = (
    text: string,
    depth: Depth,
    list: number[],
    roundTableId: number | null,
  ): number =>
    store.concerns.record(
      must(
        raise(
          {
            text,
            raisedOn: '2022-01-27',
            originKind: 'other',
            originNote: null,
            themeId: null,
            areaId: null,
            depth,
            ground: depth === 'named' ? GROUNDS[0] : null,
            list,
          },
          '2022-01-27',
        ),
      ),
      { roundTableId, splitFromId: null },
      by,
    )
  const entry = (concernId: number): number =>
    store.publications.record(
      { kind: 'entry', concernId, roundTableId: null, year: null },
      store.sources.firstEntry(concernId),
      [],
      by,
    )
  const found = (text: string): number =>
    store.actions.listUnfiltered().find((each) => each.terms.at(-1)!.text.includes(text))!.id

  const concerns = {
    table: concern('Said by everyone.', 'table', [], open.id),
    police: concern('Known to two.', 'named', [coordinator, sergeant], open.id),
    council: concern('Known to one.', 'named', [officer], open.id),
    missing: 99_999,
  }
  const toldThenHeld = (list: number[]): number => {
    const id = concern('Told before it was held.', 'table', [], null)
    const publication = entry(id)
    store.concerns.recordDepth(id, { depth: 'named', ground: GROUNDS[0], list }, by)
    return publication
  }
  store.people.record(
    {
      name: 'Someone who left',
      email: LEFT,
      role: 'member',
      approves: false,
      organisationId: organisation('police'),
    },
    by,
  )
  const note = store.notes.record(
    {
      roundTableId: open.id,
      concernId: null,
      kind: 'note',
      text: 'Said at the table.',
      unread: null,
    },
    by,
  )
  const agreedHere = store.actions
    .listUnfiltered()
    .find((each) => each.roundTableId === open.id)!.id
  const leave = (text: string): number => {
    store.inbox.leaveMessage(
      { language: 'so', text, area: null, name: '', reach: '' },
      by.at,
      '2022-01-27',
    )
    return store.messages.listUnfiltered().at(-1)!.id
  }
  const messages = {
    read: leave('The lift is broken again.'),
    police: leave('Someone is hurt.'),
    both: leave('Someone is afraid.'),
  }
  store.messages.recordAtRisk(messages.police, [sergeant], by)
  store.messages.recordAtRisk(messages.both, [coordinator, sergeant], by)
  const held = store.organisations
    .seats()
    .find((seat) =>
      seat.holders.some((holding) => holding.personId === sergeant && holding.untilOn === null),
    )!
  const mine = store.actions
    .listUnfiltered()
    .find(
      (each) =>
        each.depth !== 'named' &&
        each.closings.length === 0 &&
        each.terms.at(-1)!.seatId === held.id,
    )!
  store.notices.record(
    [{ personId: sergeant, actionId: mine.id, seatId: held.id, why: 'asked', cause: 'doors' }],
    '2022-01-27',
    by,
  )
  const letter = store.notices.recordLetter(
    sergeant,
    store.notices.waiting().filter((each) => each.cause === 'doors'),
    '2022-02-27T10:31:00.000Z',
    by,
  )
  const report = store.reportLinks.make(
    { letterId: letter, actionId: mine.id, seatId: held.id, personId: sergeant },
    by.at,
  )
  // A seat handed on to the sergeant, one that waits for an invitation, and what the sergeant
  // keeps.
  const leaver = store.people.record(
    {
      name: 'Someone who hands on',
      email: 'leaver@met.example',
      role: 'member',
      approves: false,
      organisationId: organisation('police'),
    },
    by,
  )
  const seatAt = (title: string): number =>
    store.organisations.seats().find((each) => each.title === title)!.id
  const baton = (seatId: number, toId: number | null): void => {
    store.organisations.recordHolding(seatId, leaver, '2022-01-01', by)
    const holdingId = store.organisations.findSeat(seatId)!.holders.at(-1)!.id
    store.batons.record(
      seatId,
      {
        toId,
        name: 'Someone new',
        email: 'new@met.example',
        note: 'Ask at the desk.',
        keeps: [],
        holdingId,
      },
      { personId: leaver, at: by.at },
    )
  }
  const waiting = store.organisations.recordSeat(organisation('police'), 'Schools officer', by)
  baton(seatAt('Community engagement officer'), sergeant)
  baton(waiting, null)
  store.invitations.record(leaver, null, by)
  // Its letter is gone, or it would make a link of its own.
  for (const each of store.letters.due(by.at))
    if (each.kind === 'invitation') store.letters.posted(each.id, by.at, true)
  const invitation = store.invitations.makeLink(1)
  const sergeants = { personId: sergeant, at: by.at }
  store.signIn.startSession(sergeant, true, by.at)
  // Two, since whoever needs a second factor keeps one.
  for (const credentialId of ['doors', 'windows'])
    store.passkeys.record(
      { credentialId, publicKey: 'doors', counter: 0, name: 'A phone' },
      sergeants,
    )
  store.workAccounts.record({ tenant: 'doors', object: 'doors' }, sergeants)
  const own = {
    session: store.signIn.liveSessions(sergeant, by.at)[0]!.id,
    passkey: store.passkeys.list(sergeant)[0]!.id,
    account: store.workAccounts.list(sergeant)[0]!.id,
    calendar: store.calendars.make(sergeants),
  }
  const event = (name: string, depth: Depth, list: number[]): number =>
    store.events.record(
      must(
        writeEvent(
          {
            kind: 'survey',
            name,
            heldOn: '2022-01',
            startsAt: null,
            place: null,
            areaId: null,
            headCount: null,
            topics: null,
            tookAway: null,
            organisations: [{ organisationId: organisation('police'), brought: '' }],
          },
          '2022-01-27',
        ),
      ),
      { depth, ground: depth === 'named' ? GROUNDS[0] : null, list, seriesId: null },
      by,
    )
  const events = {
    table: event('A survey.', 'table', []),
    police: event('A survey known to two.', 'named', [coordinator, sergeant]),
    council: event('A survey known to one.', 'named', [officer]),
  }
  for (const id of Object.values(events)) {
    store.events.recordFinding(id, 'What was found.', by)
    store.events.recordOption(id, 'A topic.', by)
  }
  const leaflet = (title: string, actionId: number | null): number => {
    const id = store.leaflets.record(
      must(
        writeLeaflet(
          {
            title,
            organisationId: null,
            version: '',
            languages: ['en'],
            answers: 'What is it?',
            actionId,
            place: 'The library',
            replacesId: null,
          },
          [],
        ),
      ),
      by,
    )
    store.leaflets.recordHanding(
      id,
      must(
        handOut(
          { organisationId: organisation('police'), toWhom: 'mothers', on: null, copies: 20 },
          '2022-01-27',
        ),
      ),
      by,
    )
    store.leaflets.recordFile(
      id,
      { language: 'en', bytes: Buffer.from(`%PDF-1.4 ${title}`), text: title },
      by,
    )
    return id
  }
  const leaflets = {
    table: leaflet('A leaflet.', null),
    police: leaflet(
      'A leaflet known to two.',
      action('What of the family?', 'police', 'named', [coordinator, sergeant], 'question'),
    ),
    council: leaflet(
      'A leaflet known to one.',
      action('What of the club?', 'council', 'named', [officer], 'question'),
    ),
  }
  const programme = (name: string, depth: Depth, list: number[]): number => {
    const id = store.programmes.record(
      must(
        writeProgramme({
          name,
          aim: 'To learn.',
          startsOn: null,
          length: '',
          agreement: '',
          support: '',
          partnerIds: [],
        }),
      ),
      { depth, ground: depth === 'named' ? GROUNDS[0] : null, list },
      by,
    )
    const now = () => store.programmes.listUnfiltered().find((each) => each.id === id)!
    store.programmes.recordPhase(
      id,
      must(beginPhase(now(), { name: 'First phase', startsOn: null, pairings: 11 })),
      by,
    )
    store.programmes.recordHandover(
      id,
      now().phases[0]!.id,
      must(
        handOver({
          organisationId: organisation('police'),
          fromRole: 'a sergeant',
          toRole: 'an inspector',
        }),
      ),
      by,
    )
    for (const kind of ['outcome', 'opportunity'] as const)
      store.programmes.recordPoint(
        id,
        must(addPoint(now(), { kind, theme: '', text: `An ${kind} of it.` })),
        by,
      )
    store.programmes.recordStep(id, now().points.at(-1)!.id, { words: 'It is done so now.' }, by)
    return id
  }
  const programmes = {
    table: programme('A programme.', 'table', []),
    police: programme('A programme known to two.', 'named', [coordinator, sergeant]),
    council: programme('A programme known to one.', 'named', [officer]),
  }
  const { pointOf } = lookupsIn(store)
  // What was told of an event, a leaflet, a programme or one of its opportunities before it was
  // held; and what was public once and is gone.
  const told = (subject: {
    kind: 'event' | 'leaflet' | 'programme'
    eventId?: number
    leafletId?: number
    programmeId?: number
  }): number => {
    const first = store.sources.evidence.first({
      eventId: null,
      leafletId: null,
      programmeId: null,
      ...subject,
    })!
    return store.publications.record(subject, first.words, first.coversIds, by)
  }
  const evidenceHeld = (who: string, list: number[]): Record<string, number> => {
    const held = { depth: 'named' as const, ground: GROUNDS[0], list }
    const [eventId, programmeId, carriedId] = [
      event(`An event told before it was held, known to ${who}.`, 'table', []),
      programme(`A programme told before it was held, known to ${who}.`, 'table', []),
      programme(`A programme told before a part of it was held, known to ${who}.`, 'public', []),
    ]
    const questionId = action(
      `What was told before it was held, known to ${who}?`,
      'police',
      'table',
      [],
      'question',
    )
    const leafletId = leaflet(`A leaflet told before it was held, known to ${who}.`, questionId)
    const publications = {
      'an event': told({ kind: 'event', eventId }),
      'a leaflet': told({ kind: 'leaflet', leafletId }),
      'a programme': told({ kind: 'programme', programmeId }),
      'a programme with an opportunity': told({ kind: 'programme', programmeId: carriedId }),
    }
    store.events.recordDepth(eventId, held, by)
    store.programmes.recordDepth(programmeId, held, by)
    store.actions.recordDepth(questionId, held, by)
    store.programmes.recordStep(
      carriedId,
      pointOf(carriedId, 'opportunity')!.id,
      { concernId: concern(`What an opportunity became, known to ${who}.`, 'named', list, null) },
      by,
    )
    return publications
  }
  const evidence = {
    police: evidenceHeld('two', [coordinator, sergeant]),
    council: evidenceHeld('one', [officer]),
  }
  const gone = Object.fromEntries(
    (
      [
        ['event', { eventId: events.table }],
        ['leaflet', { leafletId: leaflets.table }],
        ['programme', { programmeId: programmes.table }],
      ] as const
    ).map(([kind, of]) => {
      const publication = store.publications.find(told({ kind, ...of }))!
      const slug = store.publications.recordPublication(publication, publication.drafts[0]!, by)
      store.publications.recordWithdrawal(
        store.publications.find(publication.id)!,
        'It was wrong.',
        by,
      )
      return [kind, slug]
    }),
  ) as Record<'event' | 'leaflet' | 'programme', string>
  const board = store.published.board()
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
  return {
    topic,
    reader,
    session,
    messages,
    letter,
    report,
    own,
    events,
    quote,
    leaflets,
    programmes,
    evidence,
    gone,
    live: {
      event: board.events[0]!.slug,
      leaflet: board.leaflets[0]!.slug,
      programme: board.programmes[0]!.slug,
    },
    invitation,
    seats: { sergeant: held.id, handedOn: seatAt('Community engagement officer'), waiting },
    note,
    agreedHere,
    open: open.slug,
    planned: planned.slug,
    agreed: agreed.slug,
    actions: {
      table: action('Bring the figures.', 'police', 'table', []),
      family: found('family cases'),
      clubs: found('youth clubs with which'),
      police: action('Held by the police.', 'police', 'named', [coordinator, sergeant]),
      council: action('Held by the council.', 'council', 'named', [officer]),
      missing: 99_999,
    },
    concerns,
    entries: {
      table: entry(concerns.table),
      police: toldThenHeld([coordinator, sergeant]),
      council: toldThenHeld([officer]),
      missing: 99_999,
    },
    kept: store.people.keepForm(sergeant, '/desk/actions/1/updates', { text: 'Kept.' }, by.at),
    organisation: organisation('school'),
    seat: store.organisations.seats().find((each) => each.holders.length > 0)!.id,
    holding: store.organisations
      .seats()
      .flatMap((each) => each.holders)
      .find((each) => each.untilOn === null)!.id,
    person: person(PEOPLE.observer),
    label: store.labels.list('theme')[0]!.id,
    word: store.labels.guarded()[0]!.id,
  }
}

/** Every state that a route can be asked for in. */
export const statesOf = ({ method, url: whole }: Route, ids: Ids): State[] => {
  // A public page in another language is asked for in Arabic.
  const plain = whole.replace(/^\/:language\([^)]*\)\$\)/, '/ar')
  const url = plain.replace(/^\/ar(?=\/|$)/, '') || '/'
  const at = (
    name: string,
    who: Partial<Omit<State, 'name' | 'path'>>,
    ...pieces: (string | number)[]
  ): State => {
    let i = 0
    return { name, path: plain.replace(/:\w+/g, () => String(pieces[i++])), ...all, ...who }
  }
  const POLICE = ['coordinator', 'sergeant'] as const
  const COUNCIL = ['officer'] as const
  if (!/:/.test(url)) return [at('', {})]
  if (/^\/(un)?follow\/:key$/.test(url)) return [at('a key that is not known', {}, 'unknown')]
  if (url.startsWith('/entries/:slug/'))
    return [at('told', {}, '2021-q3-1'), at('not told', missing, 'none')]
  if (url.startsWith('/report/:token'))
    return [
      at('a link of the sergeant', {}, ids.report),
      ...(url.endsWith('/renewal') ? [] : [at('a link that is not known', missing, 'unknown')]),
    ]
  if (url === '/calendar/:file')
    return [
      at('a calendar of the sergeant', {}, `${ids.own.calendar}.ics`),
      at('a calendar that is not known', missing, 'unknown.ics'),
    ]
  if (url.startsWith('/invitation/:token'))
    return [at('an invitation', {}, ids.invitation), at('a spent one', {}, 'spent')]
  if (url.startsWith('/desk/me/')) {
    const id = url.includes('/sessions/')
      ? ids.own.session
      : url.includes('/passkeys/')
        ? ids.own.passkey
        : ids.own.account
    return [
      at('of the sergeant', { sees: ['sergeant'] }, id),
      at('that is not there', missing, 99_999),
    ]
  }
  if (url.startsWith('/desk/quotes/:id'))
    return [at('a quote', {}, ids.quote), at('no such quote', missing, 99_999)]
  if (url.startsWith('/desk/events/:id')) {
    const { table, police, council } = ids.events
    const each = (name: string, id: number, who: Partial<State>) =>
      at(name, who, id, ids.partOf(id, url.includes('/findings/') ? 'findings' : 'options'))
    return [
      each('an event of the police', table, { reports: POLICE }),
      each('a private event', police, { sees: POLICE, reports: POLICE }),
      each('an event held from the coordinator', council, { sees: COUNCIL, reports: NOBODY }),
      each('no such event', 99_999, missing),
    ]
  }
  if (url.startsWith('/desk/leaflets/:id')) {
    const { table, police, council } = ids.leaflets
    const each = (name: string, id: number, who: Partial<State>) =>
      at(name, who, id, ids.inLeaflet(id, url.includes('/files/') ? 'files' : 'handings'))
    return [
      each('a leaflet', table, {}),
      each('a leaflet on a private question', police, { sees: POLICE }),
      each('a leaflet on a question held from the coordinator', council, { sees: COUNCIL }),
      each('no such leaflet', 99_999, missing),
      ...(method === 'GET' && url.includes('/files/')
        ? [at('a file of another leaflet', missing, table, ids.inLeaflet(police, 'files'))]
        : []),
    ]
  }
  if (url.startsWith('/desk/programmes/:id')) {
    const { table, police, council } = ids.programmes
    const each = (name: string, id: number, who: Partial<State>) => {
      const point = ids.pointOf(id, url.endsWith('/sights') ? 'outcome' : 'opportunity')
      return at(
        name,
        who,
        id,
        ...(url.includes('/points/')
          ? [point?.id ?? 99_999, point?.steps[0]?.id ?? 99_999]
          : [ids.phaseOf(id)?.id ?? 99_999, ids.phaseOf(id)?.handovers[0]?.id ?? 99_999]),
      )
    }
    return [
      each('a programme', table, {}),
      each('a private programme', police, { sees: POLICE }),
      each('a programme held from the coordinator', council, { sees: COUNCIL }),
      each('no such programme', 99_999, missing),
    ]
  }
  if (url.startsWith('/desk/seats/:id/baton')) {
    const none = at('no such seat', missing, 99_999)
    if (url.endsWith('/invitation'))
      return [
        at('a seat that waits for an invitation', {}, ids.seats.waiting),
        at('a seat of the sergeant', missing, ids.seats.sergeant),
        none,
      ]
    return [
      at('a seat of the sergeant', { reports: ['sergeant'], answers: NOBODY }, ids.seats.sergeant),
      at(
        'a seat handed on to the sergeant',
        { reports: NOBODY, answers: ['sergeant'] },
        ids.seats.handedOn,
      ),
      none,
    ]
  }
  if (url.startsWith('/desk/letters/:id'))
    return [at('a letter', {}, ids.letter), at('no such letter', missing, 99_999)]
  if (url.startsWith('/desk/messages/:id')) {
    return [
      at('a message', { sees: ['coordinator'] }, ids.messages.read),
      at('a message of someone at risk', { sees: ['sergeant'] }, ids.messages.police),
      at('... known to the coordinator as well', { sees: POLICE }, ids.messages.both),
      at('no such message', missing, 99_999),
    ]
  }
  if (url.startsWith('/desk/actions/:id')) {
    const { table, family, clubs, police, council } = ids.actions
    const each = (name: string, id: number, who: Partial<State>) =>
      at(name, who, id, ids.updateOf(id))
    return [
      each('an action of the police', table, { reports: POLICE, answers: ['sergeant'] }),
      each('the family case', family, { sees: POLICE, reports: ['coordinator'], answers: NOBODY }),
      each('the clubs of concern', clubs, {
        sees: ['coordinator', 'officer'],
        reports: ['coordinator'],
        answers: NOBODY,
      }),
      each('a private action of the police', police, {
        sees: POLICE,
        reports: POLICE,
        answers: ['sergeant'],
      }),
      each('a private action of the council', council, {
        sees: COUNCIL,
        reports: COUNCIL,
        answers: COUNCIL,
      }),
      each('no such action', ids.actions.missing, missing),
    ]
  }
  if (url.startsWith('/desk/concerns/:id')) {
    const { table, police, council } = ids.concerns
    return [
      at('a concern', {}, table),
      at('a private concern', { sees: POLICE }, police),
      at('a concern held from the coordinator', { sees: COUNCIL }, council),
      at('no such concern', missing, ids.concerns.missing),
      at('no number', missing, 'x'),
    ]
  }
  if (url.startsWith('/desk/entries/:id')) {
    const { table, police, council } = ids.entries
    return [
      at('an entry', {}, table),
      at('an entry of a private concern', { sees: POLICE }, police),
      at('an entry of a concern held from the coordinator', { sees: COUNCIL }, council),
      ...Object.entries(ids.evidence.police).map(
        ([name, id]) => at(`what was told of ${name} that is private now`, { sees: POLICE }, id),
        // ... and one of them held from the coordinator: the four go through one gate, which asks of
        // each list.
      ),
      ...Object.entries(ids.evidence.council)
        .slice(-1)
        .map(([name, id]) =>
          at(
            `what was told of ${name} that is held from the coordinator now`,
            { sees: COUNCIL },
            id,
          ),
        ),
      at('no such entry', missing, ids.entries.missing),
    ]
  }
  if (url.startsWith('/desk/round-tables/:slug')) {
    const tables = [
      ['planned', ids.planned],
      ['open', ids.open],
      ['agreed', ids.agreed],
    ] as const
    const none = at('no such round table', missing, 'none', 1)
    const within = (names: Record<string, number>, seen: string[]): State[] =>
      tables.flatMap(([state, slug]) =>
        Object.entries(names).map(([name, id]) =>
          at(
            `${name} at the ${state} round table`,
            state === 'open' && !seen.includes(name) ? missing : {},
            slug,
            id,
          ),
        ),
      )
    // A named action is never reported on from the page that others can see on the wall.
    if (url.includes('/topics/:id'))
      return [
        at('a topic that the coordinator put down', {}, ids.planned, ids.topic),
        at('no such topic', missing, ids.planned, 99_999),
        none,
      ]
    if (url.includes('/readers/:id'))
      return [
        at('a reader of the minutes', {}, ids.agreed, ids.reader),
        at('a reader of other minutes', missing, ids.open, ids.reader),
        none,
      ]
    if (url.includes('/notes/:id'))
      return [
        at('a note of the open round table', {}, ids.open, ids.note),
        at('a note at the planned round table', {}, ids.planned, ids.note),
        at('no such note', missing, ids.open, 99_999),
        none,
      ]
    if (url.endsWith('/actions/:id/taking-out'))
      return [
        at('an action of the open round table', {}, ids.open, ids.agreedHere),
        at('an action agreed before', missing, ids.open, ids.actions.table),
        at('an action at the planned round table', {}, ids.planned, ids.agreedHere),
        none,
      ]
    if (url.includes('/actions/:id')) return [...within(ids.actions, ['table']), none]
    if (url.includes('/concerns/:id')) return [...within(ids.concerns, ['table', 'police']), none]
    return [
      ...tables.map(([state, slug]) =>
        at(
          `the ${state} round table`,
          method === 'GET' &&
            ((state === 'planned' && /\/minutes(\.docx)?$/.test(url)) ||
              (state !== 'open' && /\/(finishing|news)$/.test(url)) ||
              (state === 'agreed' && url.endsWith('/agenda')))
            ? missing
            : {},
          slug,
        ),
      ),
      none,
    ]
  }
  if (url.startsWith('/desk/sessions/:id'))
    return [at('a session', {}, ids.session), at('no such session', missing, 99_999)]
  if (url.startsWith('/desk/kept/:id'))
    return [
      at('what the sergeant typed', { sees: ['sergeant'] }, ids.kept),
      at('nothing kept', missing, 99_999),
    ]
  const kept: [string, number][] = [
    ['organisations', ids.organisation],
    ['seats', ids.seat],
    ['holdings', ids.holding],
    ['people', ids.person],
    ['labels', ids.label],
    ['guarded-words', ids.word],
  ]
  const id = kept.find(([noun]) => url.includes(`/${noun}/:id`))?.[1]
  if (id !== undefined) return [at('', {}, id), at('one that is not there', missing, 99_999)]
  const kind = (['event', 'leaflet', 'programme'] as const).find((each) =>
    url.startsWith(`/${each}s/:slug`),
  )
  if (kind && url.endsWith('/:file'))
    return [
      at('a file', {}, ids.live[kind], 'en.pdf'),
      at('a file that was withdrawn', {}, ids.gone[kind], 'en.pdf'),
      at('no file in this language', missing, ids.live[kind], 'fr.pdf'),
      at('a file of something not told', missing, 'none', 'en.pdf'),
    ]
  if (kind)
    return [
      at('told', {}, ids.live[kind]),
      at('withdrawn', {}, ids.gone[kind]),
      at('not told', missing, 'none'),
    ]
  if (url === '/entries/:slug' || url === '/round-tables/:slug')
    return [
      at('told', {}, '2021-q3' + (url.startsWith('/entries') ? '-1' : '')),
      at('not told', missing, 'none'),
    ]
  if (url === '/set-up/:token') return [at('a spent link', {}, 'spent')]
  throw new Error(`test/support/doors.ts has no state for ${method} ${url}: add one`)
}
