/** What a test tears down at its end, done when it is asked for. */
export const closing = () => {
  const open: (() => unknown)[] = []
  return {
    teardown: (each: () => unknown): void => {
      open.push(each)
    },
    close: async (): Promise<void> => {
      for (const each of open.splice(0)) await each()
    },
  }
}
