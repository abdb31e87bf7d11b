import t from 'tap'
import { latestOf } from '../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../support/house.ts'
import { formsOf } from '../../support/forms.ts'
import { agreeNow } from './owner-letters/set-up.ts'
import { everything, find, open } from './report/set-up.ts'

t.test(
  'R2, R20, R21: an owner writes steps from the letter and ticks them; others read how many are done, and where it stands is untouched',
  async (t) => {
    const { house, phone, link } = await open(t)
    const before = everything(house)
    t.match((await phone.get(link)).body, 'Write down a few steps on the way')
    t.equal(everything(house), before, 'reading saves nothing')
    const status = latestOf(find(house))
    const text = 'Find a hall\n\nAsk the school\nPrint the leaflet'
    t.equal((await phone.post(`${link}/steps`, { text })).statusCode, 303)
    const form = formsOf((await phone.get(link)).body).find((each) =>
      each.action.endsWith('/steps'),
    )!
    const [shown, ticked] = [form.fields.shown![0]!, form.fields.ticked![0]!]
    t.match(find(house).steps, [
      { text: 'Find a hall' },
      { text: 'Ask the school' },
      { text: 'Print the leaflet' },
    ])
    const [first, second] = find(house).steps
    await phone.post(`${link}/steps`, { shown, ticked, done: [first!.id, second!.id], text: '' })

    const sergeant = house.signIn(PEOPLE.sergeant)
    const page = `/desk/actions/${find(house).id}`
    t.match(
      (await sergeant.get(page)).body,
      /2 of 3 steps[^]*Ward sergeant|2 of 3 steps[^]*27 January 2022/,
    )
    for (const list of ['/desk', '/desk/mine', '/desk/actions'])
      t.match((await sergeant.get(list)).body, '2 of 3 steps', list)
    t.same(latestOf(find(house)), status)

    // A colleague unticks one from the desk: both rows stay.
    await sergeant.post(`${page}/steps`, {
      shown,
      ticked: `${first!.id},${second!.id}`,
      done: [second!.id],
      text: '',
    })
    t.match(find(house).steps[0]!.ticks, [{ done: true }, { done: false }])
    await sergeant.post(`${page}/steps`, { out: second!.id })
    t.match((await sergeant.get('/desk/actions')).body, '0 of 2 steps')
    t.equal(
      house.store.journal.history('action', find(house).id).at(-1)!.verb,
      'changed the steps of',
    )
  },
)

t.test(
  'R23: too many steps are refused beside the field, with all that was typed and ticked',
  async (t) => {
    const { house, phone, link } = await open(t)
    await phone.post(`${link}/steps`, { text: 'Find a hall' })
    const [{ id } = { id: 0 }] = find(house).steps
    const before = everything(house)
    const text = Array.from({ length: 12 }, (_, i) => `Step ${i}`).join('\n')
    const refused = await phone.post(`${link}/steps`, {
      shown: `${id}`,
      ticked: '',
      done: [id],
      text,
    })
    t.equal(refused.statusCode, 422)
    t.match(refused.body, /id="steps-error"[^]*12 steps at most/)
    t.match(refused.body, /Step 11/)
    t.match(refused.body, new RegExp(`value="${id}"\\s+checked`))
    t.equal((await phone.post(`${link}/steps`, { text: 'a', status: 'done' })).statusCode, 400)
    t.equal(everything(house), before)
  },
)

t.test('R9, R11: the steps of a matter held in private are on its own page alone', async (t) => {
  const house = await openHouse({ t })
  const list = [house.person(PEOPLE.sergeant).id]
  const id = agreeNow(house, 'Visit the family', { list })
  const [sergeant, officer] = [house.signIn(PEOPLE.sergeant), house.signIn(PEOPLE.officer)]
  const path = `/desk/actions/${id}/steps`
  t.equal((await officer.post(path, { text: 'zqprivate' })).statusCode, 404)
  t.equal((await sergeant.post(path, { text: 'zqprivate' })).statusCode, 303)
  t.match((await sergeant.get(`/desk/actions/${id}`)).body, 'zqprivate')
  for (const page of ['/desk', '/desk/mine', '/desk/actions'])
    t.notMatch((await sergeant.get(page)).body, /zqprivate|0 of 1 step/, page)
})

t.test('R31: the same steps sent again are written once', async (t) => {
  const { house, phone, link } = await open(t)
  const once = /\/steps"[\s\S]*?name="once" value="([^"]*)"/.exec((await phone.get(link)).body)![1]!
  for (let i = 0; i < 3; i++) await phone.post(`${link}/steps`, { text: 'Find a hall', once })
  t.equal(find(house).steps.length, 1)
})
