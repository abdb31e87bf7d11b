import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE, type Fields, type House } from '../../../support/house.ts'
import { PATH, rowsIn } from './set-up.ts'

/** Every field of the page, as a browser would send it. */
export const sentIn = (body: string): Record<string, string[]> => {
  const fields: Record<string, string[]> = {}
  const form = /<form[^>]*action="\/desk\/bringing-in\/rows"[\s\S]*?<\/form>/.exec(body)![0]
  const each =
    /<input[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"[^>]*>|<textarea[^>]*?name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>|<select[^>]*?name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g
  for (const [, input, value, area, typed, select, options] of form.matchAll(each)) {
    const chosen =
      options && (/value="([^"]*)" selected/.exec(options) ?? /value="([^"]*)"/.exec(options))![1]
    ;(fields[(input ?? area ?? select)!] ??= []).push(plain((value ?? typed ?? chosen)!))
  }
  return fields
}
const plain = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const organisation = (house: House, code: string) =>
  String(house.store.organisations.list().find((each) => each.code === code)!.id)

t.test(
  'R2: which column is which is changed on the page, and what was put right stays',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const text =
      'Job\tHelpfully\tMoment\tRAG\nFix the gate\tWCC\t28/4\tGreen\nHold a stall\tMPS\tMay\tGreen\nSweep up\tMPS\tsoon\tRed'
    const first = await laptop.post(PATH, { text })
    t.match(first.body, /28\/4 · May · soon/, 'the first values of each column are shown')
    const fields = sentIn(first.body)
    t.same(fields['wasColumn[]'], ['text', 'unknown', 'unknown', 'status'])
    t.same(fields['word[]'], ['Green', 'Red'])
    fields['column[]'] = ['text', 'who', 'by', 'status']
    fields['means[]'] = ['under-way', '']
    fields['text[]']![1] = 'Hold two stalls'
    const again = await laptop.post(`${PATH}/rows`, { ...fields, step: 'again' } as Fields)
    t.equal(again.statusCode, 200)
    t.match(rowsIn(again.body), [
      {
        text: 'Fix the gate',
        leadId: organisation(house, 'council'),
        by: '28/4',
        status: 'under-way',
      },
      {
        text: 'Hold two stalls',
        leadId: organisation(house, 'police'),
        by: 'May',
        status: 'under-way',
      },
      { text: 'Sweep up', by: 'soon', status: '', remarks: /soon.*“Red”/ },
    ])
    t.match(again.body, 'Read as <b>28 April 2022</b>')
    t.match(again.body, 'It said “WCC”', 'what was typed stands beside what it is read as')
    const third = sentIn(again.body)
    third['by[]']![2] = ''
    t.equal(
      (await laptop.post(`${PATH}/rows`, third as Fields)).headers.location,
      `${PATH}?made=3&doubles=0`,
    )
    t.match(termsOf(house.store.actions.everWritten().at(-2)!), {
      text: 'Hold two stalls',
      by: '2022-05',
    })
  },
)

t.test(
  'a pair of what was said and what was done is a concern and its action, linked',
  async (t) => {
    const house = await openHouse({ t })
    const laptop = house.signIn(PEOPLE.coordinator)
    const text =
      'You said\tWe did\nThe yard is dark\tWe put in a new lamp\nThe yard is dark\tWe cut the hedge\nThe gate squeaks\t'
    const fields = sentIn((await laptop.post(PATH, { text })).body)
    t.same(fields['concern[]'], ['The yard is dark', 'The yard is dark', ''])
    const concerns = house.store.concerns.everWritten().length
    fields['status[]'] = ['done', 'under-way', '']
    fields['said[]'] = ['The lamp is in', 'Half of it', '']
    t.equal(
      (await laptop.post(`${PATH}/rows`, fields as Fields)).headers.location,
      `${PATH}?made=3&doubles=0`,
    )
    t.equal(house.store.concerns.everWritten().length, concerns + 2, 'the same concern is one')
    const yard = house.store.concerns
      .everWritten()
      .find((each) => each.wordings[0]!.text === 'The yard is dark')!
    t.same(
      house.store.actions
        .everWritten()
        .slice(-2)
        .map((each) => each.concernIds),
      [[yard.id], [yard.id]],
    )
    const more = sentIn(
      (await laptop.post(PATH, { text: 'You said\tWe did\nThe yard is dark\tWe asked again' }))
        .body,
    )
    await laptop.post(`${PATH}/rows`, more as Fields)
    t.same(
      house.store.actions.everWritten().at(-1)!.concernIds,
      [yard.id],
      'and so is one that is here',
    )
  },
)

t.test('R9: an action is never wider than the concern that it answers', async (t) => {
  const house = await openHouse({ t })
  const laptop = house.signIn(PEOPLE.coordinator)
  const text =
    'You said\tWe did\nThe oldest is afraid\tWe met the aunt\nThe oldest is afraid\tWe met the school'
  const fields = sentIn((await laptop.post(PATH, { text })).body)
  fields['private[]'] = ['A family could be identified.', '']
  const refused = await laptop.post(`${PATH}/rows`, fields as Fields)
  t.equal(refused.statusCode, 422)
  t.match(rowsIn(refused.body)[1]!.remarks, /Row 2: what residents said there is held in private/)
})
