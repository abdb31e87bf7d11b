import { tryTampering } from '../store/sealing/tried.ts'

// What was written down is rewritten a thousand times, each time in another way: `node test/torture/chain.ts`.
const TIMES = 1000
const seed = Number(process.argv[2] ?? Date.now() % 1_000_000)
const { sound, after, ways, unnoticed } = tryTampering(TIMES, seed, 'sample')
const falseAlarms = sound.faults.length + after.faults.length

console.log(
  `chain: ${TIMES - unnoticed.length} of ${TIMES} rewritings noticed, ${falseAlarms} false alarms over ` +
    `${sound.rows} rows (${Object.entries(ways)
      .map(([way, times]) => `${way} ${times}`)
      .join(', ')}; seed ${seed})`,
)
for (const each of unnoticed) console.error(`not noticed: ${each}`)
process.exitCode = unnoticed.length + falseAlarms > 0 ? 1 : 0
