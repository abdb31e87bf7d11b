import t from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { DID, FRENCH, stateOf, told, translating } from './set-up.ts'
import { textsToTranslate } from '../../../../src/domain/publishing/translations.ts'

t.test(
  'R12: an empty piece, a guarded word, a known name, a phone number and another number stop a translation',
  async (t) => {
    const house = await openHouse({
      t,
      prepare: (store) => {
        store.people.record(
          {
            name: 'Sample Quillfeather',
            email: 'quillfeather@met.example',
            role: 'member',
            approves: false,
            organisationId: 1,
          },
          { personId: 1, at: '2022-01-27T10:00:00.000Z' },
        )
      },
    })
    const entry = await told(house)
    const french = await translating(house, entry)
    const stopped = async (text: string, says: string): Promise<void> => {
      await french.write({ ...FRENCH, [DID]: text })
      t.match((await entry.laptop.get(french.path)).body, says, text)
      const answer = await entry.manager.post(`${french.path}/approval`, {
        draftId: draftOf(french.publication())!.id,
      })
      t.equal(answer.statusCode, 422, text)
    }
    await stopped('', 'Translate this piece as well')
    await stopped('Lantern Lane Youth Club en parle.', 'is a guarded word')
    await stopped('Voir Lántern-Lane  Youth Clubs.', 'is a guarded word')
    await stopped('Voir la\u00adntern lane youth club.', 'is a guarded word')
    await stopped('Quillfeather en parlera.', 'looks like a name')
    await stopped('Appelez le 020 7946 0123.', 'looks like a phone number')
    await stopped('Écrivez à quelqu-un@example.org.', 'looks like an email address')
    await stopped('Pas de réponse. 38 habitants ont parlé.', 'does not stand in the English')
    await french.write({ ...FRENCH, [DID]: 'Lantern Lane Youth Club, 38.' })
    t.match(
      (
        await entry.laptop.post(`${french.path}/overrulings`, {
          key: 'guarded',
          found: 'Lantern Lane Youth Club',
          reason: 'Everyone knows it',
        })
      ).body,
      'cannot be overruled',
    )
    t.equal(
      (
        await entry.laptop.post(`${french.path}/overrulings`, {
          key: 'people',
          found: '38',
          reason: 'It is the number of a bus',
        })
      ).statusCode,
      303,
    )
    await french.told()
    t.equal(stateOf(house, entry), 'machine')
  },
)

t.test(
  'R17: a number that differs from the English stops it in any digits, and the English’s own does not',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    await entry.write({
      changeKind: 'news',
      did: 'There is no answer yet. There are 12 lamps in the park.',
    })
    await entry.publish()
    for (const [language, right, wrong] of [
      ['ar', 'في الحديقة ١٢ مصباحاً.', 'في الحديقة ٢١ مصباحاً.'],
      ['fa', 'در پارک ۱۲ چراغ هست.', 'در پارک ۱۳ چراغ هست.'],
      ['bn', 'পার্কে ১২টি বাতি।', 'পার্কে ১৩টি বাতি।'],
    ] as const) {
      const there = await translating(house, entry, language)
      const tongue = (did: string) =>
        Object.fromEntries(
          textsToTranslate(house.store.published.board(), entry.of).map((english) => [
            english,
            english.startsWith('There is') ? did : 'ok',
          ]),
        )
      await there.write(tongue(wrong))
      t.match((await entry.laptop.get(there.path)).body, 'does not stand in the English', language)
      await there.write(tongue(right))
      t.notMatch(
        (await entry.laptop.get(there.path)).body,
        'does not stand in the English',
        language,
      )
    }
  },
)

t.test('R11, R12: what a private matter says stops a translation as well', async (t) => {
  const house = await openHouse({ t })
  const entry = await told(house)
  const french = await translating(house, entry)
  const list = [house.person(PEOPLE.sergeant).id]
  await entry.laptop.post('/desk/concerns', {
    text: 'La famille du numéro sept a très peur',
    originKind: 'phone',
    depth: 'named',
    ground: 'A family could be identified.',
    list,
  })
  await french.write({ ...FRENCH, [DID]: 'La famille du numéro sept a très peur.' })
  const page = (await entry.laptop.get(french.path)).body
  t.match(page, 'These words also stand in a matter held in private')
  t.equal(
    (
      await entry.manager.post(`${french.path}/approval`, {
        draftId: draftOf(french.publication())!.id,
      })
    ).statusCode,
    422,
  )
})

t.test(
  'R23: what cannot be translated is refused: another language, what is not told, a field that nobody gave',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    for (const fields of [
      { language: 'xx' },
      { language: 'en' },
      { slug: '2031-q1-1' },
      { kind: 'round-table' },
    ])
      t.equal(
        (
          await entry.laptop.post('/desk/translations', {
            language: 'fr',
            kind: 'entry',
            slug: entry.slug,
            ...fields,
          })
        ).statusCode,
        404,
        JSON.stringify(fields),
      )
    t.equal(
      (
        await entry.laptop.post('/desk/translations', {
          language: 'fr',
          kind: 'year',
          slug: '2021',
        })
      ).statusCode,
      422,
    )
    const french = await translating(house, entry)
    const fields = french.fieldsOf(await french.form(), FRENCH, false)
    t.equal(
      (await entry.laptop.post(`${french.path}/drafts`, { ...fields, names: 'police' })).statusCode,
      400,
    )
    const long = await entry.laptop.post(`${french.path}/drafts`, {
      ...fields,
      'piece-0': 'x'.repeat(2501),
    })
    t.equal(long.statusCode, 422)
    t.match(long.body, 'x'.repeat(2501), 'and all that was typed is there')
    const again = await translating(house, entry)
    t.equal(again.path, french.path, 'one translation of one entry in one language')
    t.equal((await house.stranger().get(`/desk/translations`)).statusCode, 303)
  },
)
