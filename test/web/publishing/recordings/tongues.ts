import t, { type Test } from 'tap'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { read } from '../../evidence/leaflets/set-up.ts'
import { DID, FRENCH, SAID, told, translating, type Told } from '../translations/set-up.ts'
import { putTo, SOUND } from './set-up.ts'

const IN_FRENCH = { language: 'fr', agreed: 'yes' }
/** News: the same words, said again, so that what was put here meanwhile is told. */
const AGAIN = { changeKind: 'news', changeWords: '' }

/** Told in French, and read aloud in it. */
const heardInFrench = async (t: Test) => {
  const house = await openHouse({ t })
  const entry = await told(house)
  const french = await translating(house, entry)
  await french.told()
  const put = await putTo(entry.laptop, entry.path, IN_FRENCH)
  if (put.statusCode !== 303) throw new Error(read(put))
  await entry.republish(AGAIN)
  const status = async (): Promise<number> =>
    (await house.stranger().get(`/entries/${entry.slug}/recordings/fr.mp3`)).statusCode
  return { house, entry, french, status }
}

const onDesk = async ({ laptop, path }: Told): Promise<string> => read(await laptop.get(path))

t.test(
  'R12, R13: an entry is read aloud in a language as it is told in it, and whoever approves sees those words',
  async (t) => {
    const house = await openHouse({ t })
    const entry = await told(house)
    const early = await putTo(entry.laptop, entry.path, IN_FRENCH)
    t.match(read(early), 'are not told in French yet', 'there is nothing to read')
    const french = await translating(house, entry)
    await french.told()
    t.equal((await putTo(entry.laptop, entry.path, IN_FRENCH)).statusCode, 303)
    const page = await entry.manager.get(entry.path)
    t.match(page.body, /<blockquote lang="fr" dir="ltr">/)
    t.match(read(page), `It reads: ${FRENCH[SAID]} ${FRENCH[DID]}`)
    t.notMatch(read(page), 'The words have changed since.')
    await entry.republish(AGAIN)
    const file = `/entries/${entry.slug}/recordings/fr.mp3`
    const resident = house.stranger()
    t.match((await resident.get(`/fr/entries/${entry.slug}`)).body, file)
    t.notMatch((await resident.get(`/entries/${entry.slug}`)).body, '<audio', 'not in English')
    t.same((await resident.get(file)).rawPayload, SOUND)
  },
)

t.test('R12: the checks read what is read aloud, in its language', async (t) => {
  const { house, entry } = await heardInFrench(t)
  const at = house.clock.now().toISOString()
  house.store.labels.guard('table ronde', { personId: house.person(PEOPLE.coordinator).id, at })
  await entry.write(AGAIN)
  t.match(await onDesk(entry), 'In the French file: ')
  const keys = house.store.sources
    .checks(entry.publication())
    .filter((each) => each.reason.startsWith('In the French file'))
    .map((each) => each.key)
  t.same(keys, ['guarded'])
})

t.test('R15: what is told in the language changes, and its recording goes with it', async (t) => {
  const { house, entry, french, status } = await heardInFrench(t)
  t.equal(await status(), 200)
  await french.told({ ...FRENCH, [SAID]: 'Le parc n’est pas éclairé le soir.' })
  t.equal(await status(), 404)
  t.notMatch((await house.stranger().get(`/fr/entries/${entry.slug}`)).body, '<audio')
  t.notMatch(await onDesk(entry), 'French, MP3')
  t.same(house.store.recordings.list(), [])
})

t.test('R15: a word elsewhere in the translation changes, and it is heard as before', async (t) => {
  const { french, status } = await heardInFrench(t)
  await french.told({ ...FRENCH, 'Told to us': 'Dit à nous' })
  t.equal(await status(), 200)
})

t.test('R15: what is told in the language is withdrawn, and its recording with it', async (t) => {
  const { house, entry, french, status } = await heardInFrench(t)
  const withdrawn = await entry.laptop.post(`${french.path}/withdrawal`, {
    ground: 'It was wrong.',
  })
  t.equal(withdrawn.statusCode, 303)
  t.equal(await status(), 404)
  t.same(house.store.recordings.list(), [])
})

t.test('R15: the English changes, and what was read in the language goes', async (t) => {
  const { house, entry, status } = await heardInFrench(t)
  await entry.republish({ ...AGAIN, did: 'No answer yet. The round table comes back to it.' })
  t.equal(await status(), 404)
  t.same(house.store.recordings.list(), [])
})
