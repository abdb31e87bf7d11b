import type { Answer, Visitor } from '../house.ts'

/** What someone sees after a form was sent: the page that they are sent on to, or the answer itself. */
export const onward = async (who: Visitor, sent: Answer): Promise<Answer> =>
  sent.statusCode === 303 ? who.get(String(sent.headers.location)) : sent

/** The code that a page shows. */
export const codeIn = (answer: Answer): string =>
  answer.body.match(/<b>([0-9A-Z]{5}-[0-9A-Z]{5})<\/b>/)?.[1] ?? ''

/** What one who holds a code sees of what became of it. */
export const lookUp = async (
  who: Visitor,
  reference: string,
  path = '/tell-us/what-became-of-it',
): Promise<Answer> => onward(who, await who.post(path, { reference }))
