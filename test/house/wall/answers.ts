import { Writable } from 'node:stream'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import t, { type Test } from 'tap'
import { STANDINGS } from '../../../src/domain/concerns/concern.ts'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { choices } from '../../../src/domain/publishing/board.ts'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { samplePdf } from '../../../src/sample/evidence.ts'
import { CLASSES } from '../../../src/store/classes/classes.ts'
import { runClock } from '../../../src/work/reminders.ts'
import {
  type Answer,
  type Fields,
  type House,
  openHouse,
  PEOPLE,
  type Visitor,
} from '../../support/house.ts'
import { files } from '../../support/sources.ts'
import { escaped, live, publishAgain, withdrawOne } from './set-up.ts'

const MARKER = /zqmarker-[a-z]/i

/** Text columns that take no marker, and why. Every other one that is not public is filled. */
const UNMARKED: Record<string, string> = {
  'people.role': 'a list of words, held by a CHECK',
  'attendance.presence': 'a list of words, held by a CHECK',
  'concerns.depth': 'a list of words, held by a CHECK',
  'concerns.origin_kind': 'a list of words, held by a CHECK',
  'actions.depth': 'a list of words, held by a CHECK',
  'action_terms.kind': 'a list of words, held by a CHECK',
  'updates.status': 'a list of words, held by a CHECK',
  'publications.kind': 'a list of words, held by a CHECK',
  'drafts.covers_ids': 'a list of ids, in JSON',
  'events.depth': 'a list of words, held by a CHECK',
  'event_terms.kind': 'a list of words, held by a CHECK',
  'programmes.depth': 'a list of words, held by a CHECK',
  'programme_points.kind': 'a list of words, held by a CHECK',
  'outcome_sights.strength': 'a list of words, held by a CHECK',
  'baton_ends.kind': 'a list of words, held by a CHECK',
  'challenges.kind': 'a list of words, held by a CHECK',
  'letters.kind': 'a list of words, held by a CHECK',
  'notices.why': 'a list of words, held by a CHECK',
  'letter_choices.frequency': 'a list of words, held by a CHECK',
  'message_outcomes.kind': 'a list of words, held by a CHECK',
  'replies.kind': 'a list of words, held by a CHECK',
  'verdicts.verdict': 'a list of words, held by a CHECK',
  'minute_readers.depth': 'a list of words, held by a CHECK',
  'notes.kind': 'a list of words, held by a CHECK',
}
/** JSON columns: the markers go into their strings. */
const JSON_COLUMNS = [
  'drafts.words',
  'kept_forms.fields',
  'agendas.slots',
  'unsent_texts.fields',
  'challenges.secrets',
]

t.test(
  'R9, R10, R11, R24: nothing private is in any public answer, in its words or its headers, or in the log',
  async (t) => {
    const log: string[] = []
    const house = await openHouse({
      t,
      logTo: new Writable({
        write: (chunk, _, done) => {
          log.push(String(chunk))
          done()
        },
      }),
    })
    await writePrivately(t, house)
    const withdrawn = withdrawOne(house)
    const markers = mark(t, house)
    house.store.published.reload()

    const asked = await everyPublicAnswer(t, house)
    for (const { address, answer, text } of asked) {
      const headers = JSON.stringify(answer.headers)
      if (MARKER.test(text) || MARKER.test(headers))
        t.fail(`${address}: ${(text + headers).match(/.{0,60}zqmarker-[\w-]*.{0,20}/i)![0]}`)
      const old = withdrawn.words.find(
        (words) => text.includes(escaped(words)) || headers.includes(words),
      )
      if (old) t.fail(`${address} still says “${old}”, which was withdrawn (R15)`)
      // Our own whole addresses, and the one way out of here, which is followed by a hand alone.
      const hosts = [
        ...text
          .replaceAll(
            '<a class="button button--second" href="https://www.bbc.co.uk/weather" rel="noreferrer"',
            '',
          )
          .matchAll(
            /\b(?:href|src|action|srcset|poster|data)="((?:[a-z][a-z0-9+.-]*:)?\/\/[^"]*)"/gi,
          ),
      ]
        .map((match) => match[1]!)
        .filter((each) => !each.startsWith(`${house.config.publicUrl}/`))
      if (hosts.length) t.fail(`${address} asks something of another host: ${hosts.join(', ')}`)
      if (answer.headers['set-cookie'] !== undefined) t.fail(`${address} sets a cookie`)
    }
    t.notMatch(log.join(''), MARKER, 'nothing private is in the log')
    t.notMatch(log.join(''), /@/, 'no address of a person is in the log')
    const entry = await house.stranger().get(`/entries/${withdrawn.slug}`)
    t.equal(entry.statusCode, 410, 'a withdrawn address says so')
    t.match(entry.body, /It was wrong\./, 'with its ground')
    const statuses = saidOf(t, markers, asked)
    await wouldSeeALeak(t, house)
    for (const status of [200, 303, 304, 400, 403, 404, 410, 413, 415])
      t.ok(statuses.has(status), `an answer with ${status} was among them`)
  },
)

