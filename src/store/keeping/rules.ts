import { COMING_IN } from './coming-in.ts'
import { PEOPLE } from './people.ts'
import { RECORD } from './record.ts'
import { RESIDENTS } from './residents.ts'
import type { Rule } from './rule.ts'

/** Every rule there is. A start without one for each column of each table is refused (R29). */
export const RULES: readonly Rule[] = [...RECORD, ...RESIDENTS, ...PEOPLE, ...COMING_IN]
