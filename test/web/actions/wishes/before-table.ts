import t from 'tap'
import { find, UNDER_WAY } from '../report/set-up.ts'
import { JUNE, openAsking, tableNow } from './set-up.ts'

t.test(
  'R4: what an owner asked for stands where the next table is prepared, and beside the action in My actions',
  async (t) => {
    const { house, link, phone, coordinator, sergeant } = await openAsking(t)
    const agenda = `/desk/round-tables/${tableNow(house).slug}/agenda`
    const next = house.store.roundTables.planned().at(-1)!
    const pages = [agenda, `/desk/round-tables/${next.slug}`]
    for (const path of pages) t.notMatch((await coordinator.get(path)).body, 'Its owner asks for')
    await phone.post(`${link}/wishes`, JUNE)
    for (const path of pages)
      t.match((await coordinator.get(path)).body, 'Its owner asks for June 2022', path)
    t.match((await sergeant.get('/desk/mine')).body, 'Waits for the answer of the table: June 2022')
  },
)

t.test(
  'R21, R3: the receipt has the words of the action and that the table has not closed it; another day it says what stands',
  async (t) => {
    const { house, link, phone } = await openAsking(t)
    await phone.post(link, { ...UNDER_WAY, status: 'done' })
    const today = (await phone.get(`${link}/receipt`)).body
    t.match(today, 'Saved. Thank you')
    t.match(today, find(house).terms[0]!.text)
    t.match(today, 'Not yet closed by the round table')
    t.match(today, 'They meet now')
    house.clock.pass({ minutes: 30 * 24 * 60 })
    const later = (await phone.get(`${link}/receipt`)).body
    t.notMatch(later, 'Saved. Thank you')
    t.match(later, /What you said on 27 January 2022[\s\S]*Now it stands: <b>Done<\/b>/)
    t.notMatch((await phone.get(link)).body, 'Ask for another date')
  },
)
