import t from 'tap'
import { readOrganisations, readSeats } from '../../../src/domain/people/pasting/read-pasted.ts'

t.test('organisations are read with the name that residents are told', async (t) => {
  t.match(readOrganisations('Metropolitan Police Service; the police\n\nSt Mary’s School'), [
    { number: 1, name: 'Metropolitan Police Service', publicName: 'the police' },
    { number: 3, name: 'St Mary’s School', publicName: 'St Mary’s School' },
  ])
})

t.test('a seat is read from semicolons, from commas and from the cells of a sheet', async (t) => {
  for (const line of [
    'Ward sergeant, Church Street; sergeant@met.example; member',
    'Ward sergeant, Church Street, sergeant@met.example, member',
    'Ward sergeant, Church Street\tsergeant@met.example\tmember',
    'sergeant@met.example; Member; "Ward sergeant, Church Street"',
  ])
    t.match(readSeats(`MPS:\n${line}`, []), [
      {
        number: 2,
        organisation: 'MPS',
        seat: 'Ward sergeant, Church Street',
        name: 'Ward sergeant, Church Street',
        email: 'sergeant@met.example',
        role: 'member',
      },
    ])
})

t.test(
  'an organisation stands above its lines or within them, and roles are known words',
  async (t) => {
    const [first, second, third] = readSeats(
      'the council\nSchools lead\nOfficer; Jo; jo@council.example; coordinator and approver\n' +
        'Inspector; the police; i@met.example',
      ['the council', 'the police'],
    )
    t.match(first, { organisation: 'the council', seat: 'Schools lead', email: '', name: '' })
    t.match(second, { name: 'Jo', role: 'coordinator', approves: true })
    t.match(third, { organisation: 'the police', seat: 'Inspector', role: null })
    t.equal(readSeats('Somebody; a@b.example', [])[0]!.organisation, null)
  },
)

t.test(
  'R2: the row above a sheet says which column is a name, and is no line itself',
  async (t) => {
    const sheet = [
      'Name\tPost\tOrganisation\tEmail',
      'Sam Sample\tCaretaker\tYouth Hub\tsam@hub.example',
    ].join('\n')
    t.match(readSeats(sheet, ['Youth Hub']), [
      { number: 2, seat: 'Caretaker', name: 'Sam Sample', organisation: 'Youth Hub' },
    ])
    t.match(readSeats(sheet.replace('Name\tPost', 'Post\tName'), ['Youth Hub']), [
      { seat: 'Sam Sample', name: 'Caretaker' },
    ])
  },
)
