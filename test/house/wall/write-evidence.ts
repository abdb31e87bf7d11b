import type { Test } from 'tap'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { samplePdf } from '../../../src/sample/evidence.ts'
import type { Fields, House, Visitor } from '../../support/house.ts'
import { live } from './set-up.ts'
import type { Writing } from './write-privately.ts'

export async function quoteAndEvents(
  house: House,
  held: { depth: string; ground: 'A family could be identified.'; list: number[] },
  { me, does, coordinator }: Pick<Writing, 'me' | 'does' | 'coordinator'>,
) {
  // A quote that nobody approved yet.
  const [toldFirst] = live(house)
  await does(coordinator, `/desk/concerns/${toldFirst!.concernId}/quotes`, {
    words: 'zqmarker-verb-quote',
    role: 'zqmarker-verb-role',
    askedById: me,
    use: 'zqmarker-verb-use',
    until: '31/12/2022',
  })
  // Events, at table depth and held in private.
  const about = {
    place: 'zqmarker-verb-place',
    startsAt: '10.30am',
    topics: 'zqmarker-verb-topics',
    tookAway: 'zqmarker-verb-away',
    cameIds: [1],
    'brought-1': 'zqmarker-verb-snacks',
  }
  const event = await does(coordinator, '/desk/events', {
    kind: 'survey',
    name: 'zqmarker-verb-event',
    heldOn: '3/1/2022',
    headCount: '12',
    ...about,
  })
  const ofSeries = await does(coordinator, `${event}/next`, {})
  await does(coordinator, `${ofSeries}/depth`, held)
  await does(coordinator, `${event}/findings`, { text: 'zqmarker-verb-finding' })
  await does(coordinator, `${event}/options`, { text: 'zqmarker-verb-option' })
  await does(coordinator, `${event}/counts`, {
    key: 'zqmarker-verb-key',
    grouping: 'gender',
    group: 'male',
    count: '3',
  })
  await does(coordinator, `${event}/links`, { actionIds: [1], concernIds: [1] })
  return event
}

