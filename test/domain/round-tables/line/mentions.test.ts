import fc from 'fast-check'
import t from 'tap'
import {
  findLabel,
  findNamed,
  findOwner,
  isSeat,
  namesToMention,
  shortestFor,
  type Found,
  type Named,
} from '../../../../src/domain/round-tables/line/mentions.ts'
import { organisations, seats, themes, areas } from '../../make.ts'

const names = namesToMention(organisations, seats, themes, areas)
const said = (found: Found<Named>): string =>
  'one' in found
    ? found.one.name
    : 'several' in found
      ? found.several.map((each) => each.name).join(' or ')
      : 'nobody'
const owner = (typed: string): string => said(findOwner(typed, names))
const theme = (typed: string): string => said(findLabel(typed, names))

t.test(
  'people type an organisation by its code, its initials, its public name or its whole name',
  async (t) => {
    for (const typed of ['police', 'mps', 'MPS', 'metropolitan-police-service', 'metro', 'pol'])
      t.equal(owner(typed), 'Metropolitan Police Service', typed)
    for (const typed of ['council', 'wcc', 'Westminster-City-Council'])
      t.equal(owner(typed), 'Westminster City Council', typed)
    for (const typed of ['mosaic', 'mct', 'mos'])
      t.equal(owner(typed), 'Mosaic Community Trust', typed)
  },
)

t.test(
  'people type a seat by any word of its title, where no organisation is called so',
  async (t) => {
    t.equal(owner('sergeant'), 'Ward sergeant, Church Street')
    t.equal(owner('youth'), 'Youth services officer')
    t.equal(owner('coord'), 'Coordinator')
    t.equal(owner('head'), 'Head of year')
    t.equal(
      owner('school'),
      'A Westminster school',
      'the organisation whose code it is, before the seat of the schools lead',
    )
    t.equal(owner('schools'), 'Schools lead')
    const found = findOwner('sergeant', names)
    t.ok(
      'one' in found && isSeat(found.one) && found.one.organisationId === 2,
      'and the seat brings its organisation',
    )
  },
)

t.test('R2: a mark that may mean two is nobody yet, and says whom it may mean', async (t) => {
  t.equal(owner('officer'), 'Community engagement officer or Youth services officer')
  t.equal(owner('church'), 'Advocate, Church Street or Ward sergeant, Church Street')
  t.equal(
    owner('m'),
    'Mosaic Community Trust or Metropolitan Police Service or Manager',
    'a seat that begins so as well is not chosen over two organisations',
  )
  t.equal(
    theme('s'),
    'Stop and search or Women’s safety or Schools and parents or Church Street',
    'nor an area over three themes',
  )
})

t.test('R2: a mark that means nobody stays nobody', async (t) => {
  for (const typed of ['fire', 'x', 'mpss', '44']) t.equal(owner(typed), 'nobody', typed)
  for (const typed of ['weather', '1']) t.equal(theme(typed), 'nobody', typed)
  for (const typed of ['', '-', '’', '\u037A', '\uFF9E']) {
    t.equal(owner(typed), 'nobody', 'nothing typed is not the beginning of everything')
    t.equal(theme(typed), 'nobody')
  }
})

t.test(
  'a theme is found whole before its beginning, in small letters and without its accents and apostrophes',
  async (t) => {
    t.equal(theme('stop'), 'Stop and search')
    t.equal(theme('STOP-AND-SEARCH'), 'Stop and search')
    t.equal(theme('women’s'), 'Women’s safety')
    t.equal(theme('womens-safety'), 'Women’s safety')
    t.equal(theme('sáfety'), 'Women’s safety')
    t.equal(theme('trust'), 'Trust in the police', 'whose own code it is')
    t.equal(
      said(
        findNamed('stop', [
          { id: 1, name: 'Bus stop', keys: ['bus-stop', 'stop'] },
          { id: 2, name: 'Stop', keys: ['stop'] },
        ]),
      ),
      'Stop',
      'where several are called so, the one whose own short form it is',
    )
    t.equal(
      said(
        findNamed('sto', [
          { id: 1, name: 'Store', keys: ['store'] },
          { id: 2, name: 'Stop', keys: ['stop'] },
        ]),
      ),
      'Store or Stop',
    )
  },
)

t.test('what completion puts in names that one and nobody else', async (t) => {
  for (const each of [...names.organisations, ...names.seats])
    t.equal(owner(shortestFor(each, names)), each.name, `${each.name}: ${shortestFor(each, names)}`)
  t.equal(shortestFor(names.organisations[1]!, names), 'mps')
  t.equal(
    shortestFor(
      names.seats.find((each) => each.name === 'Head of year')!,
      names,
    ),
    'head',
  )
  const twins = namesToMention(
    organisations,
    [...seats, { ...seats[4]!, id: 99, organisationId: 3 }],
    themes,
    areas,
  )
  t.equal(
    shortestFor(twins.seats.at(-1)!, twins),
    'community-engagement-officer',
    'of two seats with one title neither has a form of its own, and the mark stays open',
  )
  t.ok('several' in findOwner('community-engagement-officer', twins))
})

t.test(
  'R2: whatever is typed, a mark is one, or several, or nobody, and what is one was typed in its name',
  async () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z-]{1,8}$/)),
        (typed) => {
          const found = findOwner(typed, names)
          if ('several' in found) return found.several.length > 1
          return (
            'none' in found ||
            [...names.organisations, ...names.seats].some(
              (each) => each.id === found.one.id && each.name === found.one.name,
            )
          )
        },
      ),
    )
  },
)
