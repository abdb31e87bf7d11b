import t from 'tap'
import { isOverdue } from '../../../../src/domain/actions/action.ts'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { agreeNow, by, get } from './set-up.ts'

const PAGES = ['/desk', '/desk/actions', '/desk/mine']
const LISTS = ['accept', 'mine', 'helping']
/** The actions under one heading of a page, by their numbers in the record, in the order shown. */
const listed = (body: string, id: string): number[] => {
  const section = new RegExp(`<section[^>]*aria-labelledby="${id}"[^]*?</section>`).exec(body)
  return [...(section?.[0] ?? '').matchAll(/<h3>[^]*?href="\/desk\/actions\/(\d+)"/g)].map((each) =>
    Number(each[1]),
  )
}
const seatsAt = (house: House, email: string) =>
  house.store.organisations
    .seats()
    .find((seat) => seat.organisationId === house.person(email).organisationId)!

t.test(
  'the desk, the list of actions and one’s own page say the same of what is mine, for every person: by seat, by an organisation without a seat, and by what we help with; the late first, above what helps others',
  async (t) => {
    const house = await openHouse({ t })
    const [police, council, mosaic] = [PEOPLE.sergeant, PEOPLE.officer, PEOPLE.coordinator].map(
      (each) => house.person(each).organisationId,
    ) as [number, number, number]
    const late = agreeNow(house, 'By the seat, and late', { by: '2021-12' })
    agreeNow(house, 'By the seat', { by: '2022-06' })
    agreeNow(house, 'By the organisation', { seatId: null, by: '2022-05-01' })
    const helped = agreeNow(house, 'Helped, and later still', {
      leadId: council,
      seatId: null,
      helperIds: [police, mosaic],
      by: '2021-10',
    })
    agreeNow(house, 'By another seat of ours', {
      leadId: mosaic,
      seatId: seatsAt(house, PEOPLE.coordinator).id,
    })
    const seen: Record<string, number> = {}
    for (const email of Object.values(PEOPLE)) {
      const person = house.signIn(email)
      const [desk, actions, mine] = (await Promise.all(PAGES.map((page) => person.get(page)))).map(
        ({ body }) => LISTS.map((id) => listed(body, id)),
      )
      t.same(actions, desk, `${email}: the list of actions and the desk`)
      t.same(mine, desk, `${email}: the page of one’s own and the desk`)
      seen[email] = desk!.flat().length
      const isLate = desk![1]!.map((id) => isOverdue(get(house, id), '2022-01-27'))
      t.same(
        isLate,
        isLate.toSorted((a, b) => Number(b) - Number(a)),
        `${email}: the late first`,
      )
    }
    t.equal(seen[PEOPLE.observer], 0, 'whoever only looks on owns nothing')
    for (const email of [PEOPLE.sergeant, PEOPLE.officer, PEOPLE.coordinator])
      t.ok(seen[email]! > 0, `${email} has something, or the test sees nothing`)
    const body = (await house.signIn(PEOPLE.sergeant).get('/desk/actions')).body
    t.ok(listed(body, 'mine').includes(late))
    t.ok(
      body.indexOf(`/desk/actions/${late}"`) < body.indexOf(`/desk/actions/${helped}"`),
      'the late one of mine stands above what helps others, however late that is',
    )
    house.store.people.recordRole(house.person(PEOPLE.officer).id, 'observer', false, by(house))
    t.same(listed((await house.signIn(PEOPLE.officer).get('/desk')).body, 'mine'), [])
  },
)
