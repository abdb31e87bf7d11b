import t from 'tap'
import { statusOf, termsOf } from '../../../src/domain/actions/action.ts'
import { openBox } from './open-box.ts'

t.test(
  'R2: an update sets only what was said: a lead and a date change those, and no status',
  async (t) => {
    const { store, shown, written } = await openBox(t)
    const before = store.actions.byNumber('1.6')!
    const line = 'u 1.6 @wcc by June: the council will lead'
    const { plans, read } = shown(line)
    t.match(plans[0], {
      becomes: 'update',
      terms: { by: '2022-06' },
      line: { text: 'the council will lead' },
    })
    t.ok(read[0]!.facts.includes('By June 2022'), 'and it is shown before it is saved')
    t.ok(read[0]!.facts.some((fact) => fact.startsWith('Westminster City Council')))
    for (const typed of [line, 'u 1.6 by June', 'u 1.6 @wcc', 'u 1.6 the caretaker was asked'])
      written(typed, () => {
        const after = store.actions.byNumber('1.6')!
        t.equal(statusOf(after), statusOf(before), typed)
        if (typed !== line) return
        t.equal(termsOf(after).by, '2022-06')
        t.equal(after.updates.at(-1)!.text, 'the council will lead')
      })
  },
)
