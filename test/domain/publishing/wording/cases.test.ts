import t from 'tap'
import type { CheckKey } from '../../../../src/domain/publishing/wording/alert.ts'
import { alertsIn } from '../../../../src/domain/publishing/wording/wording.ts'
import { foundOf, KNOWLEDGE } from './make.ts'

/** What is found is what was typed, in its own figures and dashes. */
const FOUND: Partial<Record<CheckKey, [text: string, found: string][]>> = {
  contacts: [
    ['Call +44 (0)20 7946 0123 or 07700.900.123 to hear', '+44 (0)20 7946 0123'],
    ['Or 07700.900.123 to hear more', '07700.900.123'],
    ['Ring +44(0)7700 900123.', '+44(0)7700 900123'],
    ['Ring 020.7946.0123.', '020.7946.0123'],
    ['Ring 07700–900–123.', '07700–900–123'],
    ['Ring 07700‑900‑123.', '07700‑900‑123'],
    ['Ring 07700/900123.', '07700/900123'],
    ['Ring ０７７００９００１２３.', '０７７００９００１２３'],
    ['It is 7700 900123.', '7700 900123'],
    ['It is O7700 9OO123.', 'O7700 9OO123'],
    ['Write to pat＠met.example.', 'pat＠met.example'],
    ['Write to pat@bücher.example.', 'pat@bücher.example'],
    ['الشرطة@met.example', 'الشرطة@met.example'],
    ['Write to pat @ met.example.', 'pat @ met.example'],
    ['Write to pat (at) met (dot) example.', 'pat (at) met (dot) example'],
    ['A mother at 12 church street told us.', '12 church street'],
    ['The gate of 12 lisson grove.', '12 lisson grove'],
    ['The door of flat12 is open.', 'flat12'],
    ['It is apartment 5.', 'apartment 5'],
    ['It is number 12.', 'number 12'],
    ['The family at number twenty-two moved.', 'at number twenty-two'],
    [
      'It is zero seven seven hundred nine hundred four five six.',
      'zero seven seven hundred nine hundred four five six',
    ],
    ['Go to no. 12.', 'no. 12'],
    ['It is twelve Church Street.', 'twelve Church Street'],
    ['She lives in NW8-8JH.', 'NW8-8JH'],
    ['At 12 Church St today', '12 Church St'],
    ['At 12 Penfold Crescent today', '12 Penfold Crescent'],
    ['At 12 Penfold Rd today', '12 Penfold Rd'],
    ['At 12 Penfold Drive today', '12 Penfold Drive'],
    ['At 12 Penfold Walk today', '12 Penfold Walk'],
    ['At 12 St. John’s Wood Road today', '12 St. John’s Wood Road'],
    ['It was Flat C.', 'Flat C'],
    ['It was Apt 5b.', 'Apt 5b'],
    ['It was Kennet House, 12.', 'Kennet House, 12'],
  ],
  names: [
    ['We asked OBrien.', 'OBrien'],
    ['the desk of yilmaz', 'yilmaz'],
    ['lukasz said so', 'lukasz'],
    ['We met mrs smith today.', 'mrs smith'],
    ['We met mohammed ali today.', 'mohammed ali'],
    ['Thanks to Grace Mensah for it.', 'Grace Mensah'],
    ['J. Brown asked the landlord.', 'J. Brown'],
    ['J Brown asked the landlord.', 'J Brown'],
    ['J.Brown asked the landlord.', 'J.Brown'],
    ['The landlord, J. Brown, 020 7946 0000', 'J. Brown'],
    ['J. Brown', 'J. Brown'],
    ['Brown, J. asked the landlord.', 'Brown, J.'],
    ['Write to Brown, J: the landlord.', 'Brown, J'],
    ['A. Green asked the landlord.', 'A. Green'],
    ['Thanks to J. Brown for it.', 'J. Brown'],
    ['Ask for J. Reader at the desk.', 'J. Reader'],
    ['J. Carpenter told the council.', 'J. Carpenter'],
    ['We met Cllr J. Brown.', 'Cllr J. Brown'],
    ['We met J. R. Brown.', 'J. R. Brown'],
    ['J Khan wrote to us.', 'J Khan'],
    ['Mr Brown asked the landlord.', 'Mr Brown'],
    ['PC Smith came.', 'PC Smith'],
  ],
  guarded: [
    ['the OMalley house', 'O’Malley'],
    ['the Elamin family', 'El-Amin'],
    ['the Club7 asked', 'Club 7'],
    ['the club seven asked', 'Club 7'],
    ['the o\u2019malleys\u2019 house', 'O’Malley'],
  ],
  people: [
    ['60% of residents agree', '60% of residents'],
    ['Half of the mothers came', 'Half of the mothers'],
    ['Mothers (3) came', 'Mothers (3)'],
    ['Mothers: 3', 'Mothers: 3'],
    ['We asked one mother', 'one mother'],
    ['We met both boys', 'both boys'],
    ['A couple of families left', 'couple of families'],
    ['A handful of girls came', 'handful of girls'],
    ['3 were under 18', '3 were under'],
    ['٣ mothers came', '٣ mothers'],
  ],
  described: [
    ['The only Somali mother on the estate.', 'The only Somali mother on the estate'],
    ['It is a mother who lives above the chemist.', 'a mother who lives above the chemist'],
    ['We met her son, who is 14.', 'her son'],
    ['He is a man who runs the corner shop.', 'a man who runs the corner shop'],
  ],
}

