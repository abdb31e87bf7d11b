import { type Line, type Reading } from '../../../../../src/domain/round-tables/line/line.ts'
import { namesToMention } from '../../../../../src/domain/round-tables/line/mentions.ts'
import { readDate } from '../../../../../src/domain/dates/read-date.ts'
import { areas, organisations, seats, themes, TODAY } from '../../../make.ts'
import { readLine } from '../../../../../src/domain/round-tables/line/read-line.ts'

export const reading: Reading = {
  names: namesToMention(organisations, seats, themes, areas),
  ahead: (typed) => readDate(typed, { today: TODAY, nextTable: '2022-04-28', lean: 'ahead' }),
  behind: (typed) => readDate(typed, { today: TODAY, lean: 'behind' }),
}
export const read = (typed: string): Line => readLine(typed, reading)
export const [mosaic, police, council, school] = [1, 2, 3, 4]
export const sergeant = 4
