import t from 'tap'
import type { Answered } from '../../../../src/domain/evidence/briefing.ts'
import { all, met, section, sheet } from './set-up.ts'

const answered = (over: Partial<Answered> = {}): Answered => ({
  said: 'The park is dark.',
  did: 'There are lights now.',
  who: 'the council',
  on: '2021-08-02',
  raisedOn: '2021-07',
  origin: 'July 2021 round table',
  standing: 'done',
  worked: null,
  couldNot: [],
  notYetClosed: false,
  silent: null,
  ...over,
})

t.test(
  'R1: what was raised in a time has its answer on that time’s sheet, whenever the answer came',
  async (t) => {
    const paper = sheet({
      answered: [
        answered({
          said: 'Bring back the hubs.',
          did: 'There is no money.',
          standing: 'could-not',
          on: '2022-01-10',
        }),
        answered({ said: 'Light the park.', on: '2022-01-12' }),
        answered({ said: 'Old and done now.', raisedOn: '2020-02', on: '2021-09-30' }),
        answered({ said: 'Old and done before.', raisedOn: '2020-02', on: '2020-05' }),
      ],
    })
    t.match(
      section(paper, 'not-done'),
      'Bring back the hubs. | There is no money. | The council | 10 January 2022',
    )
    t.match(section(paper, 'done'), 'Light the park.')
    t.match(section(paper, 'done'), 'Old and done now.')
    t.notMatch(all(paper), 'Old and done before.')
    t.match(section(paper, 'short'), '2 concerns were raised in this time.')
  },
)

t.test(
  'R1, R3: done says what of it could not be, and that the round table has not closed it yet',
  async (t) => {
    const rows = section(
      sheet({ answered: [answered({ couldNot: ['A camera at the gate.'], notYetClosed: true })] }),
      'done',
    )
    t.match(
      rows,
      'There are lights now.\nCould not: A camera at the gate.\nNot yet closed by the round table.',
    )
    t.notMatch(section(sheet({ answered: [answered()] }), 'done'), /Could not|Not yet closed/)
  },
)

t.test(
  'R8: what waits says for how long nothing was heard, once that is more than thirty days',
  async (t) => {
    const waits = (silent: number | null) =>
      section(sheet({ answered: [answered({ standing: 'under-way', silent })] }), 'not-done')
    t.match(waits(31), 'No news for 31 days.')
    t.notMatch(waits(30), 'No news')
    t.notMatch(waits(null), 'No news')
  },
)

t.test('R6: who was not there is named, and two schools with one name stay two', async (t) => {
  const came = (code: string, isHere: boolean) => ({
    code,
    name: 'a school',
    presence: isHere ? 'Present' : 'Absent',
    isHere,
  })
  const paper = sheet({
    tables: [
      met({ came: [came('north', true), came('south', false)] }),
      met({ title: 'September 2021 round table', heldOn: '2021-09', came: [came('south', true)] }),
    ],
  })
  t.equal(
    section(paper, 'came'),
    'A school | Present | Not expected\nA school | Absent | Present\nNo one from a school was at the July 2021 round table.',
  )
})

t.test(
  'R9: a public sheet with nothing on it says that nothing is told, and not that nothing was',
  async (t) => {
    const told = all(sheet({ isPublic: true }))
    const known = all(sheet())
    for (const claim of [
      'No round table met',
      'Nothing was raised',
      'Nothing was done',
      'Nothing waits',
      'were raised',
    ])
      t.notMatch(told, claim)
    for (const claim of [
      'No round table met',
      'Nothing was raised',
      'Nothing was done',
      'Nothing waits',
    ])
      t.match(known, claim)
    t.equal((told.match(/told in public/g) ?? []).length, 4)
    t.match(
      all(sheet({ isPublic: true, answered: [answered()] })),
      '1 concern raised in this time is told in public. This is where it stands today.',
    )
    t.match(
      all(sheet({ answered: [answered(), answered()], untold: 1 })),
      '1 of them has no public words yet.',
    )
  },
)

t.test(
  'R11: matters held in private stand on a sheet by their ground alone, and only where they were handed to it',
  async (t) => {
    t.notMatch(all(sheet()), /private/)
    t.match(all(sheet({ period: '2020', privately: [] })), 'No matters were held in private.')
    t.match(
      all(
        sheet({
          period: '2020',
          privately: [{ ground: 'A family could be identified.', count: 2 }],
        }),
      ),
      'Held in private: 2 because: A family could be identified.',
    )
  },
)
