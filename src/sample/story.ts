import { beginScheme, printGuidance, tellEvidence } from './evidence.ts'
import type { Sample } from './partnership.ts'
import type { Verbs } from './verbs.ts'

const SAMPLE_OWNER = 'Sample: the second round table agreed an owner and a date'

/**
 * What the public pages of the two round tables say: told as draft minutes, and again when they are
 * agreed.
 */
const JULY = {
  priorities: [
    'Youth crime, and what it does to families',
    'Stop and search of young people',
    'Women’s safety on the streets',
    'People who are hesitant to go to the police',
  ],
  agreed: [
    'Work with parents to keep young people from gangs. Owner not agreed yet. No date agreed yet.',
    'Community events with parents, the police and the council. Owner not agreed yet. No date agreed yet.',
    'Pop-up stalls with the police, Mosaic advocates and the council. Owner not agreed yet. No date agreed yet.',
    'Football and other youth activities to start again. Owner not agreed yet. No date agreed yet.',
    'Keep meeting mothers every month. No end date.',
  ],
}
const OCTOBER = {
  priorities: ['Stop and search of young people', 'People who are hesitant to go to the police'],
  agreed: [
    'Mosaic: police workshops every month, on topics that residents choose.',
    'The council: say whether police hubs can come back, by January 2022.',
    'The police: bring the stop and search figures, by January 2022. Not yet accepted by the police, who were not there.',
  ],
}

/**
 * The story of the two sources: what was said, agreed, done and told from March 2021 to January
 * 2022. What they do not give (owners, dates, links between concerns and activities) is left open
 * in July and is a sample from October on.
 */
export const tellTheStory = (sample: Sample, verbs: Verbs): void => {
  const july = firstRoundTable(sample, verbs)
  const autumn = secondRoundTable(sample, verbs, july)
  winter(sample, verbs, july, autumn)
  thirdRoundTable(sample, verbs, july)
}

