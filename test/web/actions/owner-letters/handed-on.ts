import t from 'tap'
import { termsOf } from '../../../../src/domain/actions/action.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { agreeNow, by, days, lettersTo, seatOf } from './set-up.ts'

t.test(
  'R21: a new lead reads when it came to them, whose it was and why; where only the date moved, its owner reads that, and nobody is told that it is theirs again',
  async (t) => {
    const house = await openHouse({ t })
    const id = agreeNow(house, 'Walk the estate', { by: '2022-08' })
    await days(house, '2022-02-01')
    house.letters.length = 0
    const change = (over: object, reason: string): void => {
      const now = termsOf(house.store.actions.listUnfiltered([id])[0]!)
      house.store.actions.recordTerms(id, { ...now, ...over, reason }, by(house))
    }
    const letterTo = (email: string): string | undefined =>
      lettersTo(house, email)
        .map((each) => each.text)
        .find((text) => text.includes('“Walk the estate”'))
    change({ by: '2022-09' }, 'The school is shut')
    await days(house, '2022-02-03')
    t.match(
      letterTo(PEOPLE.sergeant),
      /Action B\d+ has changed\. That was agreed at the January 2022 round table\. It is due September 2022\. Before, it was August 2022\. Why: The school is shut\./,
    )
    house.letters.length = 0
    const { id: seatId, organisationId: leadId } = seatOf(house, PEOPLE.officer)
    change({ leadId, seatId }, 'The council has the keys')
    await days(house, '2022-02-06')
    t.match(
      letterTo(PEOPLE.officer),
      /Action B\d+ is yours\. It was agreed at the January 2022 round table that it is yours now\. Metropolitan Police Service led it before\. Why: The council has the keys\. It is due September 2022\./,
    )
    t.equal(letterTo(PEOPLE.sergeant), undefined)
  },
)
