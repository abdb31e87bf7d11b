import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg } from 'node:os'

/** What figures were measured on and of: they mean little without. */
export const machine = (): string => {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' })
  return (
    `On ${availableParallelism()} cores of ${cpus()[0]?.model ?? 'a processor'}, ` +
    `busy with ${loadavg()[0]!.toFixed(1)} programs before; Node ${process.versions.node}, commit ${commit.trim()}.`
  )
}

export const line = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** The number that so large a share of them is below. */
export const at = (all: readonly number[], share: number): number =>
  all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))]!

export const median = (all: readonly number[]): number => at(all, 0.5)
