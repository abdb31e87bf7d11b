declare module 'autocannon' {
  interface Result {
    requests: { average: number; total: number }
    latency: { p50: number; p99: number; max: number }
    non2xx: number
    errors: number
  }
  const autocannon: (options: {
    url: string
    connections: number
    duration?: number
    /** Requests a second of all connections together. */
    overallRate?: number
    amount?: number
    headers?: Record<string, string>
    requests?: ({ path: string } | { setupRequest: (each: object) => object })[]
  }) => Promise<Result>
  export default autocannon
}
