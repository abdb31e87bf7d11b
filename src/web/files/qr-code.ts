import { encode } from 'uqr'

/** A QR code as one SVG path: squares of one unit. */
export const squareOf = (text: string): { size: number; path: string } => {
  const { size, data } = encode(text, { border: 4 })
  return {
    size,
    path: data
      .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join(''),
  }
}
