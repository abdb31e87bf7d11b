import type { Tally } from '../../../../src/domain/evidence/small-numbers.ts'

export const tally = (total: number, groups: Record<string, number>): Tally => ({ total, groups })
