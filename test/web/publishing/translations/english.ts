import t, { type Test } from 'tap'
import { draftOf } from '../../../../src/domain/publishing/publication.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
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
  type Told,
  type Translating,
} from './set-up.ts'

t.test(
  'R15: when the English is corrected, what is new stands in English with a notice, and what is the same stays translated',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    const french = await translating(house, entry)
    await french.told(FRENCH, true)
    const corrected = 'There is no answer yet. The next table is in April.'
    await entry.republish({
      did: corrected,
      changeKind: 'correction',
      changeWords: 'We had not said when.',
    })
    t.equal(stateOf(house, entry), 'changed')
    const page = await readIn(house, entry)
    t.ok(plain(page).includes(FRENCH[SAID]!), 'what is the same stays translated')
    t.match(page, `<p><span class="own" lang="en-GB" dir="ltr">${corrected}</span></p>`)
    t.match(page, '<bdi lang="en-GB">We had not said when.</bdi>')
    t.notOk(plain(page).includes(FRENCH[DID]!), 'never the old, wrong words')
    t.ok(plain(page).includes(WORDS['entry.changed']!))
    for (const address of [
      '/fr',
      '/fr/feed.atom',
      '/fr/feed.json',
      '/fr/board.json',
      '/fr/board.csv',
      '/fr/poster',
      '/fr/priorities.json',
    ])
      t.notOk(
        plain((await house.stranger().get(address)).body).includes(
          'La prochaine table ronde en parlera',
        ),
        address,
      )
    t.match(
      (await entry.laptop.get('/desk/translations?language=fr')).body,
      /The park is dark in the evening[\s\S]*?English has changed since/,
    )
    t.same(
      (await french.form()).pieces
        .filter((each) => each.text === '')
        .map((each) => each.english)
        .toSorted(),
      [corrected, 'We had not said when.'].toSorted(),
      'the desk asks for what is new',
    )
    await french.told(
      {
        [corrected]: 'Pas encore de réponse. La prochaine table est en avril.',
        'We had not said when.': 'Nous n’avions pas dit quand.',
      },
      true,
    )
    t.equal(stateOf(house, entry), 'checked')
    t.ok(plain(await readIn(house, entry)).includes('Nous n’avions pas dit quand.'))
  },
)

t.test(
  'R15: a correction for privacy blanks every translation at once, in the rows as well',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    const french = await translating(house, entry)
    await french.told()
    const spanish = await translating(house, entry, 'es')
    await spanish.told(
      {
        [SAID]: 'El parque está oscuro.',
        [DID]: 'Aún sin respuesta.',
        'Told to us': 'Nos lo dijeron',
        [STEP]: 'Un vecino lo dijo.',
      },
      true,
    )
    const other = house.store.published
      .board()
      .translations.filter(
        ({ words: { of } }) => of.kind !== 'entry' || of.slug !== entry.slug,
      ).length
    t.match(copiesIn(house), 'Le parc est sombre')
    await entry.republish({
      said: 'A place is dark in the evening.',
      trail: 'January 2022: Told to us.',
      changeKind: 'privacy',
      changeGround: 'A person could be identified.',
    })
    await blankedEverywhere(t, { house, entry, french, other })
    await french.told({
      'A place is dark in the evening.': 'Un lieu est sombre le soir.',
      'Told to us.': 'On nous l’a dit.',
    })
    t.equal(stateOf(house, entry), 'machine', 'and it can be translated again')
    t.notMatch(copiesIn(house), 'Le parc est sombre')
  },
)

t.test(
  'R11: what was blanked for privacy stands in nobody’s way, as when a matter is held in private',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    await (await translating(house, entry)).told()
    await entry.republish({
      said: 'A place is dark in the evening.',
      trail: 'January 2022: Told to us.',
      changeKind: 'privacy',
      changeGround: 'A person could be identified.',
    })
    const isTold = (): boolean =>
      house.store.published.board().entries.some(({ slug }) => slug === entry.slug)
    t.ok(isTold())
    await entry.laptop.post('/desk/settings/guarded-words', { word: 'A place is dark' })
    const settings = await entry.laptop.get('/desk/settings')
    t.match(settings.body, entry.path, 'settings say what holds a guarded word')
    const { statusCode } = await entry.laptop.post(`/desk/concerns/${entry.concernId}/depth`, {
      depth: 'named',
      ground: 'A family could be identified.',
      list: [house.person(PEOPLE.coordinator).id],
    })
    t.equal(statusCode, 303)
    t.notOk(isTold())
  },
)

async function blankedEverywhere(
  t: Test,
  {
    house,
    entry,
    french,
    other,
  }: { house: House; entry: Told; french: Translating; other: number },
) {
  const rows = copiesIn(house)
  for (const old of [
    'Le parc est sombre',
    'Un habitant nous',
    'El parque',
    'Un vecino',
    'The park is dark',
    STEP,
  ])
    t.notMatch(rows, old, old)
  for (const language of ['fr', 'es']) {
    const page = plain(await readIn(house, entry, language))
    t.notMatch(page, /Le parc est|El parque|Un habitant nous|Un vecino/)
    t.match(page, 'A place is dark in the evening.')
    t.equal(stateOf(house, entry, language), 'untranslated')
  }
  t.equal(
    house.store.published.board().translations.length,
    other,
    'and no other entry’s translation goes',
  )
  for (const q of ['parc', 'parque', 'vecino'])
    t.notMatch(
      (await house.stranger().get(`/?q=${q}`)).body,
      `/entries/${entry.slug}"`,
      `it is not found by “${q}”`,
    )
  t.notMatch(
    (await entry.laptop.get(french.path)).body,
    'These words are public',
    'the desk does not say that what is gone is public',
  )
}

t.test(
  'R15: when an entry is withdrawn its translations go with it, and a draft of one cannot be told afterwards',
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
    await entry.manager.post(`${spanish.path}/approval`, {
      draftId: draftOf(spanish.publication())!.id,
    })
    await entry.laptop.post(`${entry.path}/withdrawal`, { ground: 'To protect someone’s privacy.' })
    t.notMatch(copiesIn(house), /Le parc est|Un habitant nous|The park is dark/)
    for (const address of [
      `/fr/entries/${entry.slug}`,
      `/es/entries/${entry.slug}`,
      `/entries/${entry.slug}`,
    ]) {
      const gone = await house.stranger().get(address)
      t.equal(gone.statusCode, 410, address)
      t.notMatch(plain(gone.body), /Le parc est|The park is dark/)
    }
    for (const address of [
      '/fr',
      '/fr?q=parc',
      '/fr/feed.atom',
      '/fr/board.csv',
      '/fr/board.json',
      '/fr/poster?quarter=all',
      '/sitemap.xml',
    ])
      t.notMatch(
        (await house.stranger().get(address)).body,
        new RegExp(`Le parc est|entries/${entry.slug}\\b`),
        address,
      )
    t.equal((await entry.laptop.post(`${spanish.path}/publication`)).statusCode, 422)
    t.notMatch(copiesIn(house), 'El parque')
    t.equal(
      (
        await entry.laptop.post('/desk/translations', {
          language: 'bn',
          kind: 'entry',
          slug: entry.slug,
        })
      ).statusCode,
      404,
    )
    for (const path of [french.path, spanish.path])
      t.equal((await entry.laptop.get(path)).statusCode, 200, 'the desk still opens its page')
  },
)
