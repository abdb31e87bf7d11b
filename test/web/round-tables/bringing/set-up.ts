import type { Fields, House, Visitor } from '../../../support/house.ts'

export const PATH = '/desk/bringing-in'

export const count = (house: House) =>
  [
    house.store.actions.everWritten().length,
    house.store.concerns.everWritten().length,
    house.store.journal.lastId(),
  ].join(' ')
const decode = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&#039;', "'")
    .replaceAll('&amp;', '&')
/** The form of the rows, as a browser would send it back. */
export const rowsIn = (body: string) =>
  body
    .split('<fieldset')
    .slice(1)
    .map((each) => {
      const chosen = (name: string) => {
        const options = new RegExp(`name="${name}\\[\\]">(.*?)</select>`, 's').exec(each)![1]!
        return /value="([^"]*)" selected/.exec(options)?.[1] ?? /value="([^"]*)"/.exec(options)![1]!
      }
      const typed = (name: string) =>
        decode(new RegExp(`name="${name}\\[\\]" value="([^"]*)"`).exec(each)![1]!)
      return {
        text: decode(/name="text\[\]"[^>]*>\n?([^<]*)<\/textarea>/.exec(each)![1]!),
        kind: chosen('kind'),
        leadId: chosen('leadId'),
        helperIds: typed('helperIds'),
        by: typed('by'),
        status: chosen('status'),
        said: typed('said'),
        private: decode(chosen('private')),
        remarks: decode(
          [...each.matchAll(/<p class="(?:small late|late|error)">([^<]*)<\/p>/g)]
            .map((found) => found[1])
            .join(' '),
        ),
      }
    })
type Row = ReturnType<typeof rowsIn>[number]
export const fieldsOf = (rows: Row[], tableId: string | number = ''): Fields => ({
  tableId,
  ...Object.fromEntries(
    (['text', 'kind', 'leadId', 'helperIds', 'by', 'status', 'said', 'private'] as const).map(
      (name) => [name, rows.map((row) => row[name])],
    ),
  ),
})
export const row = (over: Partial<Row> = {}): Row => ({
  text: 'Hold a stall',
  kind: 'action',
  leadId: '',
  helperIds: '',
  by: '',
  status: '',
  said: '',
  private: '',
  remarks: '',
  ...over,
})

/** A file as a browser sends it. */
export const upload = (
  who: Visitor,
  bytes: Uint8Array | string,
  { type = 'text/csv', text = '', name = 'log.csv' } = {},
) =>
  who.send({
    method: 'POST',
    url: PATH,
    headers: { 'content-type': 'multipart/form-data; boundary=edge' },
    payload: Buffer.concat([
      Buffer.from(
        `--edge\r\nContent-Disposition: form-data; name="text"\r\n\r\n${text}\r\n--edge\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
      ),
      Buffer.from(bytes as Uint8Array),
      Buffer.from('\r\n--edge--\r\n'),
    ]),
  })