for (const [key, cases] of Object.entries(FOUND))
  t.test(`R12, R14, R17: ${key} are found as people type them, and shown as typed`, async (t) => {
    for (const [text, found] of cases)
      t.ok(
        foundOf(key as CheckKey, text).includes(found),
        `“${found}” in “${text}”: ${foundOf(key as CheckKey, text).join('; ')}`,
      )
  })

t.test('R12: days, years, money, places and references are no way to reach anyone', async (t) => {
  for (const text of [
    'On 2022-01-27 at 10.30 and on 27/01/2022 10.30.',
    'Open 09:00-17:00, 10:00-14:00.',
    'It cost £1,234,567 in 2019, 2020 and 2021.',
    'Reference WCC-2022-0147 and 22/01234/FULL.',
    'The survey came to {stall-2.came} at Church Street.',
    'Regent’s Park and the Home Office, ward NW8.',
    'Call 101, or Crimestoppers on 0800 555 111.',
    'Two Church Street officers came at 6.30.',
    'The block by the market, a flat a fire began in.',
  ])
    t.same(foundOf('contacts', text), [], text)
  t.same(foundOf('people', 'They plan from 2026 to move people on.'), [], 'a year is no count')
  t.same(foundOf('people', 'Section 60 was used.'), [])
})

t.test('R12: a part of another word is not a guarded word', async (t) => {
  t.same(foundOf('guarded', 'We want her on the panel.', { guarded: ['Heron'] }), [])
  t.same(foundOf('guarded', 'The clubs of 7 wards.', { guarded: ['Club 7'] }), [])
  t.same(foundOf('guarded', 'Lanternfish.', { guarded: ['Lantern'] }), [])
})

t.test('R14: words that begin a column, a heading or a sentence are no names', async (t) => {
  for (const word of 'Date Letter Updated To Patrol Survey Minutes No Owner Status Due'.split(' '))
    t.same(foundOf('names', `${word}: see ${word} of the Survey`), [], word)
  t.same(foundOf('names', 'Rose beds and Hope Gardens in May. Will it be done?'), [])
})

t.test('R12: streets and places that the partnership keeps are known', async (t) => {
  const text = 'We met at Quillfeather by Zedmoor. The stall was in Unit 12 Arts.'
  t.not(foundOf('names', text).length, 0)
  const known = ['Quillfeather', 'Zedmoor', 'Unit 12 Arts']
  t.same([...foundOf('names', text, { known }), ...foundOf('contacts', text, { known })], [])
  t.same(foundOf('contacts', '12 Zedmoor Street', { known: ['Zedmoor Street'] }), [
    '12 Zedmoor Street',
  ])
})

