import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { PEOPLE } from '../../../support/house.ts'
import { find, linkFor, UNDER_WAY } from '../report/set-up.ts'
import { council, minutesOf, openAsking, tableNow, waits } from './set-up.ts'

const BEFORE = /Metropolitan Police[^<"]* said this on 27 January 2022, before [^<"]* led it\./i
const OLD_WORDS = /said this on 27 January 2022, before [^<]* led it/

t.test(
  'R1, R5, R8: another lead takes over by the table’s yes, and the words of the old one stay the old one’s on every page',
  async (t) => {
    const { house, link, phone, coordinator, page } = await openAsking(t)
    await phone.post(link, UNDER_WAY)
    house.clock.pass({ minutes: 5 })
    await phone.post(`${link}/wishes`, { by: '', leadId: council(house), reason: 'Their hall' })
    const room = `/desk/round-tables/${tableNow(house).slug}`
    const asked = await coordinator.get(room)
    t.match(
      asked.body,
      /to lead, without the (Metropolitan )?[Pp]olice/,
      'R2: what becomes of them is said',
    )
    const old = termsOf(find(house)).leadId!
    await coordinator.post(`${room}/actions/${find(house).id}/wishes/${waits(house)!.id}/answer`, {
      answer: 'yes-and-help',
      words: '',
    })
    t.match(termsOf(find(house)), { leadId: council(house) })
    t.ok(termsOf(find(house)).helperIds.includes(old), 'they help, as the button said')

    for (const path of [page, room]) t.match((await coordinator.get(path)).body, OLD_WORDS, path)
    t.match(
      (await coordinator.get(page)).body,
      /<b>[^<]*Council<\/b> leads:\s*<span[^>]*>Not heard of yet/,
    )
    t.match((await coordinator.get(page)).body, /Said by Ward sergeant[^<]*, Metropolitan Police/)
    const council1 = house.stranger()
    const theirs = linkFor(house, find(house).id, PEOPLE.officer)
    t.match(
      (await council1.get(theirs)).body,
      /said this on 27 January 2022[\s\S]*The hall is booked/,
    )
    t.match((await house.signIn(PEOPLE.officer).get('/desk/mine')).body, OLD_WORDS)

    await council1.post(theirs, { ...UNDER_WAY, text: 'We have the keys' })
    t.notMatch((await coordinator.get(page)).body, OLD_WORDS)
    t.notMatch(minutesOf(house), BEFORE)
  },
)

t.test('R2: with the plain yes, whoever led neither leads nor helps', async (t) => {
  const { house, link, phone, coordinator } = await openAsking(t)
  const old = termsOf(find(house)).leadId!
  await phone.post(`${link}/wishes`, { by: '', leadId: council(house), reason: 'Their hall' })
  const room = `/desk/round-tables/${tableNow(house).slug}`
  await coordinator.post(`${room}/actions/${find(house).id}/wishes/${waits(house)!.id}/answer`, {
    answer: 'yes',
    words: '',
  })
  t.notOk(termsOf(find(house)).helperIds.includes(old))
})
