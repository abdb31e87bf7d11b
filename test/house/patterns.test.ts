import { Worker } from 'node:worker_threads'
import t from 'tap'
import { patternsOf, type Pattern } from './patterns/found.ts'
import { textOf, worstFor, type Shape } from './patterns/worst.ts'

/** Much longer than a hundred kilobytes take, read once, on any machine. */
const MOST_MS = 2500
/** Put together of words that are known only while the house runs, and not fed here. */
const MADE_LATER = [/line\/marks\.ts:\d+$/, /contacts\/doors\.ts:\d+$/]

t.test(
  'R23: no regular expression keeps the house busy, whatever a hundred kilobytes hold',
  async (t) => {
    const { patterns, unmade } = await patternsOf()
    t.ok(patterns.length > 900, `${patterns.length} patterns`)
    t.same(
      unmade.filter((place) => !MADE_LATER.some((one) => one.test(place))),
      [],
      'each is fed, however it is made',
    )
    t.same(await slowOf([{ source: '\\s+$', flags: '', where: 'here' }]), ['here /\\s+$/'])
    t.same(await slowOf(patterns), [])
  },
)

/** Reads each text with a pattern, to its end, and says so. */
const THREAD = `
const { parentPort } = require('node:worker_threads')
parentPort.on('message', ({ source, flags, texts }) => {
  const pattern = new RegExp(source, flags)
  for (const text of texts) {
    if (pattern.global) for (const _ of text.matchAll(pattern));
    else pattern.test(text)
    parentPort.postMessage('read')
  }
  parentPort.postMessage('done')
})`

/** Those that had not done with one text in all that time. */
const slowOf = async (patterns: Pattern[]): Promise<string[]> => {
  const slow: string[] = []
  const kept = new Map<string, string>()
  const text = (shape: Shape): string => {
    const key = JSON.stringify(shape)
    const made = kept.get(key) ?? textOf(shape)
    if (kept.size < 100) kept.set(key, made)
    return made
  }
  let thread = new Worker(THREAD, { eval: true })
  for (const { source, flags, where } of patterns) {
    const texts = worstFor(source).map(text)
    if (await isDone(thread, { source, flags, texts })) continue
    slow.push(`${where} /${source}/${flags}`)
    await thread.terminate()
    thread = new Worker(THREAD, { eval: true })
  }
  await thread.terminate()
  return slow
}

const isDone = (thread: Worker, work: object): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (isDone: boolean): void => {
      clearTimeout(clock)
      thread.removeAllListeners('message')
      resolve(isDone)
    }
    let clock = setTimeout(end, MOST_MS, false)
    thread.on('message', (message: 'read' | 'done') => {
      if (message === 'done') return end(true)
      clearTimeout(clock)
      clock = setTimeout(end, MOST_MS, false)
    })
    thread.postMessage(work)
  })
