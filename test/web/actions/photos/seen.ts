import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { find, linkFor, open, UNDER_WAY } from '../report/set-up.ts'
import { OFFICER, get, officerLink, policeRelease } from '../releases/set-up.ts'
import { photo, photosOf, sendForm } from './set-up.ts'

t.test(
  'R9, R10: a photo is as private as its action: people who sign in see it there, residents never, and another link opens nothing',
  async (t) => {
    const { house, phone, link } = await open(t)
    await sendForm(phone, link, UNDER_WAY, [await photo(300, 200)])
    const [kept] = photosOf(house)
    const path = `/desk/actions/${find(house).id}`
    const officer = house.signIn(PEOPLE.officer)
    t.match((await officer.get(path)).body, `${path}/photos/${kept!.id}`)
    t.equal((await officer.get(`${path}/photos/${kept!.id}`)).statusCode, 200)
    t.equal((await house.stranger().get(`${path}/photos/${kept!.id}`)).statusCode, 303)
    const other = house.store.actions
      .listUnfiltered()
      .find((each) => each.id !== find(house).id && each.depth !== 'named')!
    t.equal((await officer.get(`/desk/actions/${other.id}/photos/${kept!.id}`)).statusCode, 404)
    const theirs = linkFor(house, find(house).id)
    t.equal((await phone.get(`${theirs}/photos/${kept!.id}`)).statusCode, 200, 'a newer link')
    t.equal((await phone.get(`/report/unknown/photos/${kept!.id}`)).statusCode, 404)
    house.store.actions.recordDepth(
      find(house).id,
      { depth: 'named', ground: 'A person could be identified.', list: [1] },
      { personId: 1, at: house.clock.at() },
    )
    t.equal((await officer.get(`${path}/photos/${kept!.id}`)).statusCode, 404, 'R11')
    t.equal((await phone.get(`${link}/photos/${kept!.id}`)).statusCode, 404, 'R11')
  },
)

t.test(
  'R29, R21: a photo can be taken out, and goes with an update that is taken back: the row stays and the picture is gone',
  async (t) => {
    const { house, phone, link } = await open(t)
    const files = [await photo(300, 200), await photo(310, 200)]
    await sendForm(phone, link, UNDER_WAY, files)
    const [one, two] = photosOf(house)
    const path = `/desk/actions/${find(house).id}/photos`
    const officer = house.signIn(PEOPLE.officer)
    t.equal((await officer.post(`${path}/${one!.id}/ending`)).statusCode, 403)
    const laptop = house.signIn(PEOPLE.coordinator)
    t.equal((await laptop.post(`${path}/${one!.id}/ending`)).statusCode, 303)
    t.equal(house.store.photos.bytes(one!.id), null)
    t.equal((await laptop.post(`${path}/${one!.id}/ending`)).statusCode, 404)
    t.match(house.store.journal.history('action', find(house).id).at(-1), {
      verb: 'took a photo out of',
    })
    await phone.post(`${link}/undoing`, { updateId: find(house).updates.at(-1)!.id })
    t.equal(house.store.photos.bytes(two!.id), null)
    t.same(photosOf(house), [])
  },
)

t.test(
  'R8, R9: while an update waits its photos are for its own organisation and the seat that releases it',
  async (t) => {
    const { house } = await open(t)
    const { id, officer, seat, path } = policeRelease(house)
    const link = officerLink(house, id, officer, seat)
    await sendForm(house.stranger(), link, UNDER_WAY, [await photo(300, 200)])
    const [held] = get(house, id).held
    const [kept] = house.store.photos.ofUpdates([held!.id])
    const ofDesk = `${path}/photos/${kept!.id}`
    t.equal((await house.signIn(PEOPLE.officer).get(ofDesk)).statusCode, 404)
    t.equal((await house.signIn(PEOPLE.coordinator).get(ofDesk)).statusCode, 404)
    t.equal((await house.signIn(OFFICER).get(ofDesk)).statusCode, 200)
    t.equal((await house.signIn(PEOPLE.sergeant).get(ofDesk)).statusCode, 200)
  },
)
