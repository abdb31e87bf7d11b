import { tryTampering } from '../store/sealing/tried.ts'
import { report, times } from './report.ts'

// What was written down is rewritten, each time in another way: what is not noticed is lost.
const tries = times({ short: 150, long: 1000 })
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const { sound, after, ways, unnoticed } = tryTampering(tries, seed, 'sample')
const falseAlarms = sound.faults.length + after.faults.length
for (const each of unnoticed) console.error(`not noticed: ${each}`)
for (const [way, count] of Object.entries(ways)) console.error(`${count} by ${way}`)
report({
  tried: `${tries} rewritings`,
  lost: unnoticed.length + falseAlarms,
  more: `${falseAlarms} false alarms over ${sound.rows} rows, seed ${seed}`,
})
