import t from 'tap'
import { type House, openHouse, PEOPLE } from '../../../support/house.ts'
import { agreeNow, by, make, number, read } from './set-up.ts'

const ARABIC = 'المشي في الحي مع السكان كل أسبوع والحديث معهم عن الأمان في الشارع وعن المدرسة'
const summaries = async (house: House, path: string): Promise<string[]> =>
  read((await house.stranger().get(path)).body)
    .filter((each) => each.UID!.startsWith('action-'))
    .map((each) => each.SUMMARY!)
const choose = (house: House, form: { words?: 'yes' } = {}) =>
  house.signIn(PEOPLE.sergeant).post('/desk/me/calendar/words', form)

t.test(
  'R11: the words of an action stand in the calendar of whoever chose so and of nobody else, until they choose otherwise; what is held in private never does, by then either',
  async (t) => {
    const house = await openHouse({ t })
    const day = agreeNow(house, 'Walk the estate; with care, and \\ twice', { by: '2022-02-10' })
    agreeNow(house, ARABIC, { by: '2022-03' })
    agreeNow(house, 'Visit the family', {
      by: '2022-05',
      list: [house.person(PEOPLE.sergeant).id, house.person(PEOPLE.coordinator).id],
    })
    const path = await make(house)
    t.ok((await summaries(house, path)).includes(`Action ${number(house, day)} is due`), 'no words')
    t.equal((await choose(house, { words: 'yes' })).statusCode, 303)
    t.equal((await choose(house, { words: 'yes' })).statusCode, 303)
    const chosen = await summaries(house, path)
    t.ok(chosen.some((each) => each.startsWith('Due: Walk the estate; with care, and')))
    t.ok(chosen.includes(`By the end of March 2022: ${ARABIC}`))
    t.notMatch(chosen.join(), 'Visit the family')
    t.notMatch((await summaries(house, await make(house, PEOPLE.officer))).join(), 'Due: ')
    const { body } = await house.stranger().get(path)
    t.ok(
      body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75),
      'Arabic is folded by bytes, and never inside a letter',
    )
    t.notMatch(body, '\ufffd')
    t.notMatch(body.replaceAll('\r\n', ''), /[\r\n]/)
    house.store.actions.recordDepth(
      day,
      {
        depth: 'named',
        ground: 'A person could be identified.',
        list: [house.person(PEOPLE.sergeant).id],
      },
      by(house),
    )
    t.notMatch((await house.stranger().get(path)).body, 'Walk the estate', 'gone with its depth')
    t.equal((await choose(house)).statusCode, 303)
    t.notMatch((await house.stranger().get(path)).body, /By the end of March 2022: /)
    t.match(
      house.store.journal
        .history('person', house.person(PEOPLE.sergeant).id)
        .filter((line) => line.verb.endsWith(' the calendar of'))
        .map((line) => line.verb),
      ['put words in the calendar of', /.*/, 'took the words out of the calendar of'],
    )
  },
)

t.test(
  'one press adds it to a phone, and a line each says how in an iPhone, Google and Outlook; the public one as well',
  async (t) => {
    const house = await openHouse({ t })
    const shown = (await house.signIn(PEOPLE.sergeant).post('/desk/me/calendar', { since: '' }))
      .body
    const [, path] = /http:\/\/127\.0\.0\.1:3000(\/calendar\/[\w-]+\.ics)/.exec(shown)!
    t.match(shown, `href="webcal://127.0.0.1:3000${path}"`)
    for (const each of ['iPhone:', 'Google:', 'Outlook:'])
      t.equal(shown.split(each).length - 1, 2, `${each} for one’s own and for everyone’s`)
    const later = (await house.signIn(PEOPLE.sergeant).get('/desk/me')).body
    t.notMatch(later, path!, 'shown once')
    t.match(later, 'href="webcal://127.0.0.1:3000/round-tables.ics"')
  },
)
