import type { Test } from 'tap'
import type { Action } from '../../../src/domain/actions/action.ts'
import { GROUNDS } from '../../../src/domain/depth.ts'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import type { RoundTable } from '../../../src/domain/round-tables/round-table.ts'
import { runClock } from '../../../src/work/clock/reminders.ts'
import { type Fields, type House, PEOPLE, type Visitor } from '../../support/house.ts'
import { publishAgain } from './set-up.ts'
import { ownersAsk } from './write-actions.ts'
import { lettersOfTheTable, linesOfTheTable, tableAhead } from './write-at-table.ts'
import { leafletsWritten, programmeWritten, quoteAndEvents } from './write-evidence.ts'
import { residentsLeave, seatsAndWaysIn } from './write-people.ts'
import { releasesWritten } from './write-releases.ts'

/** Writes all kinds of private things the way people do, through the pages. */
export async function writePrivately(t: Test, house: House): Promise<void> {
  const { me, does, coordinator, sergeant } = writing(t, house)
  const { action, open, held, named } = await heldMatters(t, house, { me, does, coordinator })
  await entryInPreparation(house, action, { me, does, coordinator, sergeant })

  const table1 = await linesOfTheTable(house, open, { does, coordinator, sergeant })
  await lettersOfTheTable({ house, open, table1, does, coordinator })
  await tableAhead(house, { does, coordinator, sergeant })
  await pageAndLetters(t, house, open, { me, does, coordinator, sergeant })
  const event = await quoteAndEvents(house, held, { me, does, coordinator })
  await leafletsWritten(t, house, named, { does, coordinator })
  // Programmes, at table depth, at public depth and held in private, with all that hangs on them.
  for (const depth of [{}, { depth: 'public' }, held] as Fields[]) {
    await programmeWritten({ house, held, named, depth, does, coordinator })
  }
  await does(coordinator, '/desk/entries', { kind: 'event', eventId: event.split('/').at(-1)! })
  await seatsAndWaysIn(house, { me, does, coordinator, sergeant })
  await releasesWritten(house, { does, coordinator, sergeant })
  await ownersAsk(house, { does, coordinator, sergeant })
  await residentsLeave(house, { me, does, coordinator })

  house.clock.pass({ minutes: 31 })
  t.match(
    await does(sergeant, '/desk/actions/1/updates', { status: 'done', text: 'zqmarker-verb-kept' }),
    /kept=yes/,
  )
  house.clock.pass({ minutes: -31 })
}

async function heldMatters(
  t: Test,
  house: House,
  { me, does, coordinator }: Pick<Writing, 'me' | 'does' | 'coordinator'>,
) {
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
  return { action, open, held, named }
}

async function entryInPreparation(
  house: House,
  action: Action,
  { me, does, coordinator, sergeant }: Pick<Writing, 'me' | 'does' | 'coordinator' | 'sergeant'>,
) {
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
  await concernsKept(house, twice, { coordinator, does })
  house.store.signIn.makeLink(me, house.clock.at())
  await house.signInTheLongWay(PEOPLE.approver)
}

/** Taken apart, passed on, put first: all that is kept of a concern beside its words. */
async function concernsKept(
  house: House,
  twice: string,
  { coordinator, does }: Pick<Writing, 'does' | 'coordinator'>,
) {
  const id = Number(twice.split('/').at(-1))
  const { mergedIntoId } = house.store.concerns.listUnfiltered([id])[0]!
  house.clock.pass({ minutes: 1 })
  await does(coordinator, `/desk/concerns/${mergedIntoId}/actions`, {
    text: 'zqmarker-verb-since',
    kind: 'one-off',
  })
  const since = house.store.actions.listUnfiltered().at(-1)!
  await does(coordinator, `${twice}/parting`, {
    reason: 'zqmarker-verb-parted',
    actionIds: [since.id],
  })
  const [one, two] = house.store.labels.list('theme')
  await does(coordinator, `${twice}/wordings`, {
    text: 'zqmarker-verb-about: two things',
    themeId: one!.id,
    furtherThemeIds: [two!.id],
    basedOn: house.store.concerns.listUnfiltered([id])[0]!.wordings.at(-1)!.id,
    reason: '',
  })
  await does(coordinator, `${twice}/passings`, {
    toWhom: 'zqmarker-verb-body',
    contact: 'zqmarker-verb-contact',
    isPublicContact: 'yes',
  })
  await does(coordinator, `${twice}/answers`, {
    passingId: house.store.concerns.listUnfiltered([id])[0]!.passings[0]!.id,
    words: 'zqmarker-verb-answered',
  })
  await does(coordinator, `${twice}/priorities`, { agreed: 'yes', until: 'for 3 months' })
}

async function pageAndLetters(
  t: Test,
  house: House,
  open: RoundTable | undefined,
  { me, does, coordinator, sergeant }: Pick<Writing, 'me' | 'does' | 'coordinator' | 'sergeant'>,
) {
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
  await does(coordinator, `/desk/letters/${written.id}/holding`, { reason: 'Wait for the agenda' })
  const at = house.clock.at()
  house.store.letters.recordReturned(written.id, '5.1.1', at)
  await does(
    coordinator,
    `/desk/letters/returned/${house.store.letters.returned()[0]!.id}/settling`,
    {},
  )
  await does(sergeant, '/desk/letters/choice', { frequency: 'weekly' })
  house.store.reportLinks.make(
    { letterId: written.id, actionId: 1, seatId: 1, personId: me },
    house.clock.at(),
  )
}

function writing(t: Test, house: House) {
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
  return { me, does, coordinator, sergeant }
}

export type Writing = ReturnType<typeof writing>
