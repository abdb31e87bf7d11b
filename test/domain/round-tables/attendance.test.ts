import t from 'tap'
import {
  attendanceFields,
  attendanceIn,
  attendanceMark,
} from '../../../src/domain/round-tables/attendance/fields.ts'
import { guestsIn, othersIn } from '../../../src/domain/round-tables/attendance/guest-lines.ts'
import { asLastTime } from '../../../src/domain/round-tables/attendance/as-last-time.ts'
import { sayAttendance } from '../../../src/domain/round-tables/attendance/say-attendance.ts'
import { howItWas, isRepresented } from '../../../src/domain/round-tables/round-table.ts'
import { AT, came, table } from '../make.ts'
import { july, paper, said, section } from './minutes-paper/set-up.ts'

const everybody = [
  came({ seatId: 1 }),
  came({ organisationId: 2, seatId: 4, presence: 'sent-someone', sentRole: 'PC' }),
  came({ organisationId: 3, guestRole: 'Councillor' }),
  came({ organisationId: 3, guestRole: 'Head of year', presence: 'apologies' }),
  came({ organisationId: null, guestRole: 'Independent chair' }),
  came({ organisationId: null, guestRole: 'residents', count: 2 }),
]

t.test('who is here goes into the form and comes out of it as it was', async (t) => {
  const at = table({ attendance: everybody, residents: 4 })
  t.same(attendanceFields(at), {
    'seat-1': 'present',
    'seat-4': 'sent-someone',
    'sent-seat-4': 'PC',
    'guests-3': 'Councillor\nApologies: Head of year',
    others: 'Independent chair\n2 residents',
    residents: '4',
  })
  const seats = [
    { id: 1, organisationId: 1 },
    { id: 4, organisationId: 2 },
  ]
  t.same(attendanceIn(attendanceFields(at), [1, 2, 3], seats), everybody)
  t.not(attendanceMark(at), attendanceMark(table({ residents: 4 })))
  t.same(
    attendanceIn({ 'seat-1': 'present', 'sent-seat-1': 'PC' }, [1], seats),
    [came({ seatId: 1 })],
    'who came instead is said only of a seat that sent someone',
  )
})

t.test('guests and others are read a role on a line, here or with apologies', async (t) => {
  t.same(
    guestsIn(' Councillor \n\napologies from head of year\nApologies: deputy\nApologies').map(
      ({ guestRole, presence }) => [guestRole, presence],
    ),
    [
      ['Councillor', 'present'],
      ['head of year', 'apologies'],
      ['deputy', 'apologies'],
    ],
  )
  t.same(
    othersIn('an independent chair\nTwo residents\n12 young people\nchair\n3rd year pupil').map(
      ({ guestRole, count }) => [guestRole, count],
    ),
    [
      ['independent chair', 1],
      ['residents', 2],
      ['young people', 12],
      ['chair', 1],
      ['3rd year pupil', 1],
    ],
  )
})

t.test(
  'R6: a guest who is here represents their organisation; apologies, and others, represent none',
  async (t) => {
    const guest = came({ organisationId: 2, guestRole: 'PC' })
    t.ok(isRepresented(table({ attendance: [guest] }), 2))
    const away = table({ attendance: [{ ...guest, presence: 'apologies' }] })
    t.notOk(isRepresented(away, 2))
    t.equal(howItWas(away, 2), 'away')
    const others = table({ attendance: [came({ organisationId: null, guestRole: 'Chair' })] })
    t.notOk(isRepresented(others, 1))
    t.equal(howItWas(others, 1), 'not said')
  },
)

t.test(
  'R14: minutes say seat and role at the table, a role and organisation in public, a name only at the deepest',
  async (t) => {
    const at = { ...july, attendance: everybody }
    const rows = (depth: 'public' | 'table' | 'named') => {
      const [block] = section(paper({ at, depth }), 'present')!.blocks
      return block?.kind === 'table' ? block.rows : []
    }
    t.same(rows('table'), [
      ['Mosaic Community Trust', 'Coordinator', 'Present'],
      ['Metropolitan Police Service', 'Ward sergeant, Church Street', 'Sent someone: PC'],
      ['Westminster City Council', 'Councillor', 'Present'],
      ['Westminster City Council', 'Head of year', 'Apologies'],
      ['No organisation', 'Independent chair', 'Present'],
      ['No organisation', '2 residents', 'Present'],
    ])
    t.same(
      rows('public').map(([, who]) => who),
      [
        'Coordinator',
        'Ward sergeant',
        'Councillor',
        'Head of year',
        'Independent chair',
        'residents',
      ],
      'and R17: so few are not counted there',
    )
    const words = said(paper({ at }), 'present')
    t.match(words, 'Apologies: Head of year, Westminster City Council.')
    t.match(words, 'Ward sergeant, Church Street, Metropolitan Police Service, sent: PC.')
  },
)

t.test(
  'R2: who is here begins as at the last table that says so, and with nobody’s apologies',
  async (t) => {
    const open = table({ id: 9, heldOn: '2022-01-27' })
    const earlier = table({
      id: 2,
      heldOn: '2021-07',
      openedAt: AT,
      attendance: [came({ seatId: 7 })],
    })
    const last = table({
      id: 3,
      heldOn: '2021-10-28',
      openedAt: AT,
      residents: 12,
      attendance: [
        ...everybody,
        came({ seatId: 8, presence: 'apologies' }),
        came({ organisationId: 2 }),
      ],
    })
    const silent = table({ id: 4, heldOn: '2021-12-01', openedAt: AT })
    const later = table({ id: 5, heldOn: '2022-04-28', openedAt: AT, attendance: everybody })
    t.same(asLastTime(open, [later, open, silent, last, earlier]), {
      accepted: true,
      value: { 'seat-1': 'present', 'seat-4': 'sent-someone', 'org-2': 'present' },
    })
    t.match(asLastTime(open, [later, open, silent]), {
      refusals: [{ reason: 'No round table before this one says who was there' }],
    })
    t.match(asLastTime({ ...open, attendance: [came({ seatId: 1 })] }, [last]), {
      refusals: [{ reason: /written down already/ }],
    })
  },
)

t.test('R6: who is here is said in one line, and who is not', async (t) => {
  const names = {
    publicName: (id: number | null) => ['', 'Mosaic', 'the police', 'the council'][id ?? 0]!,
  }
  const at = (attendance: ReturnType<typeof came>[], residents: number | null = null) =>
    sayAttendance(table({ attendance, residents, expectedIds: [1, 2, 3] }), names)
  t.equal(at([]), 'Nobody is marked here yet')
  t.equal(at(everybody), '6 here from 3')
  t.equal(
    at([came({ seatId: 1 })], 7),
    '1 here from 1, and 7 residents. No one from the police or the council',
  )
  t.equal(
    at([
      came({ organisationId: 2, seatId: 4, presence: 'sent-someone' }),
      came({ organisationId: 2, guestRole: 'PC' }),
    ]),
    '1 here from 1. No one from Mosaic or the council',
    'whoever was sent is one person',
  )
  t.equal(
    at([came({ organisationId: 2, presence: 'apologies' })], 1),
    '0 here, and 1 resident. No one from Mosaic, the police or the council',
  )
})
