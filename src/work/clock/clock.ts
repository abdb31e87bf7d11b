const EVERY_MS = 10 * 60_000

/** Something that happens by itself: at once, or after a while. */
export type Task = () => void | Promise<void>

/**
 * Runs what happens by itself, at the start and then every ten minutes. Each task runs for itself, in
 * its turn: a fault in one is told, and holds up no other. One that is still under way from the last
 * time is not begun again.
 */
export const keepClock = (
  tasks: readonly Task[],
  fault: (error: unknown) => void,
  isFree: () => boolean = () => true,
) => {
  const underWay = new Map<Task, Promise<void>>()
  const begin = (task: Task): void => {
    try {
      const done = task()
      if (!done) return
      underWay.set(
        task,
        done.catch(fault).finally(() => underWay.delete(task)),
      )
    } catch (error) {
      fault(error)
    }
  }
  const run = (): void => {
    // While another program holds the record, a task would stop everyone: it comes the next time.
    for (const task of tasks) if (!underWay.has(task) && isFree()) begin(task)
  }
  const timer = setInterval(run, EVERY_MS)
  timer.unref()
  return {
    run,
    stop: async (): Promise<void> => {
      clearInterval(timer)
      await Promise.all(underWay.values())
    },
  }
}
