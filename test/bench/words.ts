import { measure, type Measured } from './sentences/measure.ts'

// What the check of public words misses, and where it raises a false alarm (R12).

const say = (what: string, { hidden, missed, ordinary, alarmed }: Measured): void =>
  console.log(
    `${what}: missed ${missed.length} of ${hidden} hidden details, ` +
      `${alarmed.length} false alarms in ${ordinary} ordinary sentences ` +
      `(${((100 * alarmed.length) / ordinary).toFixed(1)} %)`,
  )

const seen = measure(false)
const held = measure(true)
say('Sentences worked with', seen)
say('Sentences held out', held)
for (const line of seen.missed) console.log(`  missed: ${line}`)
for (const line of seen.alarmed) console.log(`  false:  ${line}`)
process.exitCode = seen.missed.length + held.missed.length > 0 ? 1 : 0
