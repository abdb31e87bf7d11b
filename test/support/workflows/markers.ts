/** What is typed for no reader in public: wherever it is read, it leaked. */
export const PRIVATE = /zqxhidden[a-z]+z/gi
/** What is typed as public words: to be read while it is told, and at no other time. */
export const TOLD = /zqptold[a-z]+z/gi

/** Words that stand nowhere else, each of its own. */
export const openMarkers = () => {
  let count = 0
  const letters = (n: number): string =>
    n < 26 ? String.fromCharCode(97 + n) : letters(Math.floor(n / 26) - 1) + letters(n % 26)
  return {
    hidden: (): string => `zqxhidden${letters(count++)}z`,
    told: (): string => `zqptold${letters(count++)}z`,
    count: () => count,
  }
}
export type Markers = ReturnType<typeof openMarkers>
