import { encode } from 'uqr'

/** A QR code as one SVG path, a run of dark squares of one unit at a time. */
export const squareOf = (text: string): { size: number; path: string } => {
  const { size, data } = encode(text, { border: 4 })
  return {
    size,
    path: data
      .flatMap((row, y) =>
        [
          ...row
            .map((dark) => (dark ? 'x' : ' '))
            .join('')
            .matchAll(/x+/g),
        ].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
      )
      .join(''),
  }
}
