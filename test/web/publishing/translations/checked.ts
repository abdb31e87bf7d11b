import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import {
  FRENCH,
  plain,
  readIn,
  SAID,
  stateOf,
  told,
  translating,
  WORDS,
  type Told,
  type Translating,
} from './set-up.ts'

t.test(
  'an entry goes from not translated to a machine’s draft to checked by a person, and readers see each',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    t.equal(stateOf(house, entry), 'untranslated')
    const before = await readIn(house, entry)
    t.match(before, `<span class="own" lang="en-GB" dir="ltr">${SAID}</span>`)
    t.ok(plain(before).includes(WORDS['entry.untranslated']!))
    t.match(
      (await entry.laptop.get('/desk/translations?language=fr')).body,
      /The park is dark in the evening[\s\S]*?Not translated/,
    )

    const french = await translating(house, entry)
    t.same(
      (await french.form()).pieces.map((each) => each.english).toSorted(),
      Object.keys(FRENCH).toSorted(),
      'every English piece is there to be translated',
    )
    await machinesDraft(t, house, entry, french)

    await french.write({}, true)
    t.equal(
      (await entry.laptop.post(`${french.path}/publication`)).statusCode,
      422,
      'R13: who says “checked” is approved as well',
    )
    await french.publish()
    t.equal(stateOf(house, entry), 'checked')
    const checked = await readIn(house, entry)
    t.ok(plain(checked).includes(WORDS['entry.checked']!))
    t.notOk(plain(checked).includes(WORDS['entry.machine']!))
    t.notOk(checked.includes(`<span class="small">(${WORDS['entry.machineTag']})</span>`))
    t.match(
      (await entry.laptop.get('/desk/translations?language=fr')).body,
      /The park is dark in the evening[\s\S]*?Checked by a person/,
    )
    t.match(
      (await house.stranger().get(`/entries/${entry.slug}`)).body,
      SAID,
      'the English is as it was',
    )
    t.match(
      (await house.stranger().get(`/es/entries/${entry.slug}`)).body,
      SAID,
      'and so is every other language',
    )
  },
)

async function machinesDraft(t: Test, house: House, entry: Told, french: Translating) {
  await french.write()
  t.equal(stateOf(house, entry), 'untranslated', 'a draft is not told')
  t.notMatch(await readIn(house, entry), FRENCH[SAID]!)
  await french.publish()
  t.equal(stateOf(house, entry), 'machine')
  const machine = await readIn(house, entry)
  for (const text of Object.values(FRENCH)) t.ok(plain(machine).includes(text), text)
  t.notMatch(machine, SAID)
  t.ok(plain(machine).includes(WORDS['entry.machine']!), 'a machine’s draft says so on the entry')
  t.ok(
    machine.includes(`<span class="small">(${WORDS['entry.machineTag']})</span>`),
    'and beside its words',
  )
  t.ok(
    plain((await house.stranger().get('/fr')).body).includes(WORDS['entry.machineTag']!),
    'and on the board',
  )
  t.notMatch(plain(machine), WORDS['entry.checked']!)
}

t.test(
  'R13: who wrote a translation does not approve it, a member does not write one, and one changed letter voids the approval',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    const french = await translating(house, entry)
    await french.write()
    const seen = draftOf(french.publication())!.id
    t.equal((await entry.laptop.post(`${french.path}/approval`, { draftId: seen })).statusCode, 403)
    const shown = plain((await entry.manager.get(french.path)).body)
    t.ok(
      shown.includes(SAID) &&
        shown.includes(FRENCH[SAID]!) &&
        shown.includes('Does the French say the same as the English?'),
      'who approves sees both side by side',
    )
    t.equal(
      (await house.signIn(PEOPLE.sergeant).post(`${french.path}/approval`, { draftId: seen }))
        .statusCode,
      403,
    )
    t.equal(
      (
        await house
          .signIn(PEOPLE.sergeant)
          .post('/desk/translations', { language: 'es', kind: 'entry', slug: entry.slug })
      ).statusCode,
      403,
    )
    t.equal(
      (
        await house
          .signIn(PEOPLE.observer)
          .post(`${french.path}/drafts`, french.fieldsOf(await french.form(), FRENCH, true))
      ).statusCode,
      403,
    )
    t.equal(
      (await entry.manager.post(`${french.path}/approval`, { draftId: seen })).statusCode,
      303,
    )
    await french.write({ [SAID]: 'Le parc est sombre le soir !' })
    t.equal((await entry.laptop.post(`${french.path}/publication`)).statusCode, 422)
    t.match(
      (await entry.manager.post(`${french.path}/approval`, { draftId: seen })).body,
      'The words have changed since you read them',
    )
  },
)

t.test(
  'R13: an organisation that the English names is shown its translation, also where it was named later',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    const french = await translating(house, entry)
    await french.told()
    const police = house.store.organisations.list().find((each) => each.code === 'police')!
    await entry.laptop.post(`/desk/concerns/${entry.concernId}/actions`, {
      text: 'Patrol the park',
      leadId: police.id,
    })
    const action = house.store.actions.listUnfiltered().at(-1)!
    await entry.republish({ changeKind: 'news', [`action-${action.id}`]: 'Walk in the park' })
    await french.write({ 'Walk in the park': 'Marcher dans le parc' })
    t.same(french.words().names, ['police'])
    t.match(
      (await house.signIn(PEOPLE.sergeant).get('/desk')).body,
      `French: ${SAID}`,
      'the police read it before it is told',
    )
  },
)
