import t from 'tap'
import { organisations } from '../../../make.ts'
import { council, police, read } from './set-up.ts'

const POLICE = organisations.find((each) => each.id === police)!.name
const COUNCIL = organisations.find((each) => each.id === council)!.name

t.test('R2: whoever is only spoken of stays in the words and does not lead', async (t) => {
  for (const [typed, wanted] of Object.entries({
    'ask @mps for the numbers @wcc by May': [council, `ask ${POLICE} for the numbers`, '2022-05'],
    'send it to @mps @wcc': [council, `send it to ${POLICE}`, null],
    'write to @mps about stops': [null, `write to ${POLICE} about stops`, null],
    '@wcc will write to @mps by May': [council, `will write to ${POLICE}`, '2022-05'],
    'Find out from @mps and @wcc': [null, `Find out from ${POLICE} and ${COUNCIL}`, null],
    'Meet with @mps': [null, `Meet with ${POLICE}`, null],
  })) {
    const line = read(`a ${typed}`)
    t.match(line, { leadId: wanted[0], helperIds: [], text: wanted[1], by: wanted[2] }, typed)
    t.match(line.remarks[0], /stays in the words and does not lead/, typed)
    t.ok(line.fixes.length > 0, typed)
  }
  const [fix] = read('a write to @mps about stops').fixes
  t.match(read(`a write to @mps about stops`.replace(fix!.typed, fix!.insert)), {
    leadId: police,
    text: `write to ${POLICE} about stops`,
    remarks: [],
  })
})

t.test('R2: a second owner is read however it is joined to the first', async (t) => {
  for (const typed of [
    '@wcc, mps',
    '@wcc with mps',
    '@wcc and the police',
    '@WCC@MPS',
    '@mps (support) @wcc (lead)',
    '@wcc (lead), @mps (support)',
    '@wcc with @mps',
  ])
    t.match(
      read(`a Sweep the yard ${typed} by May`),
      { leadId: council, helperIds: [police], text: 'Sweep the yard', by: '2022-05', remarks: [] },
      typed,
    )
  t.match(
    read('a @wcc, police tape to be taken away'),
    { leadId: council, helperIds: [], text: /police tape to be taken away/ },
    'a name that goes on as a sentence is one of its words',
  )
})

t.test('R2: the day may stand first, before who does it', async (t) => {
  t.match(read('a by 28 April @wcc to fix the gate'), {
    leadId: council,
    by: '2022-04-28',
    text: 'to fix the gate',
    remarks: [],
  })
})

t.test('R2, R26: a date that is not taken is said beside', async (t) => {
  for (const words of ['by 29 Feb', 'by 1/2/3', 'by next May', '(May)', 'by 28 4', 'by 2023'])
    t.match(read(`a Fix it ${words}`), { by: null, text: `Fix it ${words}`, remarks: [/./] }, words)
  for (const words of ['ETA May', 'target May', 'by end-May'])
    t.match(read(`a Fix it ${words}`), { by: '2022-05', text: 'Fix it', remarks: [] }, words)
})
