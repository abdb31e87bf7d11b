import { OPEN, type Hands } from './set-up.ts'

/** Opens a line where it stands, types it better, and saves it. */
export const putRight = async (
  { laptop, write }: Hands,
  of: string,
  text: string,
  { part = false } = {},
) => {
  const page = (await laptop.get(`${OPEN}?open=${of}`)).body
  const [, basedOn] =
    new RegExp(`name="instead" value="${of}">\\s*<input[^>]*name="basedOn" value="([^"]*)"`).exec(
      page,
    ) ?? []
  return write(laptop, text, { instead: of, basedOn: basedOn!, where: 'place' }, { part })
}

/** A line as it stands in the box that is opened for it. */
export const openedAs = async ({ laptop }: Hands, of: string): Promise<string> => {
  const { body } = await laptop.get(`${OPEN}?open=${of}`)
  const found = new RegExp(`id="line-${of}-text"[^>]*>\\n?([^<]*)</textarea>`).exec(body)
  return (found?.[1] ?? '').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

export const minutesOf = async ({ laptop }: Hands): Promise<string> =>
  (await laptop.get(`${OPEN}/minutes`)).body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
