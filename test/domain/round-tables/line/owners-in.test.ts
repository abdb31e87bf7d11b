import fc from 'fast-check'
import t from 'tap'
import { namesToMention } from '../../../../src/domain/round-tables/line/mentions.ts'
import { ownersIn } from '../../../../src/domain/round-tables/line/owners/owners-in.ts'
import { areas, organisations, seats, themes } from '../../make.ts'

const names = namesToMention(organisations, seats, themes, areas)
const [MOSAIC, POLICE, COUNCIL] = names.organisations.map((each) => each.name)
const said = (text: string): string[] =>
  ownersIn(text, names).pieces.map((each) =>
    'one' in each ? each.one.name : 'several' in each ? `${each.typed}?` : `(${each.typed})`,
  )

t.test('R2: who owns an action is read as people write it in a log', async (t) => {
  for (const [typed, owners] of Object.entries({
    'the police': [POLICE],
    'The Met': [POLICE],
    'Met Police': [POLICE],
    'Metropolitan Police': [POLICE],
    'the council': [COUNCIL],
    'Westminster Council': [COUNCIL],
    'MPS; WCC': [POLICE, COUNCIL],
    'MPS/WCC': [POLICE, COUNCIL],
    'MPS and WCC': [POLICE, COUNCIL],
    'MPS WCC': [POLICE, COUNCIL],
    'the police and the council': [POLICE, COUNCIL],
    'WCC & Mosaic': [COUNCIL, MOSAIC],
    'wcc+mps': [COUNCIL, POLICE],
    '@WCC/@MPS': [COUNCIL, POLICE],
    'MPS (Pat)': [POLICE, '(Pat)'],
    'MR / BB': ['(MR)', '(BB)'],
    'Sgt Example / WCC': ['(Sgt Example)', COUNCIL],
    'WCC (support), MPS (lead)': [POLICE, COUNCIL],
    'Ward sergeant, Church Street': ['Ward sergeant, Church Street'],
    'MPS sergeant': ['Ward sergeant, Church Street'],
    'WCC street cleansing': [COUNCIL, '(street cleansing)'],
    officer: ['officer?'],
    'WCC lead': [COUNCIL],
    'Lead: WCC; support: MPS': [COUNCIL, POLICE],
    'Support: MPS; lead: WCC': [COUNCIL, POLICE],
    'Lead - WCC': [COUNCIL],
    'lead WCC': [COUNCIL],
    'not WCC': ['not WCC?'],
    'WCC (not MPS)': [COUNCIL, 'not MPS?'],
    'was MPS now WCC': ['was MPS now WCC?'],
    'WCC?': ['WCC??'],
    'Camden Council': ['(Camden Council)'],
    'Police Federation': ['(Police Federation)'],
    'council tax office': ['(council tax office)'],
    All: ['(All)'],
    '': [],
    ' , / ': [],
  }))
    t.same(said(typed), owners, typed)
})

t.test('R2: a stranger or a doubt in first place lets nobody lead', async (t) => {
  const sergeant = ownersIn('Sgt Example / WCC', names)
  t.equal(sergeant.lead, null)
  t.same(sergeant.strangers, ['Sgt Example'])
  t.match(sergeant.owners, [{ name: COUNCIL }], 'who is known is known')
  t.equal(ownersIn('officer, MPS', names).lead, null)
  t.match(ownersIn('officer, MPS', names).doubts, [{ typed: 'officer' }])
  t.match(ownersIn('MPS, Pat', names).lead, { name: POLICE })
  for (const typed of ['not WCC', 'was MPS now WCC', 'Camden Council', 'Police Federation'])
    t.equal(ownersIn(typed, names).lead, null, typed)
  t.match(ownersIn('MPS, Lead: WCC', names).lead, { name: COUNCIL })
})

t.test('R2: of any names in any order none is lost, and the first of them leads', async () => {
  const known = fc.constantFrom(
    ...names.organisations.flatMap((each) => [
      [each.keys[0]!.toUpperCase(), each.name] as const,
      [each.name, each.name] as const,
    ]),
    ...names.seats.map((each) => [each.name, each.name] as const),
  )
  const stranger = fc.nat({ max: 99 }).map((n) => [`Zq${n}`, `(Zq${n})`] as const)
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ arbitrary: known, weight: 3 }, stranger), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('; ', ' / ', '/', ' & ', ' and ', ' + ', '\n'),
      (some, joined) => {
        const text = some.map(([typed]) => typed).join(joined)
        const wanted = some.map(([, name]) => name)
        const isRead = JSON.stringify(said(text)) === JSON.stringify(wanted)
        const lead = ownersIn(text, names).lead?.name ?? null
        return isRead && lead === (wanted[0]!.startsWith('(') ? null : wanted[0])
      },
    ),
    { numRuns: 1000 },
  )
})
