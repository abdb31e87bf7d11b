import { samplePdf } from '../../../src/sample/evidence.ts'

/** A file that a form brings, as a browser sends it. */
export interface SentFile {
  name: string
  type: string
  bytes: Buffer
}

/** Six seconds of a silent MP3 (MPEG 2, 32 kbit/s, 16 kHz). */
const sound = (): Buffer => {
  const frame = Buffer.alloc(144, 0)
  frame.set([0xff, 0xf3, 0x48, 0xc0])
  return Buffer.concat(Array.from({ length: 167 }, () => frame))
}

const PO = `msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Bring back police hubs, so we can reach the police in our own community."
msgstr "Rouvrir les antennes de police."
`

/** The file that goes with the form of a route. */
export const FILES: Record<string, SentFile> = {
  '/desk/leaflets/:id/files': {
    name: 'leaflet.pdf',
    type: 'application/pdf',
    bytes: samplePdf(['What you can ask']).bytes,
  },
  '/desk/entries/:id/recordings': { name: 'read.mp3', type: 'audio/mpeg', bytes: sound() },
  '/desk/translations/:language/bringing-in': {
    name: 'fr.po',
    type: 'text/plain',
    bytes: Buffer.from(PO),
  },
}