export async function leafletsWritten(
  t: Test,
  house: House,
  named: string,
  { does, coordinator }: Pick<Writing, 'does' | 'coordinator'>,
) {
  // A leaflet on a question that is held in private, and one at table depth that takes its place;
  // each with its file.
  const question = await does(coordinator, `${named}/actions`, {
    text: 'zqmarker-verb-question',
    kind: 'question',
    held: 'yes',
    ground: GROUNDS[0],
  })
  t.match(question, /^\/desk\//)
  const asked = house.store.actions.listUnfiltered().at(-1)!
  const leaflet = {
    title: 'zqmarker-verb-leaflet',
    organisationId: 1,
    version: 'zqmarker-verb-version',
    languages: ['en', 'ar'],
    answers: 'zqmarker-verb-answers',
    place: 'zqmarker-verb-library',
  }
  const heldLeaflet = await does(coordinator, '/desk/leaflets', { ...leaflet, actionId: asked.id })
  const nextLeaflet = await does(coordinator, '/desk/leaflets', {
    ...leaflet,
    title: 'zqmarker-verb-newer',
    replacesId: heldLeaflet.split('/').at(-1)!,
  })
  for (const each of [heldLeaflet, nextLeaflet]) {
    await does(coordinator, `${each}/handings`, {
      organisationId: 1,
      toWhom: 'zqmarker-verb-whom',
      on: '3/1/2022',
      copies: '40',
    })
    await sendFile(t, coordinator, each, samplePdf(['zqmarker-verb-file']).bytes)
  }
  t.equal(
    house.store.leaflets.listUnfiltered().at(-2)!.depth,
    'named',
    'a leaflet is as narrow as the question it answers',
  )
  await does(coordinator, '/desk/entries', {
    kind: 'leaflet',
    leafletId: nextLeaflet.split('/').at(-1)!,
  })
}

export async function programmeWritten({
  house,
  held,
  named,
  depth,
  does,
  coordinator,
}: {
  house: House
  held: { depth: string; ground: 'A family could be identified.'; list: number[] }
  named: string
  depth: Fields
} & Pick<Writing, 'does' | 'coordinator'>) {
  const programme = await does(coordinator, '/desk/programmes', {
    name: `zqmarker-verb-programme ${JSON.stringify(depth).length}`,
    aim: 'zqmarker-verb-aim',
    startsOn: '3/1/2022',
    length: 'zqmarker-verb-length',
    agreement: 'zqmarker-verb-agreement',
    support: 'zqmarker-verb-support',
    partnerIds: [1],
    ...depth,
  })
  const now = () => house.store.programmes.listUnfiltered().at(-1)!
  const point = async (kind: string, text: string) => {
    await does(coordinator, `${programme}/points`, {
      kind,
      text,
      ...(kind === 'learning' && { theme: 'zqmarker-verb-theme' }),
    })
    return `${programme}/points/${now().points.at(-1)!.id}`
  }
  await does(coordinator, `${programme}/phases`, {
    name: 'zqmarker-verb-phase',
    startsOn: '3/1/2022',
    pairings: '12',
  })
  await does(coordinator, `${programme}/phases/${now().phases[0]!.id}/handovers`, {
    organisationId: 1,
    fromRole: 'zqmarker-verb-from',
    toRole: 'zqmarker-verb-to',
  })
  if (depth !== held) await does(coordinator, `${programme}/sessions`, { heldOn: '3/1/2022' })
  await does(coordinator, `${await point('outcome', 'zqmarker-verb-outcome')}/sights`, {
    strength: 'told',
    words: 'zqmarker-verb-sight',
  })
  await whatCameOfIt({ named, does, coordinator, programme, point })
  if (depth !== held)
    await does(coordinator, '/desk/entries', { kind: 'programme', programmeId: now().id })
}

async function whatCameOfIt({
  named,
  does,
  coordinator,
  programme,
  point,
}: {
  named: string
  does: (who: Visitor, path: string, fields: Fields, status?: number) => Promise<string>
  coordinator: Visitor
  programme: string
  point: (kind: string, text: string) => Promise<string>
}) {
  await point('learning', 'zqmarker-verb-learning')
  await does(
    coordinator,
    `${await point('opportunity', 'zqmarker-verb-opportunity of it')}/concerns`,
    {},
  )
  await does(coordinator, `${await point('opportunity', 'zqmarker-verb-another')}/actions`, {
    leadId: 1,
    by: '3/2/2022',
  })
  const chance = await point('opportunity', 'zqmarker-verb-set-aside')
  await does(coordinator, `${chance}/steps`, { words: 'zqmarker-verb-step' })
  await does(coordinator, `${chance}/steps`, {
    concernId: named.split('/').at(-1)!,
    words: 'zqmarker-verb-carried',
  })
  await does(coordinator, `${programme}/alumni`, { agreed: 'yes' })
}

/** Puts the English file to a leaflet, as a browser sends it. */
async function sendFile(t: Test, who: Visitor, leaflet: string, bytes: Buffer): Promise<void> {
  const payload = Buffer.concat([
    Buffer.from(
      '--edge\r\ncontent-disposition: form-data; name="language"\r\n\r\nen\r\n--edge\r\ncontent-disposition: form-data; name="file"; filename="zqmarker-verb-name.pdf"\r\ncontent-type: application/pdf\r\n\r\n',
    ),
    bytes,
    Buffer.from('\r\n--edge--\r\n'),
  ])
  t.equal(
    (
      await who.send({
        method: 'POST',
        url: `${leaflet}/files`,
        payload,
        headers: { 'content-type': 'multipart/form-data; boundary=edge' },
      })
    ).statusCode,
    303,
    `a file for ${leaflet}`,
  )
}
