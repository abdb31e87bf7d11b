import { parseSteps } from '../../../src/domain/publishing/kinds/entry-trail.ts'
import { factsOf, happenedOn, originOf } from '../../../src/domain/publishing/kinds/entry-facts.ts'
import type { Knowledge } from '../../../src/domain/publishing/wording/alert.ts'
import { namedIn } from '../../../src/domain/publishing/pieces.ts'
import { type EntryWords } from '../../../src/domain/publishing/kinds/entry.ts'
import { check, overrule } from '../../../src/domain/publishing/checks.ts'
import { approve, publish, withdraw } from '../../../src/domain/publishing/approval.ts'
import t from 'tap'
import {
  hasMovedOn,
  isApproved,
  type Draft,
  type Publication,
} from '../../../src/domain/publishing/publication.ts'
import { entry } from '../../../src/domain/publishing/kinds/entry.ts'
import { year } from '../../../src/domain/publishing/kinds/year.ts'
import { action, AT, concern, saying, source, table, TODAY, update } from '../make.ts'

const label = (id: number) => ({ code: `org-${id}`, name: `organisation ${id}` })
const knowledge: Knowledge = { names: [], known: [], guarded: ['Lantern Lane'], private: [] }
const words = (over: Partial<EntryWords> = {}): EntryWords => ({
  kind: 'entry',
  change: { kind: 'first', words: '' },
  said: 'We are stopped for no reason.',
  did: 'The police held a stall.',
  standing: 'done',
  on: '2021-11',
  raisedOn: '2021-07',
  origin: 'July 2021 round table',
  theme: null,
  area: null,
  who: [label(1)],
  worked: { strength: 'early', words: '' },
  notYetClosed: false,
  actions: [],
  trail: [{ on: '2021-07', words: 'Raised.' }],
  ...over,
})
const draft = (id: number, of: EntryWords): Draft => ({
  id,
  words: of,
  coversIds: [],
  writerId: 1,
  at: AT,
})
const publication = (over: Partial<Publication> = {}): Publication => ({
  id: 1,
  kind: 'entry',
  concernId: 1,
  roundTableId: null,
  quoteId: null,
  eventId: null,
  leafletId: null,
  programmeId: null,
  year: null,
  slug: null,
  drafts: [draft(1, words())],
  approvals: [],
  overrulings: [],
  comments: [],
  releases: [],
  withdrawal: null,
  ...over,
})
const checksOf = (
  of: EntryWords,
  over: Partial<Publication> = {},
  against: Partial<Parameters<typeof check>[1]> = {},
) =>
  check(publication({ drafts: [draft(1, of)], ...over }), {
    knowledge,
    movedOn: undefined,
    hasChanged: false,
    isHeld: false,
    files: [],
    ...against,
  })
const keysOf = (...given: Parameters<typeof checksOf>) =>
  checksOf(...given).map((each) => `${each.key}: ${each.field}`)

t.test('R1: an entry’s standing, owners and dates come from the record', async (t) => {
  const actions = [
    saying('done', { helperIds: [2] }),
    saying('done', {}, { id: 2, depth: 'named' }),
    action({ id: 3 }, { leadId: 3, proposed: true }),
  ]
  const facts = factsOf(
    concern(),
    'July 2021 round table',
    source({ actionsUnder: () => actions }),
    () => 'Hold a stall',
  )
  t.equal(facts.standing, 'done')
  t.same(
    facts.who.map((each) => each.code),
    ['org-1', 'org-2'],
    'R6: an organisation that has not accepted answers for nothing',
  )
  t.same(
    facts.actions.map((each) => each.accepted),
    [true, false],
    'R11: the named one is not there',
  )
  t.ok(facts.notYetClosed)
})

t.test('R2: an action without owner or date is told as such', async (t) => {
  const actions = [action({}, { leadId: null })]
  const facts = factsOf(concern(), 'x', source({ actionsUnder: () => actions }), () => '')
  t.match(facts.actions[0], { who: null, by: null, words: '' })
})

t.test('the first words hold facts and no private text', async (t) => {
  const told = concern({ originNote: 'Told by a mother at number nine', originKind: 'stall' })
  const first = entry.begin(
    { kind: 'entry', concernId: 1 },
    source({
      concern: () => ({ ...told, roundTableId: null }),
      actionsUnder: () => [saying('done')],
    }),
    TODAY,
  )
  t.ok(first)
  t.equal(JSON.stringify(first).includes('mother'), false)
  t.equal(
    JSON.stringify(first).includes('We are stopped'),
    false,
    'the concern’s own words are written anew',
  )
  t.equal(JSON.stringify(first).includes('Hold a stall'), false)
})

