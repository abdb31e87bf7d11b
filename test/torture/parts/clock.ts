// Loaded before the server: its clock is as far behind as it is told to be, and goes on from there,
// as the demo's does. Codes, sessions and links of a record are good at the record's own time.
const Now = Date
const behind = Number(process.env.BEHIND_MS ?? 0)

class Behind extends Now {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Now.now() - behind)
    else super(...(given as [number]))
  }
  static override now(): number {
    return Now.now() - behind
  }
}
globalThis.Date = Behind as DateConstructor
