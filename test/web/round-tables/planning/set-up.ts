import type { Letter } from '../../../../src/mail/letter.ts'
import { planMark } from '../../../../src/domain/round-tables/planning/plan.ts'
import type { RoundTable } from '../../../../src/domain/round-tables/round-table.ts'
import { PEOPLE, type House } from '../../../support/house.ts'

export const TABLES = '/desk/round-tables'

/** The next round table of the sample: planned, with a day. */
export const NEXT = '2022-q2'
export const AT = `${TABLES}/${NEXT}`

export const tableOf = (house: House, slug = NEXT): RoundTable =>
  house.store.roundTables.find(slug)!

/** The form that changes a plan, as the page shows it. */
export const planOf = (table: RoundTable) => ({
  heldOn: table.heldOn,
  startsAt: table.startsAt ?? '',
  place: table.place ?? '',
  expectedIds: table.expectedIds,
  basedOn: planMark(table),
})

/** What the post brought since this was asked last. */
export const postOf = (house: House) => async (): Promise<Letter[]> => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done))
  return house.letters.splice(0)
}

/** The sergeant and the officer are asked to the next table. */
export const askThem = async (house: House): Promise<number[]> => {
  const personIds = [PEOPLE.sergeant, PEOPLE.officer].map((each) => house.person(each).id)
  await house.signIn(PEOPLE.coordinator).post(`${AT}/invitations`, { personIds })
  return personIds
}

/** The table that is open in the sample is finished, so that another can begin. */
export const finishOpen = async (house: House): Promise<void> => {
  await house.signIn(PEOPLE.coordinator).post(`${TABLES}/2022-q1/finishing`)
}

/** The link to answer by. */
export const linkIn = ({ text }: Letter): string => text.match(/\/answer\/[\w-]+/)![0]

/** The file for a calendar, with its folded lines made whole. */
export const fileIn = ({ calendar }: Letter): string => calendar!.content.replaceAll('\r\n ', '')