t.test('R12: a date, an organisation, a result and how well it worked must be there', async (t) => {
  t.same(keysOf(words()), [])
  t.same(keysOf(words({ said: '', did: '', on: null, worked: null })), [
    'complete: said',
    'complete: did',
    'complete: on',
    'complete: strength',
  ])
  t.same(keysOf(words({ worked: { strength: 'counted', words: '' } })), ['complete: worked'])
  t.same(
    keysOf(words({ did: 'The stall met {stall-2.came} people, {stall: female} of them women.' })),
    ['complete: did', 'complete: did'],
    'R17: a placeholder that is not known, and braces that are none, stop it',
  )
  t.same(keysOf(words({ standing: 'unanswered', did: '', worked: null, on: null, who: [] })), [
    'complete: did',
  ])
  t.same(
    keysOf(
      words({
        standing: 'unanswered',
        did: 'No answer yet. It goes to the next table.',
        worked: null,
        on: null,
        who: [],
      }),
    ),
    [],
    'no answer yet is an answer that can be told',
  )
  t.same(keysOf(words({ standing: 'could-not', worked: null, on: null })), ['complete: on'])
})

t.test('R12: guarded words and named sources stop, and no reason overrules them', async (t) => {
  const guarded = checksOf(words({ did: 'It was at Lantern Lane.' }))
  t.match(
    guarded.find((each) => each.key === 'guarded'),
    { verdict: 'stopped' },
  )
  t.notOk(overrule(guarded, 'guarded', 'Lantern Lane', 'Everyone knows').accepted)
  const named = checksOf(words(), {}, { isHeld: true })
  t.match(named, [{ key: 'named', verdict: 'stopped' }])
  t.notOk(overrule(named, 'named', 'source', 'It is fine').accepted)
})

t.test('R12: another check is overruled with a reason, for exactly what was found', async (t) => {
  const of = words({ did: '38 residents came to the stall.' })
  const checks = checksOf(of)
  const found = checks.find((each) => each.key === 'people')!
  t.equal(found.verdict, 'look')
  t.notOk(overrule(checks, 'people', found.found, ' ').accepted, 'a reason is needed')
  t.notOk(overrule(checks, 'people', '39 residents', 'Counted').accepted)
  t.ok(overrule(checks, 'people', found.found, 'Counted').accepted)
  const overrulings = [
    { key: 'people', found: found.found, reason: 'Counted', personId: 1, at: AT },
  ]
  t.equal(checksOf(of, { overrulings }).find((each) => each.key === 'people')?.verdict, 'overruled')
  t.equal(
    checksOf(words({ did: '39 residents came to the stall.' }), { overrulings }).find(
      (each) => each.key === 'people',
    )?.verdict,
    'look',
    'another number asks again',
  )
})

t.test('R13: an approval holds for exactly the words that were seen', async (t) => {
  const seen = publication()
  t.match(approve(seen, 1, []), { accepted: true, value: { id: 1 } })
  const changed = publication({
    drafts: [draft(1, words()), draft(2, words({ did: 'The police held a stall!' }))],
    approvals: [{ draftId: 1, personId: 2, at: AT, alone: false }],
  })
  t.notOk(isApproved(changed), 'one changed character voids it')
  t.notOk(publish(changed, []).accepted)
  t.notOk(approve(changed, 1, []).accepted, 'the older words cannot be approved any more')
  t.ok(approve(changed, 2, []).accepted)
  t.notOk(approve(seen, 1, checksOf(words({ said: '' }))).accepted, 'an open check stops approval')
})

t.test(
  'R13: nothing is published without approval, nor past a check that came up since',
  async (t) => {
    t.notOk(publish(publication(), []).accepted)
    const approved = publication({ approvals: [{ draftId: 1, personId: 2, at: AT, alone: false }] })
    t.ok(publish(approved, []).accepted)
    t.notOk(publish(approved, checksOf(words({ did: 'It was at Lantern Lane.' }))).accepted)
    t.notOk(
      publish(
        {
          ...approved,
          releases: [{ draftId: 1, copyId: 1, at: AT, change: { kind: 'first', words: '' } }],
        },
        [],
      ).accepted,
      'not twice',
    )
    t.notOk(
      publish({ ...approved, withdrawal: { at: AT, ground: 'x' } }, []).accepted,
      'R15: a withdrawn address stays closed',
    )
  },
)

