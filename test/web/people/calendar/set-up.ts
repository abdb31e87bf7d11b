import { must } from '../../../../src/sample/must.ts'
import { type House, PEOPLE } from '../../../support/house.ts'
import { agree, type AgreedTerms } from '../../../../src/domain/actions/agreement.ts'

export const by = (house: House, email: string = PEOPLE.coordinator) => ({
  personId: house.person(email).id,
  at: house.clock.at(),
})
export const seatOf = (house: House, email: string) =>
  house.store.organisations
    .seats()
    .find((seat) =>
      seat.holders.some(
        (each) => each.personId === house.person(email).id && each.untilOn === null,
      ),
    )!
export const agreeNow = (
  house: House,
  text: string,
  over: Partial<AgreedTerms> & { proposed?: boolean; list?: number[] } = {},
): number => {
  const { proposed = false, list = [], ...terms } = over
  const seat = seatOf(house, PEOPLE.sergeant)
  return house.store.actions.record(
    must(
      agree(
        {
          text,
          kind: 'one-off',
          leadId: seat.organisationId,
          seatId: seat.id,
          helperIds: [],
          by: null,
          ...terms,
        },
        () => !proposed,
      ),
    ),
    {
      roundTableId: null,
      concernIds: [],
      depth: list.length ? 'named' : 'table',
      ground: list.length ? 'A person could be identified.' : null,
      list,
    },
    by(house),
  )
}
/** Through the page: the address that is shown once. */
export const make = async (house: House, email: string = PEOPLE.sergeant): Promise<string> =>
  (
    await house.signIn(email).post('/desk/me/calendar', {
      since: house.store.calendars.since(house.person(email).id) ?? '',
    })
  ).body.match(/\/calendar\/[\w-]+\.ics/)![0]

/** Reads a calendar as a program does: lines unfolded, each event by its fields. */
export const read = (text: string): Record<string, string>[] => {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n')
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== '' || lines.at(-2) !== 'END:VCALENDAR')
    throw new Error('this is no calendar')
  const events: Record<string, string>[] = []
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({})
    else if (events.length && line.includes(':') && !/^(BEGIN|END):/.test(line))
      events.at(-1)![line.slice(0, line.indexOf(':'))] = line
        .slice(line.indexOf(':') + 1)
        .replace(/\\([,;\\])/g, '$1')
  }
  return events
}
export const number = (house: House, id: number): string =>
  house.store.actions.listUnfiltered([id])[0]!.number