async function wouldSeeALeak(t: Test, house: House) {
  const db = new Database(house.file)
  t.teardown(() => db.close())
  db.prepare(
    "insert into copies (kind, slug, version, published_on, words, change_kind, change_words) select kind, slug, version + 1, published_on, replace(words, '\"said\":\"', '\"said\":\"zqmarker-leak '), change_kind, change_words from copies where kind = 'entry' and words <> '{}' order by id desc limit 1",
  ).run()
  house.store.published.reload()
  t.match((await house.stranger().get('/')).body, MARKER, 'this test would see a leak')
}

function saidOf(t: Test, markers: string[], asked: Read[]) {
  t.ok(markers.length > 80, 'there was something to find')
  t.ok(asked.length > 200, 'and where to look for it')
  t.comment(`${markers.length} columns hold markers (${markers.join(', ')})`)
  t.comment(`${asked.length} public answers were read`)
  const statuses = new Map<number, number>()
  for (const { answer } of asked)
    statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
  t.comment(
    `by status: ${[...statuses]
      .toSorted(([a], [b]) => a - b)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ')}`,
  )
  return statuses
}

/** Writes all kinds of private things the way people do, through the pages. */
async function writePrivately(t: Test, house: House): Promise<void> {
  const coordinator = house.signIn(PEOPLE.coordinator)
  const sergeant = house.signIn(PEOPLE.sergeant)
  const me = house.person(PEOPLE.coordinator).id
  const does = async (
    who: Visitor,
    path: string,
    fields: Fields,
    status = 303,
  ): Promise<string> => {
    const answer = await who.post(path, fields)
    t.equal(answer.statusCode, status, `POST ${path}`)
    return String(answer.headers.location ?? '').split('#')[0]!
  }
  const [open] = house.store.roundTables
    .list()
    .filter((table) => table.openedAt && !table.finishedAt)
  const held = { depth: 'named', ground: GROUNDS[0], list: [me] }
  const named = await does(coordinator, '/desk/concerns', {
    text: 'zqmarker-verb-concern: a family is afraid',
    originKind: 'phone',
    originNote: 'zqmarker-verb-origin',
    ...held,
  })
  await does(coordinator, `${named}/actions`, {
    text: 'zqmarker-verb-action: visit the family',
    kind: 'one-off',
    held: 'yes',
    ground: GROUNDS[0],
  })
  const action = house.store.actions.listUnfiltered().at(-1)!
  t.equal(action.depth, 'named')
  await does(coordinator, `/desk/actions/${action.id}/updates`, {
    status: 'waiting',
    text: 'zqmarker-verb-update',
    waitingFor: 'zqmarker-verb-waiting',
  })
  await does(coordinator, `/desk/round-tables/${open!.slug}/concerns`, {
    text: 'zqmarker-verb-tabled: another family',
    ...held,
  })
  await does(coordinator, `/desk/round-tables/${open!.slug}/actions`, {
    text: 'zqmarker-verb-alone: look into it',
    held: 'yes',
    ground: GROUNDS[1],
  })
  await does(coordinator, '/desk/round-tables/2021-q3/corrections', {
    text: 'zqmarker-verb-correction',
    reason: 'zqmarker-verb-why',
  })
  await does(coordinator, '/desk/settings/guarded-words', { word: 'zqmarker-verb-guarded' })
  await does(coordinator, '/desk/people', {
    name: 'Zqmarker-verb-name',
    email: 'zqmarker-verb-email@mosaic.example',
    role: 'member',
    organisationId: 1,
  })
  const table = await does(coordinator, '/desk/concerns', {
    text: 'zqmarker-verb-table: said at a stall',
    originKind: 'stall',
  })
  const draft = await does(coordinator, '/desk/entries', {
    kind: 'entry',
    concernId: table.split('/').at(-1)!,
  })
  const publication = house.store.publications.find(Number(draft.split('/').at(-1)))!
  await does(coordinator, `${draft}/drafts`, {
    said: 'zqmarker-verb-said by ZQ',
    did: 'zqmarker-verb-did',
    origin: 'zqmarker-verb-told',
    trail: '',
    basedOn: draftOf(publication)!.id,
  })
  const check = house.store.sources
    .checks(house.store.publications.find(publication.id)!)
    .find((each) => each.verdict === 'look')!
  await does(coordinator, `${draft}/overrulings`, {
    key: check.key,
    found: check.found,
    reason: 'zqmarker-verb-overruled',
  })
  await does(sergeant, `${draft}/comments`, { text: 'zqmarker-verb-comment' })

  const closed = house.store.actions.listUnfiltered().find((each) => each.closings.length > 0)!
  await does(coordinator, `/desk/actions/${closed.id}/reopening`, {
    reason: 'zqmarker-verb-reopened',
  })
  await does(
    coordinator,
    `/desk/actions/${action.id}/updates/${house.store.actions.listUnfiltered([action.id])[0]!.updates.at(-1)!.id}/taking-back`,
    {},
  )
  const twice = await does(coordinator, '/desk/concerns', {
    text: 'zqmarker-verb-twice: said again',
    originKind: 'stall',
  })
  await does(coordinator, `${twice}/merging`, { into: table.split('/').at(-1)! })
  house.store.signIn.makeLink(me, house.clock.at())
  await house.signInTheLongWay(PEOPLE.approver)

  // What is typed at a table, and all that hangs on its minutes.
  const table1 = `/desk/round-tables/${open!.slug}`
  const typed = { key: 'zqmarker-verb-key', last: '', seen: '0', step: 'save' }
  await does(coordinator, `${table1}/lines`, {
    ...typed,
    text: 'c zqmarker-verb-line of a family !private\nn zqmarker-verb-hanging\nd- zqmarker-verb-decision\nzqmarker-verb-unread\na- zqmarker-verb-mistake',
  })
  const [note] = house.store.notes.ofTable(open!.id).slice(-2)
  await does(coordinator, `${table1}/notes/${note!.id}/changes`, {
    text: 'zqmarker-verb-noted',
    basedOn: note!.changeId ?? 0,
  })
  await does(
    coordinator,
    `${table1}/actions/${house.store.actions.listUnfiltered().at(-1)!.id}/taking-out`,
    {},
  )
  await does(coordinator, `${table1}/reading`, {
    ...typed,
    key: 'zqmarker-verb-other',
    text: 'c zqmarker-verb-typing',
  })
  await does(coordinator, `${table1}/agenda`, { key: 'residents', move: 'down', minutes: '20' })
  await does(sergeant, `${table1}/topics`, { text: 'zqmarker-verb-topic' })
  const topic = house.store.agendas.topics(open!.id)[0]!
  await does(sergeant, `${table1}/topics/${topic.id}/ending`, {})
  await does(coordinator, `${table1}/readers`, {
    role: 'zqmarker-verb-role',
    email: 'zqmarker-verb-reader@school.example',
    depth: 'public',
  })
  const reader = house.store.letters.readers(open!.id)[0]!
  await does(coordinator, '/desk/sessions', { heldOn: '3/1/2022', name: 'zqmarker-verb-session' })
  await does(coordinator, `/desk/sessions/${house.store.unrecordedSessions.list()[0]!.id}/count`, {
    headCount: '9',
    shared: 'zqmarker-verb-shared',
    agreed: 'yes',
  })
  const first = house.store.concerns.listUnfiltered().find((each) => each.depth === 'table')!
  await does(coordinator, `${table1}/priorities`, {
    concernId: first.id,
    choice: 'keep',
    into: '',
    reason: 'zqmarker-verb-first',
  })

  await does(coordinator, `/desk/round-tables/${open!.slug}/finishing`, {})
  await does(coordinator, `${table1}/letters`, { personIds: [], readerIds: [reader.id] })
  await new Promise((done) => {
    setTimeout(done, 200)
  })
  house.store.letters.failed(
    house.store.letters.ofTable(open!.id)[0]!.id,
    1,
    'zqmarker-verb-fault',
    house.clock.at(),
  )
  await does(coordinator, `${table1}/readers/${reader.id}/ending`, {})
  // The page of a round table with a matter held in private at it: the gap shows its number and its
  // ground.
  const page = await does(coordinator, '/desk/entries', {
    kind: 'round-table',
    roundTableId: open!.id,
  })
  const pageId = Number(page.split('/').at(-1))
  publishAgain(house, pageId, draftOf(house.store.publications.find(pageId)!)!.words)
  t.match(
    (await house.stranger().get(`/round-tables/${open!.slug}`)).body,
    GROUNDS[0].slice(0, -1),
    'the gap is told with its ground',
  )

  // Letters to owners, and the links in them.
  runClock(house.store, house.clock.now())
  const written = house.store.letters
    .recent(50)
    .find((each) => each.kind === 'actions' && each.personId === house.person(PEOPLE.sergeant).id)!
  await does(coordinator, `/desk/letters/${written.id}/holding`, {})
  await does(sergeant, '/desk/letters/choice', { frequency: 'weekly' })
  house.store.reportLinks.make(
    { letterId: written.id, actionId: 1, seatId: 1, personId: me },
    house.clock.at(),
  )
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
  // Programmes, at table depth, at public depth and held in private, with all that hangs on them.
  for (const depth of [{}, { depth: 'public' }, held] as Fields[]) {
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
    if (depth !== held)
      await does(coordinator, '/desk/entries', { kind: 'programme', programmeId: now().id })
  }
  await does(coordinator, '/desk/entries', { kind: 'event', eventId: event.split('/').at(-1)! })
  // Seats handed on, people asked in, and what lets someone in.
  const seat = house.store.organisations
    .seats()
    .find((each) =>
      each.holders.some((holding) => holding.personId === house.person(PEOPLE.sergeant).id),
    )!
  await does(sergeant, `/desk/seats/${seat.id}/baton`, {
    name: 'zqmarker-verb-successor',
    email: 'zqmarker-verb-successor@met.example',
    note: 'zqmarker-verb-note',
    alumni: 'yes',
  })
  const batonId = house.store.batons.ofSeat(seat.id).at(-1)!.id
  await does(coordinator, `/desk/seats/${seat.id}/baton/invitation`, { batonId })
  await does(sergeant, `/desk/seats/${seat.id}/baton/withdrawal`, { batonId })
  house.store.passkeys.record(
    {
      credentialId: 'zqmarker-verb-credential',
      publicKey: 'zqmarker-verb-key',
      counter: 0,
      name: 'zqmarker-verb-phone',
    },
    { personId: me, at: house.clock.at() },
  )
  house.store.workAccounts.record(
    { tenant: 'zqmarker-verb-tenant', object: 'zqmarker-verb-object' },
    { personId: me, at: house.clock.at() },
  )
  house.store.challenges.begin(
    'passkey',
    { challenge: 'zqmarker-verb-challenge' },
    null,
    house.clock.at(),
  )
  await does(sergeant, '/desk/me/calendar', {}, 200)
  // What residents leave, and what is made of it.
  const resident = house.stranger()
  await does(
    resident,
    '/tell-us',
    {
      text: 'zqmarker-verb-message of a family',
      area: '',
      name: 'zqmarker-verb-resident',
      reach: 'zqmarker-verb-reach',
    },
    200,
  )
  await does(
    house.stranger(),
    '/ar/tell-us',
    { text: 'zqmarker-verb-risk', area: 'church-street', name: '', reach: '' },
    200,
  )
  await does(
    house.stranger(),
    '/tell-us',
    { text: 'zqmarker-verb-answered', area: '', name: '', reach: '' },
    200,
  )
  const [, risky, answered] = house.store.messages.listUnfiltered().slice(-3)
  await does(coordinator, `/desk/messages/${risky!.id}/risk`, { list: [me] })
  await does(coordinator, `/desk/messages/${answered!.id}/answer`, {
    words: 'zqmarker-verb-answer',
  })
  await does(resident, '/entries/2021-q3-1/verdicts', { verdict: 'no', word: 'zqmarker-verb-word' })
  await does(resident, '/follow', { email: 'zqmarker-verb-follower@home.example' }, 200)

  house.clock.pass({ minutes: 31 })
  t.match(
    await does(sergeant, '/desk/actions/1/updates', { status: 'done', text: 'zqmarker-verb-kept' }),
    /kept=yes/,
  )
  house.clock.pass({ minutes: -31 })
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

/** Every text column that is not public, filled. */
function mark(t: Test, house: House): string[] {
  const db = new Database(house.file)
  const triggers = db
    .prepare("select name from sqlite_schema where type = 'trigger'")
    .pluck()
    .all() as string[]
  for (const name of triggers.filter((each) => !each.startsWith('copies_')))
    db.exec(`drop trigger "${name}"`)
  const marked: string[] = []
  const columns = db
    .prepare(
      "select m.name as tbl, c.name as col from sqlite_schema m, pragma_table_info(m.name) c where m.type = 'table' and c.type = 'TEXT' and m.name not like '\\_\\_%' escape '\\' and m.name not like 'sqlite%'",
    )
    .all() as { tbl: string; col: string }[]
  for (const { tbl, col } of columns.filter(({ tbl, col }) => CLASSES[tbl]?.[col] !== 'public')) {
    const name = `${tbl}.${col}`
    const marker = `zqmarker-${tbl}-${col}`.replaceAll('_', '-')
    if (UNMARKED[name]) {
      t.throws(() => {
        db.prepare(`update "${tbl}" set "${col}" = ?`).run(marker)
        if (name === 'drafts.covers_ids') throw new Error(UNMARKED[name])
      }, `${name} is ${UNMARKED[name]}`)
      continue
    }
    if (JSON_COLUMNS.includes(name)) {
      for (const { id, json } of db.prepare(`select id, "${col}" as json from "${tbl}"`).all() as {
        id: number
        json: string
      }[]) {
        db.prepare(`update "${tbl}" set "${col}" = ? where id = ?`).run(
          JSON.stringify(JSON.parse(json), (_, value) =>
            typeof value === 'string' ? `${marker} ${value}` : value,
          ),
          id,
        )
      }
    } else db.prepare(`update "${tbl}" set "${col}" = ? || '-' || rowid`).run(marker)
    const rows = db
      .prepare(`select count(*) from "${tbl}" where "${col}" like '%zqmarker-%'`)
      .pluck()
      .get() as number
    if (rows > 0) marked.push(name)
    else t.fail(`nothing was marked in ${name}: write a row there first`)
  }
  t.same(
    Object.keys(UNMARKED).filter(
      (name) => !columns.some(({ tbl, col }) => `${tbl}.${col}` === name),
    ),
    [],
    'no reason is given for a column that is not there',
  )
  db.close()
  return marked
}

interface Read {
  address: string
  answer: Answer
  text: string
}

/**
 * All that someone who is not signed in can ask: every public page, each way of asking for it, and
 * every refusal.
 */
async function everyPublicAnswer(t: Test, house: House): Promise<Read[]> {
  const stranger = house.stranger()
  const reads: Read[] = []
  const keep = (address: string, answer: Answer): Answer => {
    const zipped = answer.headers['content-encoding'] === 'gzip' && answer.rawPayload.length > 0
    reads.push({
      address,
      answer,
      text: zipped ? gunzipSync(answer.rawPayload).toString() : answer.body,
    })
    return answer
  }
  const seen = new Set<string>()
  const todo = [...addresses(house)]
  // Every page in English and in Arabic; of the other languages, which are the same templates, the
  // front page.
  const isOneMore = (address: string): boolean =>
    /^\/(bn|ckb|es|fa|fr|pt|so|sq|ur)\/./.test(address)
  for (const address of todo) {
    if (seen.has(address) || isOneMore(address)) continue
    seen.add(address)
    const answer = keep(`GET ${address}`, await stranger.get(address))
    if (String(answer.headers['content-type'] ?? '').startsWith('text/html')) {
      for (const [, link] of answer.body.matchAll(/\b(?:href|src|action)="(\/[^"]*)"/g))
        todo.push(link!.replaceAll('&amp;', '&').split('#')[0]!)
    }
    if (answer.statusCode !== 200) continue
    const zipped = keep(
      `GET ${address} (compressed)`,
      await stranger.get(address, { headers: { 'accept-encoding': 'gzip' } }),
    )
    keep(`HEAD ${address}`, await stranger.head(address))
    const { etag } = answer.headers
    if (typeof etag !== 'string') continue
    for (const tag of [etag, String(zipped.headers.etag)]) {
      const again = keep(
        `GET ${address} (if changed)`,
        await stranger.get(address, {
          headers: { 'if-none-match': tag, ...(tag !== etag && { 'accept-encoding': 'gzip' }) },
        }),
      )
      if (again.statusCode !== 304 || again.body !== '')
        t.fail(`${address} is sent again to someone who has it: ${again.statusCode}`)
    }
  }
  // A search for what is not told finds as little as a search for what never was.
  const [hit, miss] = [await stranger.get('/?q=zqmarker'), await stranger.get('/?q=zqnothing')]
  t.equal(hit.body.replaceAll('zqmarker', 'zqnothing'), miss.body, 'a search finds nothing private')

  await otherRequests(house, stranger, keep)
  t.same(stranger.cookies.size, 0, 'nothing was stored in the browser')
  return reads
}

async function otherRequests(
  house: House,
  stranger: Visitor,
  keep: (address: string, answer: Answer) => Answer,
) {
  for (const route of house.routes) {
    const path = route.url
      .replace(/:slug/g, '2021-q3')
      .replace(/:\w+/g, '1')
      .replace('*', 'missing.css')
    if (route.method === 'GET') keep(`GET ${path}`, await stranger.get(path, { part: true }))
    if (route.method === 'POST' && route.policy !== 'signing-in')
      keep(`POST ${path}`, await stranger.post(path, { text: 'nothing' }))
    if (route.method === 'POST')
      keep(
        `POST ${path} (another site)`,
        await stranger.post(path, {}, { headers: { 'sec-fetch-site': 'cross-site' } }),
      )
  }
  for (const path of ['/', '/sign-in', '/no-such-page', '/entries/2021-q3-1']) {
    keep(`POST ${path} (too long)`, await stranger.post(path, { email: 'a'.repeat(300_000) }))
    keep(
      `POST ${path} (JSON)`,
      await stranger.send({
        method: 'POST',
        url: path,
        payload: '{"a":1}',
        headers: { 'content-type': 'application/json' },
      }),
    )
    keep(
      `POST ${path} (unknown field)`,
      await stranger.post(path, { email: 'not an address', other: 'field' }),
    )
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)
      keep(`${method} ${path}`, await stranger.send({ method, url: path }))
  }
}