const firstRoundTable = (
  { themes, areas, seats, organisations, people }: Sample,
  { on, hold, plan, open, attend, finish, raise, agree, tell }: Verbs,
) => {
  on('2021-03-31T09:00:00.000Z')
  tell.partnership({
    name: 'Mosaic Community Trust',
    lede: 'Residents’ concerns go to a round table of Mosaic, the police and the council every three months. Here is what was said, what was done, and what was not.',
    organisations:
      'Mosaic Community Trust, the Metropolitan Police Service and Westminster City Council.',
    communities: 'We speak with and for Black, Asian and minority ethnic residents of Westminster.',
    phone: '020 7946 0000',
    email: 'table@mosaic.example',
    address:
      'Talk to any Mosaic advocate on Church Street, or come to the monthly police workshop.',
    hours: 'Weekdays, 10am to 4pm (sample).',
    about:
      'Mosaic is a charity. It brings residents, the police and the council to one table. Each says what it will do, and what it did.',
    complain:
      'You can complain about the police to the Independent Office for Police Conduct. You can complain about the council on its own website, and then to the Ombudsman.',
  })
  const gap = raise(
    'There is a gap between residents and the police about equality, fairness and our rights.',
    {
      origin: 'survey',
      note: 'Community survey on police and policing, March 2021',
      raisedOn: '2021-03',
      theme: themes.trust,
      area: areas.all,
    },
  )
  const survey = hold(
    {
      kind: 'survey',
      name: 'Community survey on police and policing',
      heldOn: '2021-03',
      areaId: areas.all,
      organisations: [{ organisationId: organisations.mosaic, brought: 'Ran it' }],
    },
    {
      depth: 'public',
      findings: [
        ['Residents feel a gap between themselves and the police about what is fair.', gap],
      ],
    },
  )
  const slug = plan('2021-07', null)
  on('2021-07-15T10:00:00.000Z')
  open(slug)
  attend(
    slug,
    {
      [seats.coordinator]: 'present',
      [seats.advocate]: 'present',
      [seats.sergeant]: 'present',
      [seats.youth]: 'present',
    },
    [
      [organisations.police, 'Senior officer'],
      [organisations.council, 'Councillor'],
    ],
  )
  const concerns = {
    gap,
    crime: raise('Youth crime is rising, and it hurts young people and their families.', {
      theme: themes.young,
      area: areas.all,
      priority: true,
    }),
    stops: raise('BAME young people are being targeted for stop and search.', {
      theme: themes.stops,
      area: areas.all,
      priority: true,
    }),
    asb: raise('There is anti-social behaviour in the communal areas where we live.', {
      theme: themes.home,
      area: areas.church,
    }),
    women: raise(
      'Women do not feel safe on the streets, and their trust in male officers has fallen.',
      { theme: themes.women, area: areas.all, priority: true },
    ),
    knife: raise('Families are worried about knife crime.', {
      theme: themes.young,
      area: areas.all,
    }),
    safer: raise('We want safer neighbourhoods.', { theme: themes.home, area: areas.all }),
    hesitant: raise('People are hesitant to go to the police with questions and concerns.', {
      theme: themes.trust,
      area: areas.church,
      priority: true,
    }),
  }
  const actions = {
    abuse: agree('How can we recognise an abuse of powers by an officer?', {
      kind: 'question',
      lead: organisations.police,
      concerns: [concerns.women],
    }),
    safe: agree('How can we stay safe when a plain-clothes officer stops us?', {
      kind: 'question',
      lead: organisations.police,
      concerns: [concerns.women],
    }),
    parents: agree(
      'Engage with parents to empower and upskill them to divert youths from gangs and crime, with the Early Years Intervention Programme.',
      { concerns: [concerns.crime] },
    ),
    events: agree(
      'Community events to bring together parents, WCC and MPS with children and young people, to improve trust and confidence.',
      { concerns: [concerns.safer] },
    ),
    family: agree('Any specific family cases to be supported by the partnership.', {
      depth: 'named',
      ground: 'A family could be identified.',
      list: [people.coordinator, people.sergeant],
    }),
    schools: agree('Ensure better engagement between schools and the partnership.'),
    trusted: agree('Circulate the youth clubs in which we have trust.'),
    clubs: agree('Raise the issue of the youth clubs with which we have concerns.', {
      depth: 'named',
      ground: 'A place or a group could be harmed.',
      list: [people.coordinator, people.officer],
    }),
    representatives: agree('Bring Westminster schools’ representatives into these meetings.'),
    mothers: agree('Continue ongoing monthly engagement with mothers.', {
      kind: 'standing',
      concerns: [concerns.gap],
    }),
    football: agree(
      'Youth activities (football and more) to start again with communities and MPS.',
      { concerns: [concerns.crime] },
    ),
    stalls: agree('Pop-up stalls with MPS, advocates and WCC.', { concerns: [concerns.hesitant] }),
  }
  finish(slug)
  on('2021-08-02T09:00:00.000Z')
  const heard =
    'We heard this at the round table. Nobody has started yet. We will say here what happens.'
  const raised: [string, string][] = [['2021-07', 'Raised at the round table.']]
  tell.entry(concerns.hesitant, {
    said: 'People are hesitant to go to the police with questions and worries.',
    did: heard,
    trail: raised,
  })
  tell.entry(concerns.crime, {
    said: 'Youth crime is rising. It hurts young people and their families.',
    did: heard,
    trail: raised,
  })
  tell.entry(concerns.stops, {
    said: 'Black, Asian and minority ethnic young people are being targeted for stop and search.',
    did: 'This is a priority. There is no answer yet. We will ask the police again at the next round table.',
    trail: [...raised, ['2021-07', 'The round table agreed that this comes first.']],
  })
  tell.entry(concerns.asb, {
    said: 'There is anti-social behaviour in the shared areas where we live.',
    did: 'We heard this. Nothing is agreed yet. It goes to the next round table.',
    trail: raised,
  })
  tell.entry(concerns.women, {
    said: 'Women do not feel safe on the streets. They find it hard to trust male officers.',
    did: heard,
    trail: [...raised, ['2021-07', 'Two questions were put to the police.']],
  })
  tell.table(slug, JULY)
  return { slug, concerns, actions, survey }
}

