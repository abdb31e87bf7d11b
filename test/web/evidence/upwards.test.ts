import type { Paper } from '../../../src/domain/round-tables/paper.ts'
import type { EventWords } from '../../../src/domain/publishing/kinds/event.ts'
import { FIRST } from '../../../src/domain/publishing/told.ts'
import t from 'tap'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { wordDocument } from '../../../src/web/files/word-document.ts'
import { briefingFor, type BriefingDepth } from '../../../src/work/papers/briefing.ts'
import { openHouse, PEOPLE, type Answer, type House } from '../../support/house.ts'
import { entryWords, tableWords, tell, tellAgain, withdraw } from '../../support/publications.ts'
import { unzip, wordsOfDocument, wrongInXml } from '../../support/unzip.ts'

const TODAY = '2022-01-27'
const PERIODS = [
  '2020',
  '2021',
  '2021-q1',
  '2021-q2',
  '2021-q3',
  '2021-q4',
  '2022',
  '2022-q1',
  '1999',
]
const PRIVATE = { depth: 'named' as const, ground: 'A family could be identified.' }
const mainOf = (answer: Answer): string => /<main[\s\S]*<\/main>/.exec(answer.body)![0]
const unescape = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
/** The text of a page as a person reads it. */
const read = (html: string): string => unescape(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')
const paperOf = (house: House, period: string, depth: BriefingDepth): Paper =>
  briefingFor(house.store, period, depth, TODAY)
/** Every cell and every line of a sheet. */
const piecesOf = (paper: Paper): string[] =>
  paper.sections.flatMap((each) =>
    each.blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.flat()
        : block.kind === 'list'
          ? block.items.map((item) => item.text)
          : [block.text],
    ),
  )
const textOf = (paper: Paper): string => [paper.title, paper.state, ...piecesOf(paper)].join('\n')
const sheets = (house: House, depth: BriefingDepth): Record<string, string> =>
  Object.fromEntries(PERIODS.map((period) => [period, textOf(paperOf(house, period, depth))]))
const sectionOf = (paper: Paper, id: string): string =>
  textOf({ ...paper, sections: paper.sections.filter((each) => each.id === id) })
const by = (house: House, at = house.clock.at()) => ({
  personId: house.person(PEOPLE.coordinator).id,
  at,
})

/**
 * Writes a concern and an action under it straight to the record, at the table's depth unless it
 * says otherwise.
 */
const raise = (
  house: House,
  text: string,
  over: { raisedOn?: string; private?: boolean } = {},
): number => {
  const list = over.private ? [house.person(PEOPLE.coordinator).id] : []
  return house.store.concerns.record(
    {
      text,
      raisedOn: over.raisedOn ?? '2021-08',
      originKind: 'phone',
      originNote: null,
      themeId: null,
      areaId: null,
      ...(over.private ? PRIVATE : { depth: 'table', ground: null }),
      list,
    },
    { roundTableId: null, splitFromId: null },
    by(house),
  )
}
const agree = (
  house: House,
  concernId: number,
  text: string,
  over: { proposed?: boolean; private?: boolean } = {},
): number => {
  const leadId = house.person(PEOPLE.sergeant).organisationId
  const list = over.private ? [house.person(PEOPLE.coordinator).id] : []
  return house.store.actions.record(
    {
      text,
      kind: 'one-off',
      leadId,
      seatId: null,
      helperIds: [],
      by: null,
      proposed: over.proposed ?? false,
      first: { status: 'not-started', text: '' },
    },
    {
      roundTableId: null,
      concernIds: [concernId],
      ...(over.private ? PRIVATE : { depth: 'table' as const, ground: null }),
      list,
    },
    by(house),
  )
}
const report = (
  house: House,
  actionId: number,
  status: 'done' | 'under-way' | 'could-not',
  text: string,
  at = house.clock.at(),
): void => {
  house.store.actions.recordUpdate(
    actionId,
    { status, text, waitingFor: null, on: null },
    {
      organisationId: house.person(PEOPLE.sergeant).organisationId,
      seatId: null,
      roundTableId: null,
    },
    by(house, at),
  )
}
const hold = (
  house: House,
  name: string,
  heldOn: string,
  headCount: number | null,
  isPrivate = false,
): number =>
  house.store.events.record(
    {
      kind: 'stall',
      name,
      heldOn,
      startsAt: null,
      place: null,
      areaId: null,
      headCount,
      topics: `${name} topics`,
      tookAway: null,
      organisations: [],
    },
    {
      ...(isPrivate ? PRIVATE : { depth: 'table' as const, ground: null }),
      list: isPrivate ? [house.person(PEOPLE.coordinator).id] : [],
      seriesId: null,
    },
    by(house),
  )
