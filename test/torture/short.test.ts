import t from 'tap'
import { TRIALS, tryOut } from './run.ts'

for (const file of TRIALS)
  t.test(`R22, R31: nothing is lost in the short form of ${file}`, async (t) => {
    const { isRight, seconds, said } = tryOut(file)
    t.comment(`${JSON.stringify(said)} in ${seconds} s`)
    t.ok(
      isRight,
      said.more ?? 'nothing is lost',
      said.notRun ? { skip: `not run here: ${said.notRun}` } : {},
    )
  })
