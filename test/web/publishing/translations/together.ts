import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import {
  copiesIn,
  DID,
  FRENCH,
  plain,
  readIn,
  SAID,
  stateOf,
  STEP,
  told,
  translating,
  WORDS,
} from './set-up.ts'

t.test(
  'R11: when a concern is held in private its translations are gone, and nobody off its list opens them on the desk',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    const french = await translating(house, entry)
    await french.told()
    const spanish = await translating(house, entry, 'es')
    await spanish.write({
      [SAID]: 'El parque está oscuro.',
      [DID]: 'Aún sin respuesta.',
      'Told to us': 'Nos lo dijeron',
      [STEP]: 'Un vecino lo dijo.',
    })
    await entry.laptop.post(`/desk/concerns/${entry.concernId}/depth`, {
      depth: 'named',
      ground: 'A family could be identified.',
      list: house.person(PEOPLE.sergeant).id,
    })
    t.equal((await house.stranger().get(`/fr/entries/${entry.slug}`)).statusCode, 410)
    t.notMatch(copiesIn(house), /Le parc est|The park is dark/)
    for (const { path } of [french, spanish]) {
      t.equal((await entry.laptop.get(path)).statusCode, 404)
      t.equal((await entry.laptop.post(`${path}/publication`)).statusCode, 404)
      t.equal((await entry.laptop.post(`${path}/drafts`, { basedOn: '1' })).statusCode, 404)
    }
    for (const address of [
      '/desk/entries',
      '/desk',
      '/desk/translations',
      '/desk/translations?language=fr',
      '/desk/translations?language=es',
    ])
      t.notMatch(
        (await entry.laptop.get(address)).body,
        /The park is dark in|Le parc|El parque/,
        address,
      )
  },
)

t.test('R23: two people who translate one entry get a conflict with both texts', async (t) => {
  const house = await openHouse({ t })
  const entry = await told(house)
  const french = await translating(house, entry)
  const form = await french.form()
  t.equal(
    (
      await entry.laptop.post(
        `${french.path}/drafts`,
        french.fieldsOf(form, { ...FRENCH, [SAID]: 'Le parc est noir.' }, false),
      )
    ).statusCode,
    303,
  )
  const late = await entry.laptop.post(
    `${french.path}/drafts`,
    french.fieldsOf(form, { ...FRENCH, [SAID]: 'Il fait noir au parc.' }, false),
  )
  t.equal(late.statusCode, 409)
  for (const text of ['Le parc est noir.', 'Il fait noir au parc.']) t.match(late.body, text)
  t.equal(french.words().pieces.find((each) => each.english === SAID)!.text, 'Le parc est noir.')
})

t.test(
  'when the English changes while someone translates, what they typed goes to its own English, and nothing is told by its place',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    const french = await translating(house, entry)
    const form = await french.form()
    await entry.republish({
      said: 'Nobody can see in the park.',
      changeKind: 'news',
      trail: 'January 2022: A new first step.\nJanuary 2022: A resident told us.',
    })
    const saved = await entry.laptop.post(
      `${french.path}/drafts`,
      french.fieldsOf(form, FRENCH, true),
    )
    t.equal(saved.statusCode, 303)
    t.same(Object.fromEntries(french.words().pieces.map((each) => [each.english, each.text])), {
      'Nobody can see in the park.': '',
      [DID]: FRENCH[DID],
      'Told to us': FRENCH['Told to us'],
      'A new first step.': '',
      [STEP]: FRENCH[STEP],
    })
    t.match((await entry.laptop.get(french.path)).body, 'Translate this piece as well')
    await french.told({
      'Nobody can see in the park.': 'On ne voit rien au parc.',
      'A new first step.': 'Une première étape.',
    })
    await french.write({ 'Nobody can see in the park.': 'On ne voit rien dans le parc.' })
    await entry.manager.post(`${french.path}/approval`, {
      draftId: draftOf(french.publication())!.id,
    })
    await entry.republish({
      said: 'Nobody sees in the park.',
      changeKind: 'news',
      trail: `January 2022: ${STEP}`,
    })
    const answer = await entry.laptop.post(`${french.path}/publication`)
    t.equal(answer.statusCode, 422, 'what was approved was of other English')
    t.match(answer.body, 'The English has changed since')
  },
)

t.test(
  'English of several lines is matched by its lines, however the browser ends them',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    const did = 'There is no answer yet.\nIt goes to the next table.'
    await entry.republish({ did, changeKind: 'news' })
    const french = await translating(house, entry)
    await french.told({ ...FRENCH, [did]: 'Pas de réponse.\nÀ la prochaine table.\nTrois lignes.' })
    const page = plain(await readIn(house, entry))
    for (const line of ['Pas de réponse.', 'À la prochaine table.', 'Trois lignes.'])
      t.match(page, `<p>${line}</p>`)
    t.equal(stateOf(house, entry), 'machine')
  },
)

t.test(
  'a translation that was withdrawn by itself leaves the entry in English, and can be made again',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    const french = await translating(house, entry)
    await french.told()
    t.equal(
      (await entry.laptop.post(`${french.path}/withdrawal`, { ground: 'It was wrong.' }))
        .statusCode,
      303,
    )
    const page = await readIn(house, entry)
    t.match(page, SAID)
    t.notOk(plain(page).includes(FRENCH[SAID]!))
    t.notMatch(copiesIn(house), 'Le parc est')
    const again = await translating(house, entry)
    t.not(again.path, french.path)
    await again.told()
    t.ok(plain(await readIn(house, entry)).includes(FRENCH[SAID]!))
  },
)

t.test(
  'R15: when the English of a machine’s translation is corrected, each half of the pair says how it stands',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    const french = await translating(house, entry)
    await french.told(FRENCH, false)
    await entry.republish({
      did: 'There is no answer yet. The next table is in April.',
      changeKind: 'correction',
      changeWords: 'We had not said when.',
    })
    const page = plain(await readIn(house, entry))
    t.match(
      page,
      new RegExp(`${WORDS['pair.said']}\\s*(<[^>]*>\\s*)*\\(${WORDS['entry.machineTag']}`),
      'what residents said is French still, by a machine',
    )
    t.match(
      page,
      new RegExp(`${WORDS['pair.unanswered']}\\s*(<[^>]*>[^<]*)*${WORDS['entry.inEnglish']}`),
      'what was done is new',
    )
    t.ok(page.includes(WORDS['entry.machine']!))
  },
)
