import t from 'tap'
import { council, mosaic, police, read, school, sergeant } from './set-up.ts'

t.test(
  'R6: a line says who is here: by seat, by organisation, by role, with apologies, and how many residents',
  async (t) => {
    t.match(read('h @mosaic, @sergeant, 7 residents'), {
      kind: 'here',
      text: '',
      residents: 7,
      remarks: [],
      here: [
        { organisationId: mosaic, seatId: null, guestRole: null, presence: 'present' },
        { organisationId: police, seatId: sergeant, presence: 'present' },
      ],
    })
    t.match(read('h @wcc councillor; 1 resident'), {
      residents: 1,
      here: [{ organisationId: council, guestRole: 'councillor', presence: 'present' }],
    })
    for (const words of ['apologies @mps', '@mps apologies', '@mps: sorry', '@mps sends apologies'])
      t.match(
        read(`h ${words}`).here,
        [{ organisationId: police, presence: 'apologies', guestRole: null }],
        words,
      )
    t.match(
      read('h @mps absent, @sergeant sent someone, @wcc here').here.map((each) => each.presence),
      ['absent', 'sent-someone', 'present'],
    )
    t.match(
      read('h @mps and @wcc & 7 residents'),
      {
        residents: 7,
        remarks: [],
        here: [
          { organisationId: police, guestRole: null },
          { organisationId: council, guestRole: null },
        ],
      },
      '“and” is nobody’s role',
    )
    t.match(read('h @school health and safety officer').here, [
      { organisationId: school, guestRole: 'health and safety officer' },
    ])
    t.match(
      read('h @mps @wcc').here.map((each) => each.organisationId),
      [police, council],
    )
  },
)

t.test('R6: apologies of someone by role never count their organisation as here', async (t) => {
  const line = read('h @mps inspector apologies')
  t.match(line.here, [{ organisationId: police, guestRole: 'inspector', presence: 'apologies' }])
  t.equal(line.text, '')
})

t.test('what is not read of who is here stays in the words', async (t) => {
  t.match(read('h @mps, the vicar, 7 residents'), {
    text: 'the vicar',
    residents: 7,
    here: [{ organisationId: police }],
    remarks: ['“the vicar” was not read'],
  })
  t.match(read('h @mps, @fire'), { text: '@fire', here: [{ organisationId: police }] })
  t.match(read('h @sergeant and a colleague'), {
    text: 'and a colleague',
    here: [{ seatId: sergeant, guestRole: null }],
  })
})
