import t from 'tap'
import { PEOPLE } from '../../../support/house.ts'
import { everything, find, open } from './set-up.ts'

t.test(
  'R20: ready-made words are offered on the link from the start; choosing some fills the box, keeps all that was typed, and sends nothing',
  async (t) => {
    const { house, phone, link } = await open(t)
    const before = everything(house)
    const page = (await phone.get(link)).body
    t.match(page, /class="ready--done">\s*<button[^>]*value="It was done as agreed\."/)
    t.match(page, `formaction="${link}#text"`)
    t.ok(
      page.indexOf('>Send</button>') < page.indexOf('name="ready"'),
      'the key Enter sends, and fills nothing in',
    )
    const typed = { status: 'done', text: 'On <Monday>.', waitingFor: 'the council' }
    const filled = await phone.post(link, { ...typed, ready: 'It was done as agreed.' })
    t.equal(filled.statusCode, 200)
    t.match(filled.body, '>On &lt;Monday&gt;. It was done as agreed.</textarea>')
    t.match(filled.body, /value="done"\s+checked/)
    t.match(filled.body, 'value="the council"')
    t.notMatch(filled.body, 'There is a problem')
    const gone = await phone.post(link, { ...typed, ready: 'Words that are not kept any more' })
    t.match([gone.statusCode, gone.body], [200, '>On &lt;Monday&gt;.</textarea>'])
    t.equal(everything(house), before, 'R21: nothing was saved')
    t.equal(
      (await phone.post('/report/unknown', { ready: 'It was done as agreed.' })).statusCode,
      404,
    )
  },
)

t.test(
  'R20, R9: on the desk they fill the box as well, for those who may report, and a coordinator changes them',
  async (t) => {
    const { house } = await open(t)
    const path = `/desk/actions/${find(house).id}`
    const laptop = house.signIn(PEOPLE.coordinator)
    const settings = (await laptop.get('/desk/settings')).body
    t.match(settings, 'Done: It was done as agreed.')
    await laptop.post('/desk/settings/words', { phrases: 'Done: We held <it>\nAsk us in May' })
    const before = find(house).updates.length
    const sergeant = house.signIn(PEOPLE.sergeant)
    t.match((await sergeant.get(path)).body, 'value="We held &lt;it&gt;"')
    const filled = await sergeant.post(`${path}/updates`, {
      status: 'done',
      text: '',
      ready: 'We held <it>',
    })
    t.equal(filled.statusCode, 200)
    t.match(filled.body, /We held &lt;it&gt;<\/textarea>/)
    t.equal(find(house).updates.length, before, 'nothing was sent')
    const observer = house.signIn(PEOPLE.observer)
    t.equal((await observer.post(`${path}/updates`, { ready: 'x' })).statusCode, 403)
    await laptop.post('/desk/settings/words', { phrases: '' })
    t.notMatch((await sergeant.get(path)).body, 'name="ready"', 'none where it keeps none')
  },
)
