import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { unzip } from '../../../support/unzip.ts'
import { wordsOfDocument } from '../../../support/xml.ts'
import { hands, OPEN } from './set-up.ts'

const wordsOf = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const minutesOf = (body: string) => wordsOf(/<main[\s\S]*<\/main>/.exec(body)![0])

t.test(
  'R17: a vote is part of a decision, in minutes, in Word, in the list and beside a draft: counts, and no names',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, table } = hands(house)
    await write(laptop, 'd- We meet at Church Street, 9 to 3, 2 abstained')
    await write(laptop, 'd- The stall is open, 2 to 4')
    const said = 'We meet at Church Street. Vote: 9 for, 3 against, 2 abstained.'
    const minutes = minutesOf((await laptop.get(`${OPEN}/minutes`)).body)
    t.match(minutes, `Decided: ${said}`)
    t.match(minutes, 'Decided: The stall is open, 2 to 4')
    const word = await unzip((await laptop.get(`${OPEN}/minutes.docx`)).rawPayload)
    t.match(wordsOfDocument(word.get('word/document.xml')!), said)
    const decisions = wordsOf((await laptop.get('/desk/decisions?q=Church+Street')).body)
    t.match(decisions, /We meet at Church Street\s+Vote: 9 for, 3 against, 2 abstained/)
    t.equal(
      wordsOf((await laptop.get('/desk/decisions?q=stall+is+open')).body).includes('Vote:'),
      false,
    )
    const open = minutesOf((await laptop.get(`${OPEN}/minutes?depth=public`)).body)
    t.notMatch(open, '9 for', 'and what the table decided is drafted for the public by hand')
    const by = { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() }
    house.store.roundTables.recordFinish(table().id, by)
    const { headers } = await laptop.post('/desk/entries', {
      kind: 'round-table',
      roundTableId: table().id,
    })
    t.match(wordsOf((await laptop.get(String(headers.location))).body), said)
  },
)

t.test(
  'a paper that was shown stands under its item and in a list at the end, and under a private item in neither (R11)',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, ids } = hands(house)
    await write(laptop, 'c The stairs are dark')
    await write(laptop, 'p Crime figures, quarter 3 (police slides)', { last: ids().at(-1)! })
    await write(laptop, 'p- The map of lamps')
    await write(laptop, 'p- The map of lamps')
    const item = ids().length
    const minutes = minutesOf((await laptop.get(`${OPEN}/minutes`)).body)
    t.match(minutes, 'Paper: Crime figures, quarter 3 (police slides)')
    const [, seen] = minutes.split('Papers seen')
    t.match(seen, `Crime figures, quarter 3 (police slides) (item ${item})`)
    t.equal(seen!.split('The map of lamps').length, 2, 'each once')
    await write(laptop, 'c The family of the boy !private')
    await write(laptop, `p${item + 1} Letter of the aunt`)
    for (const depth of ['table', 'public'])
      t.notMatch(
        (await laptop.get(`${OPEN}/minutes?depth=${depth}`)).body,
        'Letter of the aunt',
        depth,
      )
    t.notMatch((await laptop.get(`${OPEN}/minutes?depth=public`)).body, 'Papers seen')
  },
)

t.test(
  'R30: the date of the next table, said in the room, plans it, and the minutes have it',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write, notes } = hands(house)
    await write(laptop, 'next Thursday 12 May 10.30am, Church Street Library')
    t.match(notes().at(-1), { unread: /is planned for 28 April 2022, 10\.30/ }, 'R2: none is moved')
    const before = house.store.journal.lastId()
    await write(laptop, 'next moves to Thursday 12 May 10.30am, Church Street Library')
    const lines = house.store.journal.since(before)
    t.ok(lines.some(({ verb, noun }) => verb === 'moved' && noun === 'round table'))
    const minutes = minutesOf((await laptop.get(`${OPEN}/minutes`)).body)
    t.match(minutes, /The next round table\s+12 May 2022, 10\.30, Church Street Library\./)
    const planned = wordsOf((await laptop.get('/desk/round-tables/2022-q2')).body)
    t.match(planned, 'Said at the 27 January 2022 round table', 'and the plan says why')
  },
)

t.test('R6: who stands for nobody is here by the line, once', async (t) => {
  const house = await openHouse({ t })
  const { laptop, write, table } = hands(house)
  await write(laptop, 'h @mosaic; others: independent chair, 2 mentors; 7 residents')
  await write(laptop, 'h others: 2 mentors')
  const nobody = table().attendance.filter((each) => each.organisationId === null)
  t.match(nobody, [
    { guestRole: 'independent chair', count: 1 },
    { guestRole: 'mentors', count: 2 },
  ])
  t.equal(nobody.length, 2)
})