/** Every address that the Board, the routes and a curious mind give. */
function addresses(house: House): string[] {
  const board = house.store.published.board()
  const { themes, areas, organisations, quarters } = choices(board)
  const slugs = [...board.entries, ...board.tables, ...board.withdrawn].map((each) => each.slug)
  const filters = [
    ...themes.map(({ code }) => `theme=${code}`),
    ...areas.map(({ code }) => `area=${code}`),
    ...organisations.map(({ code }) => `by=${code}`),
    ...quarters.map((quarter) => `quarter=${quarter}`),
    ...STANDINGS.map((state) => `state=${state}`),
    'q=police',
    'q=zqmarker',
    'page=2',
    'page=999',
    'page=-1',
    'page=x',
    'quarter=2021-q9',
    'state=named',
    'theme=none',
    'theme=a&theme=b',
    'q=%00',
    'q=%F0%9F%98%80',
    'other=1',
    'depth=named',
  ]
  return [
    ...house.routes
      .filter((route) => route.method === 'GET' && route.policy === 'public')
      .map(({ url }) => url.replace(/^\/:language\([^)]*\)\$\)/, '/ar') || '/ar')
      .flatMap((url) =>
        url.includes(':slug')
          ? [...slugs, 'no-such-slug', '2021-q3-99', '1'].map((slug) => url.replace(':slug', slug))
          : [url],
      ),
    ...filters.map((filter) => `/?${filter}`),
    ...STANDINGS.flatMap((state) => themes.map(({ code }) => `/?theme=${code}&state=${state}`)),
    '/healthz',
    '/sign-in',
    '/sign-in/code',
    '/sign-in?kept=yes',
    '/set-up/no-such-token',
    '/no-such-page',
    '/desk',
    '/desk/no-such-page',
    '/entries',
    '/entries/',
    '/Entries/2021-q3-1',
    '/robots.txt',
    '/favicon.ico',
    '/%',
    '/%2e%2e/package.json',
    `/entries/${'a'.repeat(200)}`,
    '/feed.atom',
    '/feed.json',
    '/board.json',
    '/board.csv',
    '/priorities.json',
    '/round-tables.ics',
    '/sitemap.xml',
    '/poster',
    ...files('static/*').map((file) => `/${file}`),
    '/static/',
    '/static/missing.css',
    '/static/../package.json',
    '/static/%2e%2e/package.json',
  ]
}
