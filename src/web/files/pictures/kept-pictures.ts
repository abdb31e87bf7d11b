import { createHash } from 'node:crypto'
import { lettersIn } from './letters.ts'
import { drawMark, drawPair } from './pair-picture.ts'
import type { PairWords, Picture, Pictures } from './picture.ts'

const MOST_BYTES = 12 * 1024 * 1024
/** How many may wait for their turn: programs that look links up come back. */
const MOST_WAITING = 40

/**
 * Pictures of pairs, each drawn once and kept by what it says: one at a time, so that they never
 * take more than one core from readers. Nothing where too many wait already.
 *
 * @param folder of the fonts. That there are no others is said to the library that sets text in
 * `FONTCONFIG_FILE`, before it first does.
 */
export const keepPictures = (folder: string, mostBytes = MOST_BYTES): Pictures => {
  let has: ((text: string) => boolean) | undefined
  const kept = new Map<string, Promise<Picture>>()
  let bytes = 0
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  const draw = async (words: PairWords): Promise<Picture> => {
    has ??= lettersIn(folder)
    const { saidLabel, said, didLabel, did, name } = words
    const isDrawable = [saidLabel, said, didLabel, did, name].every(has)
    const png = isDrawable ? await drawPair(words) : await drawMark()
    return { bytes: png, tag: createHash('sha256').update(png).digest('hex') }
  }
  const inTurn = async (key: string, words: PairWords): Promise<Picture> => {
    waiting += 1
    const turn = last.then(() => draw(words))
    last = turn.catch(() => undefined)
    try {
      const picture = await turn
      bytes += picture.bytes.length
      for (const [oldest, there] of kept) {
        if (bytes <= mostBytes || oldest === key) break
        kept.delete(oldest)
        bytes -= (await there).bytes.length
      }
      return picture
    } catch (error) {
      kept.delete(key)
      throw error
    } finally {
      waiting -= 1
    }
  }
  return (words) => {
    const key = createHash('sha256').update(JSON.stringify(words)).digest('base64')
    const there = kept.get(key)
    if (there) return there
    if (waiting >= MOST_WAITING) return undefined
    const picture = inTurn(key, words)
    kept.set(key, picture)
    return picture
  }
}