const eventWords = (over: Partial<EventWords> = {}): EventWords => ({
  kind: 'event',
  change: FIRST,
  what: 'stall',
  heldOn: '2021-11',
  area: null,
  who: [],
  came: '',
  name: 'Stall in the square',
  place: '',
  told: 'We met.',
  worked: null,
  findings: [],
  entries: [],
  ...over,
})

t.test(
  'R9, R20: the sheet opens at what is public; what the table knows is asked for, and says on its face that it is not public',
  async (t) => {
    const house = await openHouse({ t })
    const observer = house.signIn(PEOPLE.observer)
    for (const path of [
      '/desk/upwards?period=2021',
      '/desk/upwards?period=2021&depth=public',
      '/desk/upwards?period=2021&depth=named',
      '/desk/upwards?period=2021&depth=',
      '/desk/upwards?period=2021&depth=public&depth=table',
    ]) {
      const page = read(mainOf(await observer.get(path)))
      t.match(page, 'Everything here is public already.', path)
      t.notMatch(
        page,
        'Share learning with more senior officers and political members. A programme',
        path,
      )
    }
    const table = read(mainOf(await observer.get('/desk/upwards?period=2021&depth=table')))
    t.match(table, 'Not all of this is public.')
    t.match(table, 'Some of it is not public.')
    t.match(table, '6 of them have no public words yet.')
    for (const path of ['/desk/upwards', '/desk/upwards.docx'])
      t.equal((await house.stranger().get(path)).headers.location, '/sign-in')
  },
)

t.test(
  'R23, R26: an odd time is answered with this quarter, which the sheet and its file are named by',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    for (const odd of [
      '2021-q9',
      '99999',
      '',
      '2021-07',
      '..%2F..%2Fx',
      '%00',
      '2021%0d%0aX-Y%3a1',
      '%E2%80%AE2021',
      '__proto__',
    ]) {
      const answer = await laptop.get(`/desk/upwards?period=${odd}`)
      t.equal(answer.statusCode, 200, odd)
      t.match(answer.body, /<h1>Mosaic Community Trust: January to March 2022 /, odd)
      t.equal(
        (await laptop.get(`/desk/upwards.docx?period=${odd}`)).headers['content-disposition'],
        'attachment; filename="upwards-2022-q1-public.docx"',
        odd,
      )
    }
    t.match(
      (await laptop.get('/desk/upwards?period=2021-q3&period=2021-q4')).body,
      /<h1>Mosaic Community Trust: July to September 2021 /,
      'the first of two',
    )
    t.match(
      (await laptop.get('/desk/upwards?period=1999')).body,
      /<option value="1999" selected>1999<\/option>/,
    )
    t.same(
      [
        ...(await laptop.get('/desk/upwards?period=2021')).body.matchAll(
          /<option value="(\d{4}(?:-q\d)?)"/g,
        ),
      ].map(([, period]) => period),
      ['2021', '2022', '2022-q1', '2021-q4', '2021-q3', '2021-q2', '2021-q1'],
    )
  },
)

t.test('R21: reading a sheet, or taking it along, writes nothing', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const before = house.store.journal.lastId()
  for (const path of [
    '/desk/upwards',
    '/desk/upwards?period=2021&depth=table',
    '/desk/upwards.docx?period=2021&depth=table',
  ])
    await laptop.get(path)
  t.equal(house.store.journal.lastId(), before)
})

