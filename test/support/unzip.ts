import { configure, TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js'

configure({ useWebWorkers: false })

/** The files of a zip, by their names, with every checksum held against its words. */
export const unzip = async (zip: Uint8Array): Promise<Map<string, string>> => {
  const reader = new ZipReader(new Uint8ArrayReader(zip), { checkSignature: true })
  const files = new Map<string, string>()
  for (const entry of await reader.getEntries())
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()))
  await reader.close()
  return files
}