type July = ReturnType<typeof firstRoundTable>

const secondRoundTable = (
  sample: Sample,
  verbs: Verbs,
  { slug: last, concerns, actions }: July,
) => {
  const { themes, areas, seats, organisations } = sample
  const {
    on,
    plan,
    open,
    attend,
    finish,
    agreeMinutes,
    raise,
    seize,
    bring,
    agree,
    settle,
    report,
    prioritise,
    decide,
    tell,
  } = verbs
  on('2021-10-04T09:00:00.000Z')
  const slug = plan('2021-10-28', '10.30')
  const from =
    'Told at the handover of the mentoring scheme of September 2020: 11 pairings, six months, three group sessions'
  const scheme = beginScheme(sample, verbs)
  const learn = (text: string, theme: number): number => {
    const concern = raise(text, {
      origin: 'programme',
      note: from,
      raisedOn: '2021-10',
      theme,
      area: areas.all,
    })
    seize(scheme, text, concern)
    return concern
  }
  const opportunities = {
    tables: learn('Ensure police are represented at round tables.', themes.trust),
    hubs: learn(
      'Bring back police hubs, so there is access to police in the community.',
      themes.trust,
    ),
    film: learn(
      'Help change the narrative about police with a film that shows them in a different light.',
      themes.trust,
    ),
    culture: learn(
      'Change culture within police: it is ok to not be ok, and ok to speak to someone.',
      themes.trust,
    ),
    recruit: learn(
      'Use this learning in recruitment, training needs and advisory groups.',
      themes.trust,
    ),
    council: learn(
      'Youth engagement and youth council: how can the voice of the police create safety and not fear?',
      themes.young,
    ),
    project: learn('A youth project in schools run jointly between WCC and MPS.', themes.schools),
    upwards: learn('Share learning with more senior officers and political members.', themes.trust),
  }
  on('2021-10-28T09:30:00.000Z')
  open(slug)
  attend(slug, {
    [seats.coordinator]: 'present',
    [seats.manager]: 'present',
    [seats.youth]: 'present',
    [seats.sergeant]: 'apologies',
  })
  agreeMinutes(last)
  settle(
    actions.parents,
    {
      lead: organisations.mosaic,
      seat: seats.advocate,
      helpers: [organisations.council],
      by: '2022-03',
    },
    SAMPLE_OWNER,
  )
  settle(
    actions.trusted,
    { lead: organisations.council, seat: seats.youth, by: '2022-01-10' },
    SAMPLE_OWNER,
  )
  settle(
    actions.representatives,
    { lead: organisations.council, seat: seats.schools, by: '2022-01-27' },
    SAMPLE_OWNER,
  )
  settle(
    actions.stalls,
    {
      lead: organisations.mosaic,
      seat: seats.advocate,
      helpers: [organisations.police, organisations.council],
      by: '2021-12',
    },
    SAMPLE_OWNER,
  )
  settle(actions.mothers, { lead: organisations.mosaic, seat: seats.advocate }, SAMPLE_OWNER)
  settle(
    actions.events,
    {
      lead: organisations.police,
      seat: seats.sergeant,
      helpers: [organisations.mosaic, organisations.council],
      by: '2022-01-14',
    },
    SAMPLE_OWNER,
  )
  settle(
    actions.football,
    {
      lead: organisations.police,
      seat: seats.sergeant,
      helpers: [organisations.mosaic],
      by: '2021-12',
    },
    SAMPLE_OWNER,
  )
  report(actions.parents, 'under-way', 'Meetings with parents have begun.')
  prioritise(concerns.stops, true)
  prioritise(concerns.hesitant, true)
  decide('Sample: the minutes go to everyone who came or sent apologies.')
  for (const concern of [
    concerns.knife,
    concerns.stops,
    opportunities.tables,
    opportunities.hubs,
    opportunities.project,
  ])
    bring(concern)
  const workshops = agree('Monthly police workshops, on topics that residents choose.', {
    kind: 'standing',
    lead: organisations.mosaic,
    seat: seats.advocate,
    helpers: [organisations.police],
    concerns: [concerns.knife],
  })
  const atTables = agree('Police, council and Mosaic come to every round table.', {
    kind: 'standing',
    lead: organisations.mosaic,
    seat: seats.coordinator,
    helpers: [organisations.police, organisations.council],
    concerns: [opportunities.tables],
  })
  const figures = agree('What do the stop and search figures for our area show?', {
    kind: 'question',
    lead: organisations.police,
    by: '2022-01',
    concerns: [concerns.stops],
  })
  const hubs = agree('Answer whether police hubs can come back.', {
    kind: 'question',
    lead: organisations.council,
    seat: seats.youth,
    by: '2022-01',
    concerns: [opportunities.hubs],
  })
  const project = agree('Plan a youth project in schools together.', {
    lead: organisations.council,
    seat: seats.schools,
    helpers: [organisations.police],
    concerns: [opportunities.project],
  })
  finish(slug)
  tell.table(last, JULY)
  tell.table(slug, OCTOBER)
  return { slug, scheme, opportunities, actions: { workshops, atTables, figures, hubs, project } }
}

