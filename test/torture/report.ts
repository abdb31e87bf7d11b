/** What a trial found, for the table that `npm run torture` ends with. */
export interface Figures {
  /** How many times it was tried, and what: `1000 kills`. */
  tried: string
  /** What was lost, half-written, counted twice or wrong otherwise: anything but 0 is a failure. */
  lost: number
  /** What else is worth knowing, in a few words: `219 of 227 routes`. */
  more?: string
}

/** The long form: what takes minutes and is run by hand. The short one runs with all the tests. */
export const isLong = process.argv[2] === 'long'

/** How often, in each form. */
export const times = ({ short, long }: { short: number; long: number }): number =>
  isLong ? long : short

/** Says what was found, as the last line of all, and ends with 1 where anything was lost. */
export const report = (figures: Figures): void => {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  process.exitCode = figures.lost === 0 ? 0 : 1
}

/** Ends a trial that cannot be made on this machine: that is said, and is no failure. */
export const notRunHere = (why: string): never => {
  process.stdout.write(`${JSON.stringify({ notRun: why })}\n`)
  process.exit(0)
}