t.test(
  'R10: every line of every public sheet of the sample can be read on the public side, but for the sheet’s own headings and counts',
  async (t) => {
    const house = await openHouse({ t })
    const reader = house.stranger()
    const board = house.store.published.board()
    const paths = [
      '/',
      '/?page=2',
      '/events',
      '/leaflets',
      '/programmes',
      '/round-tables',
      ...board.entries.map((each) => `/entries/${each.slug}`),
      ...board.events.map((each) => `/events/${each.slug}`),
      ...board.leaflets.map((each) => `/leaflets/${each.slug}`),
      ...board.programmes.map((each) => `/programmes/${each.slug}`),
      ...board.tables.map((each) => `/round-tables/${each.slug}`),
    ]
    const open = (await Promise.all(paths.map(async (path) => read((await reader.get(path)).body))))
      .join(' ')
      .toLowerCase()
    const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()
    // What the sheet itself says around public words: dates and names follow each other, so each
    // part is looked for on its own.
    const OWN =
      /^(\d+|not told|not expected|not counted|nothing is told of it yet\.|nobody has said yet\.|no news for .*|not yet closed by the round table\.|“not told” means.*|at least \d+ people came or answered.*|\d+ people came or answered.*|\d+ concerns? raised in this time .*|held in private: .*|no matters were held in private\.|no one from .* was at the .*|no round table of this time is told in public\.|nothing (raised|done) in this time is told in public\.|nothing that is told in public .*|pairs: \d+\.|\d+ group sessions?(, not recorded\.)?|run by .*)$/
    let lines = 0
    const missing = new Set<string>()
    for (const period of PERIODS) {
      for (const piece of piecesOf(paperOf(house, period, 'public'))) {
        for (const part of piece
          .split('\n')
          .flatMap((line) =>
            open.includes(plain(line)) ? [line] : line.split(/(?<=[.!?:)])\s+|,\s+/),
          )) {
          const text = plain(part)
          lines += 1
          if (
            !open.includes(text) &&
            !open.includes(text.replace(/[.:]$/, '')) &&
            !open.includes(text.replace(/^(began|begins) /, '').replace(/\.$/, '')) &&
            !OWN.test(text) &&
            !OWN.test(plain(piece))
          )
            missing.add(text)
        }
      }
    }
    t.same([...missing], [])
    t.ok(lines > 500, `${lines} lines were looked for`)
  },
)

t.test(
  'R9, R10: whatever is written on the record, a public sheet stays the same to the letter until a copy is published',
  async (t) => {
    const house = await openHouse({ t })
    const before = sheets(house, 'public')
    const concern = raise(house, 'Told at the table alone')
    const action = agree(house, concern, 'Walk the estate')
    report(house, action, 'done', 'The private words of an update')
    for (const each of house.store.actions.listUnfiltered().filter((one) => one.depth !== 'named'))
      report(house, each.id, 'under-way', 'Zebra words about it')
    hold(house, 'A stall that nobody told of', '2021-08-03', 61)
    raise(house, 'A private worry', { private: true })
    house.store.leaflets.recordHanding(
      house.store.leaflets.listUnfiltered()[0]!.id,
      { organisationId: 1, toWhom: 'at the school gate', on: '2022-01-20', copies: 400 },
      by(house),
    )
    house.store.programmes.recordPoint(
      house.store.programmes.listUnfiltered()[0]!.id,
      { kind: 'learning', theme: 'Zebra', text: 'Zebra learning' },
      by(house),
    )
    house.store.concerns.recordMerge(
      concern,
      house.store.concerns.listUnfiltered()[0]!.id,
      by(house),
    )
    t.same(sheets(house, 'public'), before)
    t.notSame(sheets(house, 'table'), before, 'while the table’s sheet moves on')
    tell(house.store, entryWords({ said: 'A new entry is told.', raisedOn: '2021-08' }))
    t.match(textOf(paperOf(house, '2021-q3', 'public')), 'A new entry is told.')
  },
)

t.test(
  'R11: a private matter changes no sheet at any depth, not by a word and not by a count; one that becomes private is gone as if it had never been',
  async (t) => {
    const house = await openHouse({ t })
    const [open, table] = [sheets(house, 'public'), sheets(house, 'table')]
    const held = raise(house, 'Zebra worry', { private: true })
    report(house, agree(house, held, 'Zebra help', { private: true }), 'done', 'Zebra was helped')
    hold(house, 'Zebra stall', '2021-08-03', 44, true)
    house.store.programmes.record(
      {
        name: 'Zebra scheme',
        aim: 'Zebra aim',
        startsOn: '2021-08',
        length: '',
        agreement: '',
        support: '',
        partnerIds: [],
      },
      { ...PRIVATE, list: [by(house).personId] },
      by(house),
    )
    t.same(sheets(house, 'public'), open)
    t.same(sheets(house, 'table'), table)

    const concern = raise(house, 'Yak worry')
    const action = agree(house, concern, 'Yak help')
    report(house, action, 'done', 'Yak was helped')
    const event = hold(house, 'Yak stall', '2021-08-03', 44)
    const [programme] = house.store.programmes.listUnfiltered()
    house.store.programmes.recordPoint(
      programme!.id,
      { kind: 'opportunity', theme: null, text: 'Yak opportunity' },
      by(house),
    )
    const point = house.store.programmes.listUnfiltered()[0]!.points.at(-1)!
    house.store.programmes.recordStep(
      programme!.id,
      point.id,
      { concernId: concern, words: 'Yak step' },
      by(house),
    )
    const between = sheets(house, 'table')
    for (const words of ['Yak worry', 'Yak help', 'Yak was helped', 'Yak stall', 'Yak opportunity'])
      t.match(between['2021-q3'], words, 'before, the table reads it')
    house.store.concerns.recordDepth(concern, { ...PRIVATE, list: [by(house).personId] }, by(house))
    house.store.events.recordDepth(event, { ...PRIVATE, list: [by(house).personId] }, by(house))
    t.same(sheets(house, 'table'), table)
    t.same(sheets(house, 'public'), open)
  },
)