t.test('R12: a date that is not the record’s is said', async (t) => {
  const dates = (text: string, when = ['2022-04-28']) =>
    alertsIn([{ field: 'did', text, when }], KNOWLEDGE)
      .filter((each) => each.key === 'date')
      .map((each) => each.reason)
  t.match(dates('We held a stall on 3 May.')[0], /words say 3 May\. The record says 28 April 2022/)
  for (const wrong of [
    'on 3/5/2022',
    'on 2022-05-03',
    'on May 3rd, 2022',
    'in May 2022',
    '28 April 2021',
  ])
    t.equal(dates(`We held a stall ${wrong}.`).length, 1, wrong)
  for (const right of ['on 28 April', 'on April 28', 'in April 2022', 'on 28/04/2022', 'in spring'])
    t.same(dates(`We held a stall ${right}.`), [], right)
  t.same(dates('We met on 28 April. The lamp came on 3 May.'), [], 'the other is of something else')
  t.same(dates('The next one is on 3 May, and we write by 1 June.'), [])
  t.same(dates('We held a stall on 3 May.', ['2022-05']), [], 'a month is enough')
  t.same(dates('We held a stall on 3 May.', []), [], 'the record has no day')
  const [said] = dates('We held a stall on 3 May.', ['2022-04-28', '2022-04-28', '2022-05-12'])
  t.match(said, 'The record says 28 April 2022 or 12 May 2022. Put', 'each day of it once')
})

t.test('R12: in another language, contacts are found unless the English has them', async (t) => {
  const contacts = (text: string, english: string) =>
    alertsIn([{ field: 'piece-0', text, english }], KNOWLEDGE)
      .filter((each) => each.key === 'contacts')
      .map((each) => each.found)
  t.same(contacts('اتصل ٠٧٧٠٠ ٩٠٠١٢٣', 'Call us'), ['٠٧٧٠٠ ٩٠٠١٢٣'])
  t.same(contacts('اتصل ٠٧٧٠٠ ٩٠٠١٢٣', 'Call 07700 900123'), [])
  t.same(
    alertsIn([{ field: 'piece-0', text: 'le OMalley', english: 'x' }], KNOWLEDGE).map((e) => e.key),
    ['guarded'],
  )
})

t.test('R12: a file is read for what leads to a person, and not for style', async (t) => {
  const keys = (text: string) =>
    alertsIn([{ field: 'files', text, ownName: true, file: true }], KNOWLEDGE).map((e) => e.key)
  t.same(keys('Ring 07700 900123'), ['contacts'])
  t.same(keys('Ask Mrs Placeholder at 12 church street'), ['names', 'contacts'])
  t.same(keys('A mother who lives above the chemist said so'), ['described'])
  t.same(keys('FREE WORKSHOP for ALL. The MPS will facilitate. Quillfeather'), [])
})

t.test('R14: an officer who said something is a role, and no name', async (t) => {
  for (const text of [
    'The Inspector said that patrols go on until May.',
    'The sergeant said so.',
    'An officer will come.',
  ])
    t.same(foundOf('names', text), [], text)
  t.same(foundOf('names', 'Inspector Said will come.'), ['Inspector Said'])
})

t.test('R14: a letter that is no initial makes no name of the word after it', async (t) => {
  for (const text of [
    'Section 60 was used in Zone D. Brown bins come on Monday.',
    'The J. Lewis Partnership gave lamps.',
    'See Appendix A. Next is the list.',
    'The lift in Block B. Residents asked for it.',
    'Block B Residents asked for it.',
    'The plan has 3 parts.\nA. Lighting\nB. Noise\nC. Green spaces\nD. Street lamps',
    'The parts were A. Lighting; B. Green walls.',
    'We walked from A to B. Residents asked for it.',
    'We chose plan B. Will it help?',
    'A Green park was asked for.',
    'Class A Drugs were found at Gate B. April was wet.',
    'We went along Church Street, A. Lighting came first.',
    'Everyone gets an A. Short words help.',
  ])
    t.same(foundOf('names', text), [], text)
  t.same(foundOf('names', 'Take Vitamin C. It helps.', { known: ['Vitamin'] }), [])
})

t.test('R14: a contact that everyone may have names nobody all the same', async (t) => {
  const foundIn = (text: string) =>
    alertsIn([{ field: 'contact', text, contact: true }], KNOWLEDGE).map((each) => each.found)
  t.same(foundIn('J. Brown, 020 7946 0000'), ['J. Brown'])
  t.same(foundIn('Ask for Fatima, 020 7946 0000'), ['Fatima'])
  t.same(foundIn('020 7946 0000, help@landlord.example'), [], 'a number that is theirs to give')
})
