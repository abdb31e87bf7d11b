import { type Depth, GROUNDS } from '../../../src/domain/depth.ts'
import { writeEvent } from '../../../src/domain/evidence/event.ts'
import { handOut, writeLeaflet } from '../../../src/domain/evidence/leaflet.ts'
import {
  addPoint,
  beginPhase,
  handOver,
  writeProgramme,
} from '../../../src/domain/evidence/programme.ts'
import { must } from '../../../src/sample/must.ts'
import type { Store } from '../../../src/store/store.ts'
import type { Makers, WhoAndWhere } from './makers.ts'

export function eventsOf(
  store: Store,
  {
    organisation,
    by,
    coordinator,
    sergeant,
    officer,
  }: Pick<WhoAndWhere, 'organisation' | 'by' | 'coordinator' | 'sergeant' | 'officer'>,
) {
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
  return { event, events }
}

export function leafletsOf(
  store: Store,
  action: Makers['action'],
  {
    organisation,
    by,
    coordinator,
    sergeant,
    officer,
  }: Pick<WhoAndWhere, 'organisation' | 'by' | 'coordinator' | 'sergeant' | 'officer'>,
) {
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
  return { leaflet, leaflets }
}

export function programmesOf(
  store: Store,
  {
    organisation,
    by,
    coordinator,
    sergeant,
    officer,
  }: Pick<WhoAndWhere, 'organisation' | 'by' | 'coordinator' | 'sergeant' | 'officer'>,
) {
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
  return { programme, programmes }
}