t.test(
  'R11: how many matters were private stands on the sheet of a closed year alone, and as it was published',
  async (t) => {
    const house = await openHouse({ t })
    for (const depth of ['public', 'table'] as const) {
      for (const period of PERIODS)
        t.equal(
          /held in private/i.test(sectionOf(paperOf(house, period, depth), 'short')),
          period === '2021',
          `${period} at ${depth}`,
        )
    }
    const [year] = house.store.published.board().years
    const told = house.store.publications
      .list()
      .find((each) => each.kind === 'year' && each.slug === year!.slug)!
    const before = sheets(house, 'table')
    raise(house, 'One more of the closed year', { private: true, raisedOn: '2021-05' })
    t.same(sheets(house, 'table'), before)
    withdraw(house.store, told.id)
    t.notMatch(textOf(paperOf(house, '2021', 'table')), /held in private/i)
  },
)

t.test('R15: what is withdrawn or corrected is so on the next sheet', async (t) => {
  const house = await openHouse({ t })
  const { id } = tell(house.store, entryWords({ said: 'The first wording.', raisedOn: '2021-08' }))
  t.match(textOf(paperOf(house, '2021-q3', 'public')), 'The first wording.')
  tellAgain(
    house.store,
    id,
    entryWords({
      said: 'The right wording.',
      raisedOn: '2021-08',
      change: { kind: 'correction', words: 'The wording was wrong.' },
    }),
  )
  t.match(textOf(paperOf(house, '2021-q3', 'public')), 'The right wording.')
  t.notMatch(textOf(paperOf(house, '2021-q3', 'public')), 'The first wording.')
  withdraw(house.store, id)
  for (const depth of ['public', 'table'] as const)
    t.notMatch(textOf(paperOf(house, '2021-q3', depth)), 'wording.')
})

t.test('R26: a stall that lies ahead was not held, in public or at the table', async (t) => {
  const house = await openHouse({ t })
  tell(house.store, eventWords({ name: 'The stall to come', heldOn: '2022-03-20' }))
  tell(house.store, eventWords({ name: 'The stall of this month', heldOn: '2022-01' }))
  hold(house, 'A stall to come as well', '2022-03-21', null)
  t.notMatch(sectionOf(paperOf(house, '2022', 'public'), 'events'), 'The stall to come')
  t.match(sectionOf(paperOf(house, '2022', 'public'), 'events'), 'The stall of this month')
  t.notMatch(sectionOf(paperOf(house, '2022', 'table'), 'events'), 'A stall to come as well')
})

t.test(
  'R26: what was said done after midnight in London on the first of July is done in the third quarter',
  async (t) => {
    const house = await openHouse({ t })
    const concern = raise(house, 'The lamp at the gate is out', { raisedOn: '2021-02' })
    report(
      house,
      agree(house, concern, 'Mend the lamp'),
      'done',
      'It shines',
      '2021-06-30T23:30:00.000Z',
    )
    t.match(sectionOf(paperOf(house, '2021-q3', 'table'), 'done'), 'The lamp at the gate is out')
    t.match(sectionOf(paperOf(house, '2021-q3', 'table'), 'done'), '1 July 2021')
    t.notMatch(sectionOf(paperOf(house, '2021-q2', 'table'), 'done'), 'The lamp at the gate is out')
  },
)

