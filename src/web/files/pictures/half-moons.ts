import type { Moon } from './picture.ts'

type Colour = readonly [red: number, green: number, blue: number]

/** Points of a pixel that are looked at, for soft edges. */
const FINE = 3

/**
 * The disc on the seam: the half for what was said, and the half for what was done, as its standing
 * draws it. Raw pixels, so that no reader of pictures has to be opened.
 *
 * @param size in pixels; the seam is at its middle.
 * @param saidRight for a language that is read from the right.
 */
export const halfMoons = (
  size: number,
  moon: Moon,
  saidRight: boolean,
  said: Colour,
  did: Colour,
): { input: Buffer; raw: { width: number; height: number; channels: 4 } } => {
  const input = Buffer.alloc(size * size * 4)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const isSaid = x < size / 2 !== saidRight
      const covered = points(x, y).filter(([px, py]) => {
        const [dx, dy] = [(2 * px) / size - 1, (2 * py) / size - 1]
        return isSaid && moon !== 'standing' ? isIn(dx, dy) : LOOK[moon](Math.abs(dx), dy)
      }).length
      const [red, green, blue] = isSaid ? said : did
      input.set([red, green, blue, (255 * covered) / FINE ** 2], (y * size + x) * 4)
    }
  return { input, raw: { width: size, height: size, channels: 4 } }
}

const points = (x: number, y: number): (readonly [number, number])[] =>
  Array.from(
    { length: FINE ** 2 },
    (_, i) => [x + ((i % FINE) + 0.5) / FINE, y + (Math.floor(i / FINE) + 0.5) / FINE] as const,
  )

const isIn = (x: number, y: number, radius = 1): boolean => x * x + y * y <= radius * radius
const isRing = (x: number, y: number): boolean => isIn(x, y) && !isIn(x, y, 0.88)
const isDash = (x: number, y: number): boolean =>
  isRing(x, y) && Math.floor((Math.atan2(y, x) * 12) / Math.PI) % 2 === 0

const LOOK: Record<Moon, (x: number, y: number) => boolean> = {
  done: (x, y) => isIn(x, y),
  doing: (x, y) => isIn(x, y) && (y > 0 || isRing(x, y) || x < 0.06),
  unanswered: isDash,
  standing: (x, y) => isDash(x, y) || isIn(x, y, 0.62),
  cannot: (x, y) => isIn(x, y) && Math.abs(y) < 0.09,
}
