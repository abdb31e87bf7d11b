import t from 'tap'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { FILE_BEGINS, headOf, lineTo, listening } from './set-up.ts'

const MB = 1024 * 1024
const FILES = '/desk/leaflets/1/files'

t.test(
  'R23: whoever may not bring a file is told so before it has come, and none of it is waited for',
  async (t) => {
    const house = await openHouse({ t })
    const port = await listening(house)
    const observer = house.signIn(PEOPLE.observer)
    const halfway = house.signIn(PEOPLE.coordinator, { secondFactor: false })
    const held = house.signIn(PEOPLE.coordinator)
    for (const [who, path, status, visitor] of [
      ['a stranger with a leaflet', FILES, 303, undefined],
      ['a stranger with a workbook', '/desk/bringing-in', 303, undefined],
      ['a stranger with a photo', '/desk/actions/1/updates', 303, undefined],
      ['an observer with a leaflet', FILES, 403, observer],
      ['an observer with a workbook', '/desk/bringing-in', 403, observer],
      ['an observer with a photo', '/desk/actions/1/updates', 403, observer],
      ['someone halfway in', FILES, 303, halfway],
      ['a coordinator, for a leaflet that is not there', '/desk/leaflets/999/files', 404, held],
      ['a link that opens nothing', '/report/not-a-link', 404, undefined],
    ] as const) {
      for (const length of [60 * MB, 3 * MB, 'chunked'] as const) {
        const line = lineTo(port)
        line.say(headOf(path, length, visitor))
        t.match(await line.answer(), new RegExp(`^HTTP/1.1 ${status} `), `${who}, ${length}`)
        if (length === 3 * MB) line.socket.destroy()
        // A large one is cut off; a small one may still come, as browsers read when they have sent.
        else t.match(await line.ended(), /\r\nconnection: close\r\n/i, `${who}: hung up`)
      }
    }
  },
)

t.test('R25: the words of a session that ran out are read and kept; its file is not', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const port = await listening(house)
  house.clock.pass({ hours: 1 })
  const line = lineTo(port)
  line.say(headOf(FILES, 60 * MB, laptop))
  t.match(await line.ended(), /^HTTP\/1.1 303 [^]*location: \/sign-in\r\n/)
  const kept = await laptop.post('/desk/actions/1/updates', { status: 'under way', text: 'Said' })
  t.match(kept.headers.location, '/sign-in?kept=yes')
})

t.test('R23: half a form is answered 400, whatever it is half of', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const head = 'Content-Disposition: form-data; name='
  for (const [what, payload] of [
    ['a word', `--edge\r\n${head}"language"\r\n\r\nen`],
    ['a file', `--edge\r\n${head}"file"; filename="a.pdf"\r\n\r\n%PDF`],
    ['a head', `--edge\r\n${head}"la`],
    ['the end', `--edge\r\n${head}"language"\r\n\r\nen\r\n--edge`],
    ['nothing that we know', 'junk'],
  ] as const)
    for (const url of [FILES, '/desk/actions/1/updates', '/desk/bringing-in', '/desk/topics']) {
      const headers = { 'content-type': 'multipart/form-data; boundary=edge' }
      const answer = await laptop.send({ method: 'POST', url, payload, headers })
      t.match(answer, { statusCode: /^(?:400|404)$/ }, `${what}, ${url}`)
      if (url !== '/desk/topics') t.match(answer.body, /This did not arrive whole/)
    }
  const port = await listening(house)
  const line = lineTo(port)
  line.say(headOf(FILES, 5000, laptop) + FILE_BEGINS)
  line.socket.end()
  t.match(await line.ended(), /^(?:HTTP\/1.1 400 [^]*)?$/, 'a line that breaks off')
  t.equal((await house.stranger().get('/')).statusCode, 200)
})
