import t from 'tap'
import { openHouse, PEOPLE } from '../../support/house.ts'

t.test(
  'R21, R23: an answer to any letter goes to an address that somebody reads, as the partnership sets it',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const set = (replies: string) => laptop.post('/desk/settings/words', { replies })
    t.match(
      (await laptop.get('/desk/settings')).body,
      'Nobody reads the answers to our letters yet',
    )
    const wrong = await set('the team')
    t.equal(wrong.statusCode, 422)
    t.match(wrong.body, /value="the team"/, 'what was typed is there')
    t.match(wrong.body, 'Enter a full email address')
    t.equal((await set('team@mosaic.example')).statusCode, 303)
    t.notMatch((await laptop.get('/desk/settings')).body, 'Nobody reads the answers')

    await house.signInTheLongWay(PEOPLE.sergeant)
    t.equal(house.letters.at(-1)!.replyTo, 'team@mosaic.example')
  },
)