t.test(
  'R1, R6: what is proposed counts for nothing yet: it says so, and nobody stands beside it',
  async (t) => {
    const house = await openHouse({ t })
    const concern = raise(house, 'The bins are full')
    agree(house, concern, 'Empty the bins', { proposed: true })
    const rows = paperOf(house, '2021-q3', 'table')
      .sections.find((each) => each.id === 'not-done')!
      .blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    t.match(
      rows.find(([said]) => said === 'The bins are full'),
      [
        'The bins are full',
        'No answer yet',
        /Empty the bins\. Not yet accepted by Metropolitan Police Service\.$/,
        'August 2021',
      ],
    )
  },
)

t.test(
  'R1, R3: once the record has moved on, the table’s sheet no longer lends the old public answer, nor how well that worked',
  async (t) => {
    const house = await openHouse({ t })
    const concern = raise(house, 'The lift is broken', { raisedOn: '2021-05' })
    const action = agree(house, concern, 'Mend the lift')
    report(house, action, 'could-not', 'There are no parts')
    const id = house.store.publications.record(
      { kind: 'entry', concernId: concern, roundTableId: null, year: null },
      entryWords({
        said: 'The lift is out.',
        did: 'No parts can be had.',
        standing: 'could-not',
        on: '2022-01-10',
        raisedOn: '2021-05',
        worked: { strength: 'view', words: 'People climb the stairs.' },
      }),
      [action],
      by(house),
    )
    house.store.publications.recordPublication(
      house.store.publications.find(id)!,
      draftOf(house.store.publications.find(id)!)!,
      by(house),
    )
    t.match(textOf(paperOf(house, '2021-q2', 'table')), 'No parts can be had.')
    t.match(sectionOf(paperOf(house, '2021-q2', 'table'), 'changed'), 'People climb the stairs.')
    house.clock.pass({ minutes: 1 })
    report(house, action, 'done', 'The lift runs')
    const after = paperOf(house, '2021-q2', 'table')
    t.match(
      sectionOf(after, 'done'),
      /Mend the lift\. Done\. The lift runs\nNot yet closed by the round table\./,
    )
    t.notMatch(textOf(after), 'No parts can be had.')
    t.notMatch(textOf(after), 'People climb the stairs.')
  },
)

t.test(
  'R1: concerns that were joined count once, and what was told of one is told of both',
  async (t) => {
    const house = await openHouse({ t })
    const [first, second] = [
      raise(house, 'Loud at night', { raisedOn: '2021-05' }),
      raise(house, 'Noise after ten', { raisedOn: '2021-05' }),
    ]
    t.match(sectionOf(paperOf(house, '2021-q2', 'table'), 'short'), '2 concerns were raised')
    house.store.concerns.recordMerge(second, first, by(house))
    t.match(
      sectionOf(paperOf(house, '2021-q2', 'table'), 'short'),
      /1 concern was raised[\s\S]*1 of them has no public words yet\./,
    )
    t.notMatch(textOf(paperOf(house, '2021-q2', 'table')), 'Noise after ten')
    const id = house.store.publications.record(
      { kind: 'entry', concernId: second, roundTableId: null, year: null },
      entryWords({ raisedOn: '2021-05', standing: 'unanswered', did: 'We heard this.' }),
      [],
      by(house),
    )
    house.store.publications.recordPublication(
      house.store.publications.find(id)!,
      draftOf(house.store.publications.find(id)!)!,
      by(house),
    )
    t.notMatch(textOf(paperOf(house, '2021-q2', 'table')), 'no public words yet')
  },
)

t.test('R7: an organisation that has ended keeps its name beside what it did', async (t) => {
  const house = await openHouse({ t })
  const police = house.person(PEOPLE.sergeant).organisationId
  const before = sheets(house, 'table')
  house.store.organisations.recordChange(police, { endedOn: '2022-01-20' }, by(house))
  t.same(sheets(house, 'table'), before)
})

t.test(
  'R17: no sheet, quarter or year, public or not, tells a small number of an event, nor lets it be worked out from the others and from the public pages',
  async (t) => {
    const house = await openHouse({ t })
    /** All that can be read of numbers, with so many at the small stall. */
    const seen = async (count: number): Promise<string> => {
      const other = await openHouse({ t })
      hold(other, 'Big stall', '2021-08-03', 52)
      hold(other, 'Small stall', '2021-08-10', count)
      hold(other, 'Late stall', '2021-11-10', 17)
      const pages = await Promise.all(
        ['/', '/events', '/board.json', '/feed.json'].map(async (path) =>
          (await other.stranger().get(path)).body.replace(/"version":\d+/g, ''),
        ),
      )
      return [
        ...Object.values(sheets(other, 'public')),
        ...Object.values(sheets(other, 'table')),
        ...pages,
      ].join('\n')
    }
    const zero = await seen(0)
    for (const count of [1, 4, 9]) t.equal(await seen(count), zero, `${count}`)
    t.match(zero, 'At least 107 people came or answered', 'the year is 38, 52 and 17')
    t.not(await seen(10), zero)
    t.ok(house.store.published.board().events.length > 0)
  },
)

