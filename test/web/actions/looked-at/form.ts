import t from 'tap'
import type { Letter } from '../../../../src/mail/letter.ts'
import { readLanguages } from '../../../../src/web/words/read-languages.ts'
import { confirmLetter } from '../../../../src/web/board/residents/letters.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'

/** What somebody reads in it, without addresses and without the layout of either part. */
const read = (text: string): string =>
  text
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[\s:.•-]+/g, ' ')
    .trim()
    .toLowerCase()

const inWords = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?-->|<head[\s\S]*?<\/head>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

/** The example of each kind, as a coordinator opens it. */
const kinds = async (house: Awaited<ReturnType<typeof openHouse>>) => {
  const laptop = house.signIn(PEOPLE.coordinator)
  const { body } = await laptop.get('/desk/letters/kinds')
  const found: (Pick<Letter, 'subject' | 'text'> & { kind: string; html: string })[] = []
  for (const kind of new Set(body.match(/\/desk\/letters\/kinds\/[\w-]+/g))) {
    const page = (await laptop.get(kind)).body
    found.push({
      kind,
      subject: page.match(/<dt>Subject<\/dt>\s*<dd>([\s\S]*?)<\/dd>/)![1]!,
      text: page
        .match(/<pre[^>]*>([\s\S]*?)<\/pre>/)![1]!
        .replace(/&#39;|&quot;|&amp;/g, (each) =>
          each === '&amp;' ? '&' : each === '&quot;' ? '"' : "'",
        ),
      html: (await laptop.get(`${kind}/html`)).body,
    })
  }
  return found
}

t.test(
  'R21: every kind of letter is from the partnership by its name, says whose it is first, and how often it comes; the plain part holds the same as the HTML',
  async (t) => {
    const house = await openHouse({ t })
    for (const { kind, subject, text, html } of await kinds(house)) {
      t.match(subject, /^Mosaic Community Trust/, kind)
      t.equal(read(inWords(html)), read(text), `${kind}: both say the same`)
      const links = (whole: string): string[] => [...new Set(whole.match(/https?:\/\/[^\s"<]+/g))]
      t.same(links(html).toSorted(), links(text).toSorted(), `${kind}: every link is in both`)
      t.same(
        [...html.matchAll(/https?:\/\/[^\s"<]+/g)].filter(
          (each) => html.slice(each.index - 6, each.index) !== 'href="',
        ),
        [],
        `${kind}: and each of them can be pressed`,
      )
      t.notMatch(html, /<img|<script|display:flex|display:grid|url\(|@import/, kind)
      t.match(html, /role="presentation"/, 'tables, for programs that draw as Word does')
      t.match(html, /prefers-color-scheme:dark/)
      if (!/follow|news|moved/.test(kind)) {
        // Of what is held in private it says that something waits, and no more.
        if (!kind.endsWith('private'))
          t.match(text, /This is from the round table of Mosaic Community Trust/, kind)
        t.match(text, /To ask a coordinator at Mosaic[^,]*, answer this letter, or ring 020/, kind)
        t.match(
          text,
          / (We write|A coordinator (sends|asked)) /,
          `${kind}: why it came and how often`,
        )
      }
    }
  },
)

t.test(
  'R21: an answer to a letter to people of the table reaches the coordinator, where no address is set; one to a resident never gives a person’s address away',
  async (t) => {
    const house = await openHouse({ t })
    await house.stranger().post('/sign-in', { email: PEOPLE.officer })
    await house
      .stranger()
      .post('/follow', { email: 'resident@home.example', what: 'all', often: 'week' })
    for (let i = 0; i < 50 && house.letters.length < 2; i++)
      await new Promise((done) => setTimeout(done, 20))
    const to = (email: string) => house.letters.find((each) => each.to === email)!
    t.equal(to(PEOPLE.officer).replyTo, PEOPLE.coordinator)
    t.equal(to('resident@home.example').replyTo, undefined)
  },
)

t.test('R21: a letter in Arabic is marked as one, from right to left', async (t) => {
  const house = await openHouse({ t })
  const languages = readLanguages(new URL('../../../../views/words', import.meta.url).pathname)
  const said = confirmLetter(
    { board: house.store.published.board(), languages, publicUrl: 'https://table.example' },
    { email: 'a@home.example', language: 'ar', key: 'k' },
    { scope: 'all', of: '', often: 'table' },
  )
  t.match(said.language, { code: 'ar', dir: 'rtl' })
})
