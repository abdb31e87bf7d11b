import { factNamed } from '../domain/publishing/told.ts'

/**
 * All that is made up in the sample's public words: what neither of its two sources gives, and the
 * story needs. The store is handed this list when the record is begun, and each of these texts and
 * days then says “(sample)” wherever it is told. A text that is not here has to stand in a source;
 * `test/sample/` holds it to that.
 */
export const DAYS = {
  autumnTable: '2021-10-28',
  winterTable: '2022-01-27',
  springTable: '2022-04-28',
  opportunities: '2021-10',
  stall: '2021-11',
  mothersMet: '2021-12',
  nextWorkshop: '2022-01',
  hubsAnswered: '2022-01',
  figuresBy: '2022-01',
  parentsBy: '2022-03',
  clubsBy: '2022-01-10',
  schoolsBy: '2022-01-27',
  eventsBy: '2022-01-14',
  football: '2021-12',
  /** The source gives the day and the month of the football, and no year. */
  played: '2021-12-10',
  groupSessions: ['2020-10', '2020-12', '2021-02'],
  consentUntil: '2022-12-31',
  /** The days on which someone of the story writes something down, and it is told. */
  written: ['2021-08-02', '2021-10-04', '2021-11-05', '2021-11-22', '2021-12-13', '2022-01-06'],
  writtenLater: ['2022-01-10', '2022-01-20'],
} as const

/** What nobody said or did in a source. */
export const SAYS = {
  linked: 'The round table said that these actions are for this.',
  heard: 'We heard this at the round table. Nobody has started yet. We will say here what happens.',
  stopsPriority:
    'This is a priority. There is no answer yet. We will ask the police again at the next round table.',
  stopsAsked:
    'This is a priority. There is no answer yet. The round table asked the police for the stop and search figures for our area.',
  stopsNotAccepted: 'The police were not there, and have not said yes to this yet.',
  figuresAsked: 'The round table asked the police for the figures.',
  figuresAction: 'Say what the stop and search figures for our area show',
  stopsFirst: 'The round table agreed that this comes first.',
  asbHeard: 'We heard this. Nothing is agreed yet. It goes to the next round table.',
  parentsBegan: 'Work with parents has begun.',
  parentsTrail: 'Work with parents began.',
  womenEarly: 'It is too early to say if women feel safer.',
  eventsPlanned:
    'The police, Mosaic and the council are planning events for parents and young people.',
  eventsAccepted: 'The police accepted it.',
  stallLed: 'Mosaic agreed to lead the stall.',
  workshopsAgreed: 'Workshops every month were agreed.',
  mothersMet: 'The mothers met again.',
  hubsAnswer:
    'The council has no building for a police hub that people can reach, and no money for one this year.',
  hubsPolice: 'The police were not at that round table. We will ask them as well.',
  hubsInstead: 'Until then, officers come to the workshop every month.',
  hubsAsked: 'The round table asked the council if it has a building for a hub.',
  hubsAnswered: 'The council gave its answer.',
  hubsAction: 'Say if the council has a building for a police hub',
  tablesAsk:
    'We ask the police, the council and Mosaic to every round table. We show here who came.',
  tablesCame: 'The police came to one of the first two.',
  tablesApologies: 'The police sent apologies to the round table.',
  tablesAction: 'All three at every round table',
  projectDid: 'It was agreed in October. Nobody has started yet.',
  projectAction: 'Plan a youth project in schools',
  quoteRole: 'A note of thanks, used with consent',
  leafletVersion: 'November 2021',
  leafletPlace: 'Ask any Mosaic advocate.',
  address: 'Talk to any Mosaic advocate, or come to the monthly police workshop.',
  hours: 'Weekdays, 10am to 4pm.',
} as const

/** What the round tables agreed to put first, and what they agreed in autumn: M gives neither. */
export const AGREED = {
  crime: 'Youth crime, and what it does to families',
  stops: 'Stop and search of young people',
  women: 'Women’s safety on the streets',
  hesitant: 'People who are hesitant to go to the police',
  workshops: 'Mosaic: police workshops every month, on topics that residents choose.',
  hubs: 'The council: say if it has a building for a police hub, by January 2022.',
  figures:
    'The police: bring the stop and search figures, by January 2022. Not yet accepted by the ' +
    'police, who were not there.',
} as const

/** What is neither a text nor a day: that a table agreed to put a concern first. */
const FACTS = [factNamed('priority')]

/** The list, as the record is handed it. */
export const madeUp = (): string[] => [
  ...new Set(
    [DAYS, SAYS, AGREED, FACTS]
      .flatMap((each) => Object.values<string | readonly string[]>(each))
      .flat(),
  ),
]

/** The same mark in the words of the working record, which people who sign in read. */
export const sample = (words: string): string => `${words} (sample)`
