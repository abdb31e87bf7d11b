import { posix } from 'node:path'
import t from 'tap'
import { figure } from '../bench/counted.ts'
import { TRIALS, tryOut } from './run.ts'

/** Trials whose short form stands beside what it tries. */
const ELSEWHERE: Record<string, string> = {
  chain: 'test/store/sealing/noticed.ts',
  strings: 'test/browser/strings/strings.test.ts',
  workflows: 'test/house/wall/workflows.ts',
}

for (const file of TRIALS.filter((each) => !ELSEWHERE[posix.basename(each, '.ts')]))
  t.test(`R22, R31: nothing is lost in the short form of ${file}`, async (t) => {
    const { isRight, seconds, said } = tryOut(file)
    t.comment(`${JSON.stringify(said)} in ${seconds} s`)
    t.ok(
      isRight,
      said.more ?? 'nothing is lost',
      said.notRun ? { skip: `not run here: ${said.notRun}` } : {},
    )
    if (file.endsWith('/power.ts') && said.tried) figure('power', Number.parseInt(said.tried, 10))
  })
