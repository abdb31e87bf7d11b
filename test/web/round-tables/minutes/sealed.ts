import t from 'tap'
import { shortSeal } from '../../../../src/domain/sealing/seal.ts'
import { checkRecord } from '../../../../src/store/sealing/check.ts'
import { openHouse, PEOPLE, type House } from '../../../support/house.ts'
import { unzip } from '../../../support/unzip.ts'
import { wordsOfDocument } from '../../../support/xml.ts'

const AT = '/desk/round-tables/2021-q3'
const SEAL = /Seal of the record on \d+ \w+ \d{4}:(?:\s|<[^>]*>)*((?:[0-9A-F]{4}-){4}[0-9A-F]{4})/

/** The postman goes when what was asked is on disk. */
const settled = async (holds: () => boolean): Promise<void> => {
  for (let i = 0; i < 50 && !holds(); i += 1) await new Promise((done) => setImmediate(done))
}

const sealNow = ({ store }: House): string => shortSeal(store.sealing.now()!.head)

t.test(
  'R5: minutes hold the seal of the record on the screen, as a document and in a letter',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const page = (await laptop.get(`${AT}/minutes`)).body
    t.equal(SEAL.exec(page)![1], sealNow(house))
    t.match(page, 'whether anyone has rewritten who did what')
    const file = await unzip((await laptop.get(`${AT}/minutes.docx`)).rawPayload)
    t.equal(SEAL.exec(wordsOfDocument(file.get('word/document.xml')!))![1], sealNow(house))
    const { id: personIds } = house.person(PEOPLE.coordinator)
    t.equal((await laptop.post(`${AT}/letters`, { personIds })).statusCode, 303)
    await settled(() => house.letters.length > 0)
    const letter = house.letters.at(-1)!
    for (const text of [letter.text, letter.html!]) t.match(text, SEAL)
    const sent = SEAL.exec(letter.text)![1]!.replaceAll('-', '').toLowerCase()
    t.ok(checkRecord(house.file, sent).stands, 'and it is found in the record')
  },
)

t.test(
  'R11: nobody can count by the seal on minutes how much was written or looked at since',
  async (t) => {
    const house = await openHouse({ t })
    const reader = house.signIn(PEOPLE.observer)
    const lines = house.store.journal.count()
    for (const depth of ['public', 'table', 'named']) {
      const page = (await reader.get(`${AT}/minutes?depth=${depth}`)).body
      const foot = /<p class="small" id="seal">.*?<\/p>/s.exec(page)![0]
      t.notMatch(foot.replace(SEAL, ''), /\d/, depth)
      t.notMatch(foot, String(lines))
    }
  },
)
