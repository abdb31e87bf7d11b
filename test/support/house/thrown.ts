/** A fault of what goes on by itself: nothing in a test may have one. */
export const thrown = (error: unknown): never => {
  throw error
}
