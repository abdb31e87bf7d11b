import t from 'tap'
import { isOpen, isProposed, termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { agreeNow, days, lettersTo, linksIn } from './set-up.ts'

t.test(
  'R3, R8: whoever said that it was done hears that it was opened again and why, finds it among what is theirs to do, and says a new word by the letter',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const sergeant = house.signIn(PEOPLE.sergeant)
    const id = agreeNow(house, 'Mend the zqlamps')
    await sergeant.post(`/desk/actions/${id}/updates`, { status: 'done', text: 'All mended' })
    await laptop.post(`/desk/actions/${id}/closing`)
    await days(house, '2022-01-29')
    t.notMatch((await house.signIn(PEOPLE.sergeant).get('/desk/mine')).body, 'Mend the zqlamps')
    house.letters.length = 0
    const desk = house.signIn(PEOPLE.coordinator)
    await desk.post(`/desk/actions/${id}/reopening`, { reason: 'They went out again' })
    const WHY = 'It was opened again on 29 January 2022. Why: They went out again.'
    t.match((await desk.get(`/desk/actions/${id}`)).body, WHY)
    t.match((await desk.get('/desk/actions.csv')).body, `Under way,All mended. ${WHY}`)
    const mine = (await house.signIn(PEOPLE.sergeant).get('/desk/mine')).body
    t.match(mine, WHY)
    t.match(
      mine,
      new RegExp(`name="status-${id}"`),
      'to be answered, and not under what is finished',
    )
    await days(house, '2022-01-31')
    const [letter] = lettersTo(house, PEOPLE.sergeant).filter(({ text }) =>
      text.includes('zqlamps'),
    )
    t.match(letter!.text, 'was opened again.')
    t.match(letter!.text.replace(/\s+/g, ' '), WHY)
    const owner = house.stranger()
    const link = linksIn(letter!).find(Boolean)!
    t.match((await owner.get(link)).body, WHY)
    house.letters.length = 0
    await days(house, '2022-02-02')
    t.notOk(
      lettersTo(house, PEOPLE.sergeant).some(({ text }) => text.includes('was opened again')),
      'it is told once',
    )
    await house
      .signIn(PEOPLE.sergeant)
      .post(`/desk/actions/${id}/updates`, { status: 'done', text: 'Mended for good' })
    t.notMatch((await house.signIn(PEOPLE.coordinator).get(`/desk/actions/${id}`)).body, WHY)
  },
)

t.test(
  'R3, R5: what is opened again at the table is closed there by new words, and the minutes keep the old ones',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const TABLE = '/desk/round-tables/2022-q1'
    const { id } = house.store.actions
      .listUnfiltered()
      .find(
        (each) =>
          isOpen(each) &&
          termsOf(each).kind === 'one-off' &&
          each.depth === 'table' &&
          !isProposed(each),
      )!
    const say = (text: string) =>
      laptop.post(`${TABLE}/actions/${id}/updates`, {
        status: 'done',
        text,
        waitingFor: '',
        closed: 'yes',
      })
    t.equal((await say('Both zqevenings were held.')).statusCode, 303)
    house.clock.pass({ minutes: 1 })
    await laptop.post(`/desk/actions/${id}/reopening`, { reason: 'Nobody came' })
    house.clock.pass({ minutes: 1 })
    t.match((await laptop.get(TABLE)).body, /Opened again[\s\S]*Why: Nobody came\./, 'in the room')
    t.match((await laptop.get(`${TABLE}/minutes`)).body, /Done\. Both zqevenings were held/)
    const page = (await laptop.get(`/desk/actions/${id}`)).body
    t.match(page, /value="under-way"\s+checked/, 'nobody says done again without a word')
    t.notMatch(page, 'Agreed: close it')
    t.equal((await say('A third zqevening was held.')).statusCode, 303)
    t.notOk(isOpen(house.store.actions.listUnfiltered([id])[0]!))
    const minutes = (await laptop.get(`${TABLE}/minutes`)).body
    t.match(minutes, /Done\. Both zqevenings[\s\S]*Done\. A third zqevening/)
  },
)
