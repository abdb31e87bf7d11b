import { textsToTranslate, translationState } from '../../../src/domain/publishing/translations.ts'
import type { TranslationWords } from '../../../src/domain/publishing/kinds/translation.ts'
import type { Original } from '../../../src/domain/publishing/told.ts'
import Database from 'better-sqlite3'
import t from 'tap'
import { draftOf } from '../../../src/domain/publishing/publication.ts'
import { readLanguages } from '../../../src/web/words/read-languages.ts'
import { openHouse, PEOPLE, type Fields, type House, type Visitor } from '../../support/house.ts'

const SAID = 'The park is dark in the evening.'
const DID = 'There is no answer yet. It goes to the next round table.'
const STEP = 'A resident told us.'
/** The entry in French, by its English. */
const FRENCH: Record<string, string> = {
  [SAID]: 'Le parc est sombre le soir.',
  [DID]: 'Pas encore de réponse. La prochaine table ronde en parlera.',
  'Told to us': 'On nous l’a dit',
  [STEP]: 'Un habitant nous l’a dit.',
}
/** What the page itself says in French. */
const WORDS = readLanguages('views/words').find((each) => each.code === 'fr')!.words as Record<
  string,
  string
>

/** An entry that is public, told from a phone call. */
const told = async (house: House) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const manager = house.signIn(PEOPLE.approver)
  const concernId = Number(
    (await laptop.post('/desk/concerns', { text: 'The park is dark', originKind: 'phone' })).headers
      .location!.split('/')
      .at(-1),
  )
  const path = String(
    (await laptop.post('/desk/entries', { kind: 'entry', concernId })).headers.location,
  )
  const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
  const write = (fields: Fields = {}) =>
    laptop.post(`${path}/drafts`, {
      said: SAID,
      did: DID,
      origin: 'Told to us',
      on: '',
      strength: '',
      worked: '',
      trail: `January 2022: ${STEP}`,
      basedOn: draftOf(publication())!.id,
      ...fields,
    })
  const publish = () => tell(laptop, manager, path, () => draftOf(publication())!.id)
  await write()
  await publish()
  const slug = publication().slug!
  return {
    laptop,
    manager,
    concernId,
    path,
    publication,
    write,
    publish,
    slug,
    of: { kind: 'entry', slug } as Original,
    republish: async (fields: Fields) => {
      await write(fields)
      await publish()
    },
  }
}
type Told = Awaited<ReturnType<typeof told>>

/** Someone approves what another wrote, and it is published. */
const tell = async (
  writer: Visitor,
  approver: Visitor,
  path: string,
  draftId: () => number,
): Promise<void> => {
  const approved = await approver.post(`${path}/approval`, { draftId: draftId() })
  const published = await writer.post(`${path}/publication`)
  if (approved.statusCode !== 303 || published.statusCode !== 303)
    throw new Error(`not published: ${approved.statusCode}, ${published.statusCode}`)
}

/** The page on the desk where it is translated, and what a person types into it. */
const translating = async (house: House, { laptop, manager, slug }: Told, language = 'fr') => {
  const path = String(
    (await laptop.post('/desk/translations', { language, kind: 'entry', slug })).headers.location,
  )
  const publication = () => house.store.publications.find(Number(path.split('/').at(-1)))!
  /** What stands in the form, piece by piece, as the browser shows it. */
  const form = async (visitor = laptop) => {
    const page = (await visitor.get(path)).body
    const basedOn = page.match(/name="basedOn" value="(\d+)"/)![1]!
    const pieces = [
      ...page.matchAll(
        /name="english-(\d+)" value="([^"]*)"[\s\S]*?<textarea id="words-piece-\d+" name="piece-\d+"[^>]*>\n?([^<]*)<\/textarea>/g,
      ),
    ].map(([, n, english, text]) => ({ n: n!, english: plain(english!), text: plain(text!) }))
    return { basedOn, pieces }
  }
  const fieldsOf = (
    { basedOn, pieces }: Awaited<ReturnType<typeof form>>,
    tongue: Record<string, string>,
    checked: boolean,
  ): Fields => ({
    basedOn,
    checked: checked ? 'yes' : 'no',
    ...Object.fromEntries(
      pieces.flatMap(({ n, english, text }) => [
        [`english-${n}`, english.replaceAll('\n', '\r\n')],
        [`piece-${n}`, tongue[english] ?? text],
      ]),
    ),
  })
  const write = async (tongue: Record<string, string> = FRENCH, checked = false) =>
    laptop.post(`${path}/drafts`, fieldsOf(await form(), tongue, checked))
  const publish = () => tell(laptop, manager, path, () => draftOf(publication())!.id)
  return {
    path,
    publication,
    form,
    fieldsOf,
    write,
    publish,
    words: () => draftOf(publication())!.words as TranslationWords,
    told: async (tongue = FRENCH, checked = false) => {
      await write(tongue, checked)
      await publish()
    },
  }
}
const plain = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

const stateOf = (house: House, { of }: Told, language = 'fr') =>
  translationState(
    house.store.published.board(),
    of,
    textsToTranslate(house.store.published.board(), of),
    language,
  )
const readIn = async (house: House, { slug }: Told, language = 'fr'): Promise<string> =>
  (await house.stranger().get(`/${language}/entries/${slug}`)).body

/**
 * Every row that the public side is made of, as it lies on the disk, with the pages of the file
 * that were freed.
 */
const copiesIn = (house: House): string => {
  const db = new Database(house.file, { readonly: true })
  const rows = JSON.stringify(
    db.prepare('select kind, slug, words, change_words from copies').all(),
  )
  db.close()
  return rows
}

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
      machine.includes(`<span class="tag">${WORDS['entry.machineTag']}</span>`),
      'and beside its words',
    )
    t.ok(
      plain((await house.stranger().get('/fr')).body).includes(WORDS['entry.machineTag']!),
      'and on the board',
    )
    t.notMatch(plain(machine), WORDS['entry.checked']!)

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
    t.notOk(checked.includes(`<span class="tag">${WORDS['entry.machineTag']}</span>`))
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
      .translations.filter((each) => each.words.of.slug !== entry.slug).length
    t.match(copiesIn(house), 'Le parc est sombre')
    await entry.republish({
      said: 'A place is dark in the evening.',
      trail: 'January 2022: Told to us.',
      changeKind: 'privacy',
      changeGround: 'A person could be identified.',
    })
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
    await french.told({
      'A place is dark in the evening.': 'Un lieu est sombre le soir.',
      'Told to us.': 'On nous l’a dit.',
    })
    t.equal(stateOf(house, entry), 'machine', 'and it can be translated again')
    t.notMatch(copiesIn(house), 'Le parc est sombre')
  },
)

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
      new RegExp(`${WORDS['pair.said']}\\s*(<[^>]*>\\s*)*${WORDS['entry.machineTag']}`),
      'what residents said is French still, by a machine',
    )
    t.match(
      page,
      new RegExp(`${WORDS['pair.unanswered']}\\s*(<[^>]*>\\s*)*${WORDS['entry.inEnglish']}`),
      'what was done is new',
    )
    t.ok(page.includes(WORDS['entry.machine']!))
  },
)
