import type Sharp from 'sharp'

/**
 * The library of pictures, brought in with the first one. It has a lock for the whole process: what
 * comes from outside is read by content alone, by three readers, and all others are shut (no SVG,
 * PDF or TIFF, whatever a file is called).
 */
export const openSharp = (): Promise<typeof Sharp> => (opened ??= open())
let opened: Promise<typeof Sharp> | undefined

const open = async (): Promise<typeof Sharp> => {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
    ],
  })
  return sharp
}
