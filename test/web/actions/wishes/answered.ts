import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { PEOPLE } from '../../../support/house.ts'
import { days, lettersTo } from '../owner-letters/set-up.ts'
import { find } from '../report/set-up.ts'
import { agreedBy, council, JUNE, minutesOf, openAsking, tableNow, waits } from './set-up.ts'

t.test(
  'R4, R5, R20: at the next table one tap grants it: the date moves, the minutes say who asked and what was said, and the owner hears',
  async (t) => {
    const { house, link, phone, coordinator, sergeant, page } = await openAsking(t)
    await phone.post(`${link}/wishes`, JUNE)
    const table = tableNow(house)
    const room = `/desk/round-tables/${table.slug}`
    t.match((await coordinator.get(room)).body, /asked for June 2022.*Yes: June 2022/s)
    t.match(
      minutesOf(house),
      /Ward sergeant[^"]* asked for June 2022 on 27 January 2022.*Not answered at this/,
    )

    const said = `id="review-${find(house).id}"`
    t.notMatch(
      (await coordinator.get(room)).body,
      said,
      'R2: nobody at the table said anything yet',
    )

    const path = `${room}/actions/${find(house).id}/wishes/${waits(house)!.id}/answer`
    const part = await coordinator.post(path, { answer: 'yes', words: '' }, { part: true })
    t.equal(part.statusCode, 200)
    t.match(part.body, 'June 2022')
    t.notMatch(part.body, 'Yes: June 2022')
    t.equal(agreedBy(house), '2022-06')
    t.match((await coordinator.get(room)).body, said, 'and the yes is a line of the minutes')
    t.match(termsOf(find(house)), { reason: JUNE.reason })
    t.match(
      minutesOf(house),
      /Ward sergeant[^"]* asked for June 2022 on 27 January 2022. Why: The hall is shut until May.*The round table said yes\..*Date: June 2022 \(was: /,
    )

    t.match((await phone.get(link)).body, /You asked for June 2022.*said\s+yes/s)
    t.match((await sergeant.get('/desk')).body, /The answer to what you asked.*said\s+yes/s)
    t.match((await sergeant.get(page)).body, /said\s+yes/)
    house.letters.length = 0
    await days(house, '2022-01-28')
    t.match(
      lettersTo(house, PEOPLE.sergeant)
        .map((letter) => letter.text)
        .join(),
      /You asked for June 2022\. The January 2022 round table said yes\. It is due June 2022\./,
    )
    house.letters.length = 0
    await days(house, '2022-02-03')
    t.notMatch(
      lettersTo(house, PEOPLE.sergeant)
        .map((letter) => letter.text)
        .join(),
      'You asked',
    )
  },
)

t.test(
  'R23: a no needs a word, beside its field; the date stays and the owner reads why',
  async (t) => {
    const { house, link, phone, coordinator } = await openAsking(t)
    await phone.post(`${link}/wishes`, JUNE)
    const due = agreedBy(house)
    const room = `/desk/round-tables/${tableNow(house).slug}`
    const path = `${room}/actions/${find(house).id}/wishes/${waits(house)!.id}/answer`
    for (const part of [true, false]) {
      const silent = await coordinator.post(path, { answer: 'no', words: ' ' }, { part })
      t.equal(silent.statusCode, 422)
      t.match(silent.body, new RegExp(`id="asked-${find(house).id}-words-error"`))
    }
    const said = await coordinator.post(path, { answer: 'no', words: 'The school needs it in May' })
    t.equal(said.statusCode, 303)
    t.match(said.headers.location, `#carried-${find(house).id}`)
    t.equal(agreedBy(house), due)
    t.match(minutesOf(house), 'The round table said no: “The school needs it in May”.')
    t.match((await phone.get(link)).body, /said\s+no.*The school needs it in May/s)
    t.equal((await coordinator.post(path, { answer: 'yes', words: '' })).statusCode, 409)
  },
)

t.test(
  'R2, R5: an ordinary line that grants all of it is the yes, and one that moves it elsewhere is the no, and says what was agreed',
  async (t) => {
    const { house, sergeant, coordinator, page } = await openAsking(t)
    const line = async (text: string, key: string) =>
      coordinator.post(`/desk/round-tables/${tableNow(house).slug}/lines`, {
        key,
        last: '',
        seen: '0',
        step: 'save',
        text,
      })
    await sergeant.post(`${page}/wishes`, JUNE)
    await line(`u ${find(house).number} the school has no room yet`, 'key-of-the-plain-line')
    t.ok(waits(house), 'what moves nothing answers nothing')
    await line(`u ${find(house).number} by July`, 'key-of-the-first-line')
    t.equal(agreedBy(house), '2022-07')
    t.match(find(house).wishes.at(-1)!.answer, {
      granted: false,
      words: 'Agreed instead: July 2022.',
      roundTableId: tableNow(house).id,
    })
    t.match(minutesOf(house), 'The round table said no: “Agreed instead: July 2022.”')
    await sergeant.post(`${page}/wishes`, JUNE)
    const read = await coordinator.post(
      `/desk/round-tables/${tableNow(house).slug}/reading`,
      { key: 'key-of-the-reading', last: '', seen: '0', text: `u ${find(house).number} by June` },
      { part: true },
    )
    t.match(read.body, 'A yes to what its owner asked for')
    await line(`u ${find(house).number} by June`, 'key-of-the-second-line')
    t.equal(agreedBy(house), '2022-06')
    t.match(find(house).wishes.at(-1)!.answer, { granted: true, roundTableId: tableNow(house).id })

    await sergeant.post(`${page}/wishes`, { by: '', leadId: council(house), reason: 'Their hall' })
    const { id, text, kind, by } = termsOf(find(house))
    const changed = await coordinator.post(`${page}/terms`, {
      text,
      kind,
      leadId: council(house),
      seatId: '',
      by: String(by),
      reason: 'Agreed',
      basedOn: id,
    })
    t.equal(changed.statusCode, 303)
    t.equal(waits(house), undefined, '“Change what was agreed” answers it as well')
  },
)

t.test(
  'R3, R6: between tables a coordinator answers, and the record says so; a lead that is away is asked first',
  async (t) => {
    const { house, sergeant, coordinator, page } = await openAsking(t)
    await coordinator.post(`/desk/round-tables/${tableNow(house).slug}/finishing`, {})
    await sergeant.post(`${page}/wishes`, { by: '', leadId: council(house), reason: 'Their hall' })
    t.match(
      (await coordinator.get(page)).body,
      'The record says that it was answered between meetings',
    )
    const { id } = waits(house)!
    t.equal(
      (await sergeant.post(`${page}/wishes/${id}/answer`, { answer: 'yes', words: '' })).statusCode,
      403,
    )
    await coordinator.post(`${page}/wishes/${id}/answer`, { answer: 'yes', words: '' })
    t.match(find(house).wishes.at(-1)!.answer, { granted: true, roundTableId: null })
    t.match(termsOf(find(house)), { leadId: council(house), seatId: null, proposed: true })
    t.match((await coordinator.get(page)).body, /The answer: yes<\/b>, between meetings/)
  },
)
