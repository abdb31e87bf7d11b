import { type Line, type Reading } from '../../../../../src/domain/round-tables/line/line.ts'
import { namesToMention } from '../../../../../src/domain/round-tables/line/mentions.ts'
import { sayingDates } from '../../../../../src/work/read-dates.ts'
import { areas, organisations, seats, themes, TODAY } from '../../../make.ts'
import { readLine } from '../../../../../src/domain/round-tables/line/read-line.ts'

export const reading: Reading = {
  names: namesToMention(organisations, seats, themes, areas),
  ahead: sayingDates(TODAY, '2022-04-28'),
  behind: sayingDates(TODAY, null, 'behind'),
}
export const read = (typed: string): Line => readLine(typed, reading)
export const [mosaic, police, council, school] = [1, 2, 3, 4]
export const sergeant = 4