t.test(
  'R10, R20: the Word file says what the screen says, at both depths, and is well formed',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    raise(house, 'First line\r\nsecond line & <b>more</b> \u0007 \ud800', { raisedOn: '2021-08' })
    for (const depth of ['public', 'table'] as const) {
      const answer = await laptop.get(`/desk/upwards.docx?period=2021&depth=${depth}`)
      t.equal(
        answer.headers['content-disposition'],
        `attachment; filename="upwards-2021-${depth}.docx"`,
      )
      t.equal(answer.headers['cache-control'], 'no-store')
      const files = unzip(answer.rawPayload)
      for (const [name, xml] of files)
        if (/\.(xml|rels)$/.test(name)) t.same(wrongInXml(xml), [], name)
      const words = wordsOfDocument(files.get('word/document.xml')!)
        .replace(/\ufffd/g, '')
        .replace(/\s+/g, ' ')
      const page = read(mainOf(await laptop.get(`/desk/upwards?period=2021&depth=${depth}`)))
      for (const piece of textOf(paperOf(house, '2021', depth)).split('\n')) {
        const text = piece
          .replace(/[\u0000-\u0008\ufffd]/g, '')
          .replace(/\s+/g, ' ')
          .trim()
        t.ok(words.replaceAll(' ', '').includes(text.replaceAll(' ', '')), `the file says: ${text}`)
        t.ok(
          page
            .replace(/[\u0000-\u0008\ufffd]/g, '')
            .replaceAll(' ', '')
            .includes(text.replaceAll(' ', '')),
          `the screen says: ${text}`,
        )
      }
      t.equal(
        (files.get('word/document.xml')!.match(/<w:tblHeader/g) ?? []).length,
        (files.get('word/document.xml')!.match(/<w:tbl>/g) ?? []).length,
        'each table repeats its head',
      )
    }
  },
)

t.test('R20: a line that was broken off stays so in the Word file', async (t) => {
  const xml = unzip(
    await wordDocument({
      title: 'T',
      state: 'S',
      sections: [
        {
          id: 'a',
          heading: 'A',
          blocks: [
            { kind: 'table', caption: 'c', head: ['h'], rows: [['one\r\ntwo\nthree']] },
            { kind: 'words', text: 'four\nfive' },
          ],
        },
      ],
    }),
  ).get('word/document.xml')!
  t.equal((xml.match(/<w:br\/>/g) ?? []).length, 3)
  t.same(wrongInXml(xml), [])
})

t.test('R2: an empty record has a sheet for each depth, as a page and as a file', async (t) => {
  const house = await openHouse({
    t,
    sample: false,
    prepare: (store) => {
      store.people.record(
        {
          name: 'Coordinator',
          email: PEOPLE.coordinator,
          organisationId: store.organisations.record(
            { code: 'mosaic', name: 'Mosaic', publicName: 'Mosaic', expected: true },
            { personId: null, at: '2022-01-20T10:00:00.000Z' },
          ),
          role: 'coordinator',
          approves: false,
        },
        { personId: null, at: '2022-01-20T10:00:00.000Z' },
      )
    },
  })
  const laptop = house.signIn(PEOPLE.coordinator)
  for (const depth of ['public', 'table']) {
    const answer = await laptop.get(`/desk/upwards?depth=${depth}`)
    t.equal(answer.statusCode, 200)
    t.match(
      read(mainOf(answer)),
      depth === 'public'
        ? 'Nothing raised in this time is told in public.'
        : 'Nothing was raised in this time.',
    )
    t.notMatch(mainOf(answer), /undefined|null|NaN/)
    t.equal((await laptop.get(`/desk/upwards.docx?depth=${depth}`)).statusCode, 200)
  }
  t.match(textOf(paperOf(house, '2021', 'table')), 'No round table met in this time.')
  tell(
    house.store,
    tableWords({
      heldOn: '2021-07',
      state: 'agreed',
      organisations: [{ code: 'mosaic', name: 'Mosaic', presence: 'present', expected: true }],
    }),
  )
  t.match(textOf(paperOf(house, '2021', 'public')), 'Present')
})
