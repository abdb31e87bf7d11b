import t from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { days, lettersTo } from '../owner-letters/set-up.ts'
import { UNDER_WAY } from '../report/set-up.ts'
import { photo, photosOf, sendForm } from './set-up.ts'
import { ALT, FORM, publish } from './shown-set-up.ts'

t.test(
  'R13, R15, R18, R21: a sergeant opens the letter on a phone and sends a photo, the charity puts it forward, a manager approves it, a resident sees it; and when the sergeant takes the word back it is gone',
  async (t) => {
    const house = await openHouse({ t })
    await days(house, '2022-01-28')
    const letter = lettersTo(house, PEOPLE.sergeant).find((each) =>
      each.text.includes('“Community events'),
    )!
    t.match(letter.text, 'for the Ward sergeant, Church Street')
    const link = letter.text
      .slice(letter.text.indexOf('“Community events'))
      .match(/\/report\/\S+/)![0]
    const phone = house.stranger()
    t.equal((await sendForm(phone, link, UNDER_WAY, [await photo()])).statusCode, 303)

    const [kept] = photosOf(house)
    const entry = house.store.publications
      .list()
      .find(
        (each) =>
          each.kind === 'entry' &&
          each.drafts.at(-1)!.coversIds.includes(house.store.actions.ofUpdate(kept!.updateId)!.id),
      )!
    const action = `/desk/actions/${house.store.actions.ofUpdate(kept!.updateId)!.id}`
    const showing = `${action}/photos/${kept!.id}/showing`
    const laptop = house.signIn(PEOPLE.coordinator)
    t.match((await laptop.get(action)).body, `href="${showing}"`)
    await publish(house, String((await laptop.post(showing, FORM)).headers.location))
    const resident = house.stranger()
    const page = `/entries/${entry.slug}`
    const { body } = await resident.get(page)
    const [, src] = /<img\s+src="([^"]+)"[^>]*alt="A new light/.exec(body)!
    t.match(body, 'Photo: the police')
    t.equal((await resident.get(src!)).statusCode, 200)

    await phone.post(`${link}/undoing`, { updateId: kept!.updateId })
    t.notMatch((await resident.get(page)).body, ALT)
    t.equal((await resident.get(src!)).statusCode, 410)
  },
)
