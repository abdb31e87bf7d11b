import type { CheckKey, Knowledge } from '../../../../src/domain/publishing/wording/alert.ts'
import { alertsIn } from '../../../../src/domain/publishing/wording/wording.ts'

/** What the checks know in these tests: every name is invented. */
export const KNOWLEDGE: Knowledge = {
  names: ['Siobhán O’Brien', 'Deniz Yılmaz', 'Łukasz Sørensen'],
  known: ['Church Street', 'Mosaic Community Trust'],
  guarded: ['O’Malley', 'El-Amin', 'Club 7', 'Lantern Lane Youth Club'],
  private: [],
}

/** What was found of a kind in public words. */
export const foundOf = (key: CheckKey, text: string, over: Partial<Knowledge> = {}): string[] =>
  alertsIn([{ field: 'did', text }], { ...KNOWLEDGE, ...over })
    .filter((each) => each.key === key)
    .map((each) => each.found)