t.test('R15: a later copy says why it is there', async (t) => {
  const before = {
    releases: [{ draftId: 0, copyId: 1, at: AT, change: { kind: 'first' as const, words: '' } }],
  }
  t.same(keysOf(words(), before), ['complete: changeKind'])
  t.same(keysOf(words({ change: { kind: 'news', words: '' } }), before), [])
  t.same(keysOf(words({ change: { kind: 'correction', words: '' } }), before), [
    'complete: changeWords',
  ])
  t.ok(
    keysOf(
      words({ change: { kind: 'correction', words: 'It was at Lantern Lane' } }),
      before,
    ).includes('guarded: changeWords'),
    'R12: what changed is checked like every word',
  )
  t.notOk(withdraw(publication(), 'It was wrong.').accepted, 'it is not public')
  t.notOk(withdraw(publication({ ...before }), '').accepted, 'a ground is needed')
  t.ok(withdraw(publication({ ...before }), 'It was wrong.').accepted)
})

t.test('R28: the record moving on stops yesterday’s words and is seen on the desk', async (t) => {
  const now = source({ actionsUnder: () => [saying('under-way')] })
  const movedOn = entry.movedOn!(words(), { kind: 'entry', concernId: 1 }, now)
  t.same(keysOf(words(), {}, { movedOn }), ['current: did'])
  const still = source({ actionsUnder: () => [saying('done')] })
  t.equal(entry.movedOn!(words(), { kind: 'entry', concernId: 1 }, still), undefined)
  const told = publication({
    releases: [{ draftId: 1, copyId: 1, at: AT, change: { kind: 'first', words: '' } }],
  })
  t.ok(hasMovedOn(told, 'under-way'))
  t.notOk(hasMovedOn(told, 'done'))
  t.notOk(hasMovedOn(publication(), 'under-way'), 'nothing is told yet')
})

t.test('R13: every organisation named is known, so that it can be shown the words', async (t) => {
  t.same(
    namedIn(
      words({
        actions: [
          {
            words: '',
            who: label(2),
            helpers: [label(3)],
            by: null,
            kind: 'one-off',
            status: 'done',
            accepted: true,
            closed: false,
            lastHeardOn: '2021-11-01',
          },
        ],
      }),
    ),
    ['org-1', 'org-2', 'org-3'],
  )
})

t.test('R11: the year’s count holds grounds and numbers, and counts a matter once', async (t) => {
  const named = concern({
    depth: 'named',
    ground: 'A family could be identified.',
    createdAt: '2021-07-15T10:00:00.000Z',
  })
  const actions = [
    action({ depth: 'named', ground: 'A family could be identified.' }),
    action({
      id: 2,
      concernIds: [],
      depth: 'named',
      ground: 'A place or a group could be harmed.',
    }),
    action({
      id: 3,
      concernIds: [],
      depth: 'named',
      ground: 'x',
      agreedAt: '2022-01-01T00:00:00.000Z',
    }),
  ]
  const held = source({ matters: () => ({ concerns: [named], actions }) })
  t.same(year.begin({ kind: 'year', year: '2021' }, held, TODAY)?.words.grounds, [
    { ground: 'A family could be identified.', count: 1 },
    { ground: 'A place or a group could be harmed.', count: 1 },
  ])
  t.equal(
    year.begin({ kind: 'year', year: '2022' }, held, TODAY),
    undefined,
    'and only of a closed year',
  )
})

t.test('the trail is typed as lines that begin with a day or a month', async (t) => {
  t.match(parseSteps('July 2021: Raised.\n\n10 December 2021: Played: twice.', TODAY), {
    value: [
      { on: '2021-07', words: 'Raised.' },
      { on: '2021-12-10', words: 'Played: twice.' },
    ],
  })
  t.match(parseSteps('It was raised', TODAY), { accepted: false, refusals: [{ field: 'trail' }] })
})

t.test('the day of a result is proposed from what owners said', async (t) => {
  t.equal(
    happenedOn([
      action({ updates: [update({ on: '2021-11' })] }),
      action({ updates: [update({ on: '2021-12-10' })] }),
      action({ depth: 'named', updates: [update({ on: '2022-01' })] }),
    ]),
    '2021-12-10',
  )
  t.equal(originOf(concern(), table()), 'July 2021 round table')
})
