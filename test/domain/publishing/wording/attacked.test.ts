import t from 'tap'
import type { CheckKey, Knowledge } from '../../../../src/domain/publishing/wording/alert.ts'
import { alertsIn } from '../../../../src/domain/publishing/wording/wording.ts'
import { foundOf, KNOWLEDGE } from './make.ts'
import { ATTACKS } from './attacks.ts'
import { QUIET } from './quiet.ts'

const KNOWS: Partial<Knowledge> = { names: [...KNOWLEDGE.names, 'Grace Bell'] }

for (const [key, lines] of Object.entries(ATTACKS))
  t.test(`R12, R14, R17: ${key} are found however they are disguised`, async (t) => {
    for (const line of lines.trim().split('\n')) {
      const [text, stretch] = line.split(' => ')
      const found = foundOf(key as CheckKey, text!, KNOWS)
      t.ok(
        found.some((each) => each.includes(stretch!)),
        `“${stretch}” in “${text}”: ${found.join('; ')}`,
      )
    }
  })

t.test('R12: ordinary sentences of a council and of the police stay quiet', async (t) => {
  for (const text of QUIET)
    t.same(
      alertsIn([{ field: 'did', text }], {
        ...KNOWLEDGE,
        ...KNOWS,
        known: [...KNOWLEDGE.known, 'Lisson Grove', 'Westminster City Council'],
      })
        .filter((each) => each.key !== 'plain')
        .map((each) => `${each.key}: ${each.found}`),
      [],
      text,
    )
})