type Autumn = ReturnType<typeof secondRoundTable>

const winter = (
  sample: Sample,
  verbs: Verbs,
  { concerns, actions, survey }: July,
  autumn: Autumn,
): void => {
  const { people, organisations, areas } = sample
  const { on, hold, report, accept, close, tell } = verbs
  on('2021-11-05T12:00:00.000Z')
  accept(actions.football, people.sergeant, 'Yes, we will find a pitch.')
  accept(actions.events, people.sergeant, '')
  report(actions.events, 'under-way', 'A hall is being looked for.', { person: people.sergeant })
  report(
    actions.safe,
    'done',
    'The guidance “What to do if approached by a non-uniformed Police officer” answers this. Mosaic advocates handed it to local mothers.',
    { on: '2021-11' },
  )
  report(
    actions.abuse,
    'done',
    'The same guidance says how to check who an officer is, and what to do. Advocates helped mothers to understand it.',
    { on: '2021-11' },
  )
  tell.entry(concerns.women, {
    said: 'Women asked how to tell if an officer is abusing their powers, and how to stay safe.',
    did: 'The police wrote guidance on plain-clothes officers. Mosaic advocates took it to local mothers and helped them to understand it.',
    on: '2021-11',
    worked: ['early', 'It is too early to say if women feel safer.'],
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-07', 'Two questions were put to the police.'],
      ['2021-11', 'The guidance was handed out.'],
    ],
    actions: {
      [actions.abuse]: 'How to recognise an abuse of powers',
      [actions.safe]: 'How to stay safe',
    },
  })
  on('2021-11-22T12:00:00.000Z')
  report(
    actions.stalls,
    'done',
    'The stall was held with the ward officers of Church Street. 38 residents came: 14 male, 24 female. With Mosaic there they were less hesitant.',
    { on: '2021-11' },
  )
  const stall = hold(
    {
      kind: 'stall',
      name: 'Pop-up stall on Church Street',
      heldOn: '2021-11',
      place: 'Church Street',
      areaId: areas.church,
      headCount: 38,
      tookAway: 'People were less hesitant to ask the police, with Mosaic there.',
      organisations: [
        { organisationId: organisations.mosaic, brought: 'Advocates' },
        { organisationId: organisations.police, brought: 'The ward officers of Church Street' },
      ],
    },
    { actions: [actions.stalls], counted: { male: 14, female: 24 } },
  )
  const workshop = hold(
    {
      kind: 'workshop',
      name: 'Monthly police workshop',
      heldOn: '2021-11',
      place: 'Church Street (sample)',
      areaId: areas.church,
      topics:
        'Rights under Section 60, reporting a crime, protecting children from gangs, staying safe on the streets.',
      tookAway: 'Residents say they feel more at ease when they talk to the police.',
      organisations: [
        { organisationId: organisations.mosaic, brought: '' },
        { organisationId: organisations.police, brought: 'Local officers' },
      ],
    },
    { actions: [autumn.actions.workshops] },
  )
  report(
    autumn.actions.workshops,
    'done',
    'Covered so far: rights under Section 60, reporting a crime, protecting children from gangs, staying safe on the streets.',
    { on: '2021-11' },
  )
  tell.entry(concerns.knife, {
    said: 'Families are worried about knife crime.',
    did: 'Local officers come to a workshop every month. Residents choose the topic. So far: rights under Section 60, reporting a crime, protecting children from gangs, and staying safe.',
    on: '2021-11',
    worked: ['told', 'Residents say they feel more at ease when they talk to the police.'],
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-10-28', 'Workshops every month were agreed.'],
      ['2021-11', 'The first topics were covered.'],
    ],
    actions: { [autumn.actions.workshops]: 'Police workshops every month' },
  })
  on('2021-12-13T12:00:00.000Z')
  report(
    actions.football,
    'done',
    'Police officers and young people played a tournament on 10 December. Mosaic brought homemade snacks. “Food was amazing and literally gone within seconds.”',
    { on: '2021-12-10', person: people.sergeant },
  )
  hold(
    {
      kind: 'tournament',
      name: 'Football, police and young people',
      heldOn: '2021-12-10',
      organisations: [
        { organisationId: organisations.police, brought: 'A team' },
        {
          organisationId: organisations.mosaic,
          brought: 'Homemade snacks and drinks for both teams',
        },
      ],
      tookAway: 'A note of thanks: “Food was amazing and literally gone within seconds.”',
    },
    { actions: [actions.football] },
  )
  hold(
    {
      kind: 'workshop',
      name: 'Monthly police workshop',
      heldOn: '2022-01',
      place: 'Church Street (sample)',
      areaId: areas.church,
      organisations: [
        { organisationId: organisations.mosaic, brought: '' },
        { organisationId: organisations.police, brought: 'Local officers' },
      ],
    },
    {
      actions: [autumn.actions.workshops],
      series: workshop,
      topics: [
        ['Stop and search: what are my rights? (sample)', 12, true],
        ['Bikes and phones: how to keep them safe (sample)', 7, false],
      ],
    },
  )
  report(actions.mothers, 'done', 'Met again this month.', { on: '2021-12' })
  tell.entry(concerns.crime, {
    said: 'Youth crime is rising. It hurts young people and their families.',
    did: 'Police officers and young people played football on 10 December. Mosaic brought homemade snacks. Work with parents has begun.',
    on: '2021-12-10',
    worked: ['told', 'A thank-you note says that the food was gone within seconds.'],
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-10-28', 'Work with parents began.'],
      ['2021-12-10', 'The football tournament was played.'],
    ],
    actions: {
      [actions.parents]: 'Work with parents to keep young people from gangs',
      [actions.football]: 'Football with the police',
    },
  })
  tell.quote(concerns.crime, {
    words: 'Food was amazing and literally gone within seconds.',
    role: 'A note of thanks from someone who was there (sample consent)',
    use: 'the board and posters',
    until: '2022-12-31',
  })
  tell.entry(concerns.gap, {
    said: 'There is a gap between us and the police about fairness and our rights.',
    did: 'Mosaic meets mothers every month. Their questions go to the round table.',
    on: '2021-12',
    origin: 'Community survey, March 2021',
    worked: ['view', 'We are seeing residents become more open with officers.'],
    trail: [
      ['2021-03', 'Told to us in a survey.'],
      ['2021-07', 'Monthly meetings with mothers were agreed again.'],
      ['2021-12', 'The mothers met again.'],
    ],
    actions: { [actions.mothers]: 'Meet mothers every month' },
  })
  on('2022-01-06T12:00:00.000Z')
  report(actions.trusted, 'waiting', 'The list is ready on our side.', {
    waitingFor: 'Mosaic to read it',
    person: people.officer,
  })
  report(actions.representatives, 'under-way', 'Invitations were sent to schools.', {
    person: people.officer,
  })
  report(
    autumn.actions.hubs,
    'could-not',
    'Sample: there is no money for a hub this year, and no building that people can reach. Officers will come to the monthly workshop instead.',
    { on: '2022-01', person: people.officer },
  )
  report(autumn.actions.atTables, 'done', 'Police came in July and sent apologies in October.', {
    on: '2021-10',
  })
  tell.year('2021')
  tell.entry(concerns.hesitant, {
    said: 'People are hesitant to go to the police with questions and worries.',
    did: `Mosaic held a pop-up stall with the Church Street ward officers, so people could ask them face to face. {stall-${stall}.came} residents came: {stall-${stall}.gender.male} male, {stall-${stall}.gender.female} female.`,
    on: '2021-11',
    worked: [
      'counted',
      `{stall-${stall}.came} residents came to the stall. With Mosaic there, people were less hesitant.`,
    ],
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-10-28', 'Mosaic agreed to lead the stall.'],
      ['2021-11', 'The stall was held on Church Street.'],
    ],
    actions: {
      [actions.stalls]: 'Pop-up stalls with the police, Mosaic advocates and the council',
    },
  })
  tell.entry(autumn.opportunities.hubs, {
    said: 'Bring back police hubs, so we can reach the police in our own community.',
    did: 'There is no money for a hub this year, and no building that people can reach. (This answer is a sample.)\nInstead, officers come to the workshop every month. You can ask them anything there.',
    on: '2022-01',
    origin: 'The mentoring scheme, October 2021',
    trail: [
      ['2021-10', 'Raised by people in the mentoring scheme.'],
      ['2021-10-28', 'The round table asked the council.'],
      ['2022-01', 'The council gave its answer.'],
    ],
    actions: { [autumn.actions.hubs]: 'Say whether police hubs can come back' },
  })
  tell.entry(concerns.safer, {
    said: 'We want safer neighbourhoods.',
    did: 'The police, Mosaic and the council are planning events for parents and young people.',
    trail: [
      ['2021-07', 'Raised at the round table.'],
      ['2021-11', 'The police accepted it.'],
    ],
    actions: { [actions.events]: 'Community events with parents, the police and the council' },
  })
  tell.entry(autumn.opportunities.tables, {
    said: 'The police should be at every round table.',
    did: 'We ask the police, the council and Mosaic to every round table. We show here who came.',
    on: '2021-10',
    origin: 'The mentoring scheme, October 2021',
    worked: ['counted', 'The police came to one of the first two.'],
    trail: [
      ['2021-10', 'Raised by people in the mentoring scheme.'],
      ['2021-10-28', 'The police sent apologies to the round table.'],
    ],
    actions: { [autumn.actions.atTables]: 'All three at every round table' },
  })
  tell.entry(autumn.opportunities.project, {
    said: 'Run a youth project in schools, with the council and the police together.',
    did: 'It was agreed in October. Nobody has started yet.',
    origin: 'The mentoring scheme, October 2021',
    trail: [['2021-10', 'Raised by people in the mentoring scheme.']],
    stop: 'draft',
  })
  tellEvidence(verbs, {
    survey,
    stall,
    scheme: autumn.scheme,
    leaflet: printGuidance(sample, verbs, actions.safe),
  })
  close(actions.safe)
}

const thirdRoundTable = (
  { seats, organisations, people }: Sample,
  { on, plan, open, attend, agreeMinutes, bring, agree, report, close, park, tell }: Verbs,
  { actions, concerns }: July,
): void => {
  on('2022-01-10T09:00:00.000Z')
  const slug = plan('2022-01-27', '10.30')
  const next = plan('2022-04-28', '10.30')
  tell.table(next)
  park(next, 'Sample: summer events in the park', people.sergeant)
  on('2022-01-27T10:30:00.000Z')
  open(slug)
  attend(slug, { [seats.coordinator]: 'present', [seats.youth]: 'present' })
  agreeMinutes('2021-q4')
  report(actions.stalls, 'done', 'The table heard how the stall went.', { on: '2021-11' })
  close(actions.stalls)
  tell.table('2021-q4', OCTOBER)
  bring(concerns.stops)
  bring(concerns.asb)
  agree('Walk through the communal areas with residents and say what can be done (sample).', {
    lead: organisations.council,
    seat: seats.youth,
    by: '2022-04-28',
    concerns: [concerns.asb],
  })
}
