import t from 'tap'
import { here } from './nine.ts'

const said = (typed: string): string => {
  const line = here(`h ${typed}`)
  const people = line.here.map(
    (each) =>
      `${each.organisationId}${each.seatId === null ? '' : `s${each.seatId}`} ${each.presence}${each.guestRole === null ? '' : ` ${each.guestRole}`}`,
  )
  return [...people, ...(line.residents === null ? [] : [`${line.residents} residents`])].join(', ')
}

t.test(
  'R6: whose apologies they are, with a dash, in brackets, or before and behind',
  async (t) => {
    for (const [typed, wanted] of Object.entries({
      '@council - apologies, @school': '3 apologies, 4 present',
      '@council – apologies, @school': '3 apologies, 4 present',
      '@council — apols, @school': '3 apologies, 4 present',
      '@council—apologies, @school': '3 apologies, 4 present',
      '@council -apologies, @school': '3 apologies, 4 present',
      'Council (Apologies); School - apologies; Homes': '3 apologies, 4 apologies, 5 present',
      'here @homes apologies @council @school': '5 present, 3 apologies, 4 apologies',
      'apologies @council @school here @homes': '3 apologies, 4 apologies, 5 present',
      '@council [apologies] @school': '3 apologies, 4 present',
      '@council (apologies) @school': '3 apologies, 4 present',
      '@homes here @council apologies': '5 present, 3 apologies',
      'here @homes @council apologies': '',
      'apologies - @council; present - @school': '3 apologies, 4 present',
    }))
      t.equal(said(typed), wanted, typed)
  },
)

t.test('R6: who is away is never a guest who is here', async (t) => {
  for (const words of [
    'off sick',
    'ill',
    'unwell',
    'away',
    'on leave',
    'apologised',
    'has apologised',
    'couldn’t be here',
    "couldn't be here today",
    'could not be here today',
    'sends regrets',
  ])
    t.equal(said(`council ${words}, school`), '3 apologies, 4 present', words)
  for (const words of [
    'isn’t here',
    "wasn't here",
    'aren’t coming',
    'won’t come',
    'was not here today',
    'no show',
    '- no show',
    'did not come',
    'no',
    ': no',
    '- no',
    'not here',
  ])
    t.equal(said(`clinic ${words}; school: yes`), '7 absent, 4 present', words)
  for (const [typed, wanted] of Object.entries({
    'police: yes, council: no': '2 present, 3 absent',
    '@police - no; @council - yes': '2 absent, 3 present',
    'Police x, Council ✓': '3 present',
    'Police ✗, Council ✓': '3 present',
    'not @police': '2 absent',
    'no police today': '2 absent',
    'no @police, @council': '2 absent',
    'neither @school nor @homes came': '4 absent, 5 absent',
    'no one from the police came': '2 absent',
  }))
    t.equal(said(typed), wanted, typed)
})

t.test('R2, R6: who is not surely here is asked, and stays in the words', async (t) => {
  for (const words of [
    'maybe',
    '?',
    'to confirm',
    'to be confirmed',
    'tbc',
    'n/a',
    'invited',
    'late',
    'running late',
    '(tbc)',
    '- ?',
    'never came',
    "couldn't",
    'can’t',
    'isn’t',
    'not sure',
    'left early',
    'was going to come',
    'on Teams',
    'in part',
    'by phone',
    'no apologies',
    'no word',
    ', maybe',
  ]) {
    t.equal(said(`@clinic ${words}; @school`), '4 present', words)
    t.match(here(`h @clinic ${words}; @school`), { text: /clinic/, remarks: [/here or away/] })
  }
  for (const typed of [
    'clinic replaced by mosque',
    'clinic (represented by mosque)',
    'mosque representing clinic',
    'Everyone here except @school',
    'all present apart from @council',
    'all but the council',
    'all here except @school, @homes',
    'apologies for lateness: clinic',
    'waiting for council',
    'cc council',
    'no apologies from the council',
    'not @police but @council here',
    '@school, everyone except @school',
  ])
    t.match(
      here(`h ${typed}`),
      { kind: 'note', here: [], remarks: [/./], text: `h ${typed}` },
      typed,
    )
  t.equal(said('@school? @homes'), '5 present')
  t.match(here('h @school? @homes'), { text: '@school', remarks: [/Is “@school” here or away/] })
})

t.test('R6: that nobody is away is said of nobody', async (t) => {
  for (const typed of [
    'apologies: none. clinic, mosque here',
    'Apologies none, clinic, mosque',
    'no apologies; clinic, mosque',
    'nobody absent; clinic, mosque',
    'absent: none; clinic, mosque',
    'apologies - none; clinic, mosque',
    'clinic, mosque; apologies: none',
    'clinic, mosque, no apologies',
  ])
    t.equal(said(typed), '7 present, 8 present', typed)
})

t.test('R6: residents are counted only as one number of those who are here', async (t) => {
  for (const [typed, wanted] of Object.entries({
    'residents: seven': '7 residents',
    'residents (7)': '7 residents',
    'residents - 7': '7 residents',
    'zero residents': '0 residents',
    'no residents': '0 residents',
    '7-8 residents': '',
    '7 to 8 residents': '',
    'about 7 residents': '',
    'around seven residents': '',
    '7+ residents': '',
    '1 resident rep': '',
    'apologies: 2 residents': '',
    'apologies from 2 residents': '',
    '2 residents sent apologies': '',
  })) {
    t.equal(said(`police; ${typed}`), ['2 present', wanted].filter(Boolean).join(', '), typed)
    t.equal(wanted === '', here(`h police; ${typed}`).remarks.length > 0, 'and it is said')
  }
})
