import { Secret, TOTP } from 'otpauth'
import type { Answer, Clock, Visitor } from '../house.ts'
import type { Letter } from '../../../src/mail/letter.ts'

interface Around {
  stranger: () => Visitor
  letters: Letter[]
  clock: Clock
}

/** Signing in through the pages, with the app that each person enrols on the way. */
export const signingIn = (around: Around) => {
  const secrets = new Map<string, string>()
  const numberFor = (email: string): string => numberNow(secrets.get(email)!, around.clock.now())
  return {
    /** What the app shows now to someone who enrolled the long way. */
    numberFor,
    /**
     * Through the pages: the address, the code from the letter, and the app's number where the door
     * asks for one.
     */
    signInTheLongWay: async (email: string) => {
      const step = stepOf(email)
      const browser = await typeCode(around, email, step)
      const desk = await browser.get('/desk')
      if (desk.statusCode === 200) return browser
      await step(desk, 303, '/sign-in/second-factor')
      const page = await browser.get('/sign-in/second-factor')
      if (page.statusCode === 200) {
        // A step is spent once, so the next number is waited for.
        around.clock.pass({ seconds: 31 })
        const number = { code: numberFor(email) }
        await step(await browser.post('/sign-in/second-factor', number), 303, '/desk')
        return browser
      }
      await step(page, 303, '/sign-in/second-factor/app')
      secrets.set(email, await enrol(browser, around.clock, step))
      return browser
    },
  }
}

type Step = ReturnType<typeof stepOf>

/** Holds an answer against what was expected, and throws where it is another. */
const stepOf =
  (email: string) =>
  async (answer: Answer, status: number, goes?: string): Promise<string> => {
    const location = String(answer.headers.location ?? '')
    if (answer.statusCode !== status || (goes !== undefined && location !== goes))
      throw new Error(
        `signing in as ${email}: ${answer.statusCode} to “${location}”, expected ${status} to “${goes ?? ''}”`,
      )
    return location
  }

const typeCode = async (
  { stranger, letters }: Around,
  email: string,
  step: Step,
): Promise<Visitor> => {
  const browser = stranger()
  await step(await browser.get('/sign-in'), 200)
  const before = letters.length
  await step(await browser.post('/sign-in', { email }), 303, '/sign-in/code')
  const letter = letters.slice(before).find((each) => each.to === email)
  const code = letter?.text.match(/code is (\w+)/)?.[1]
  if (!code) throw new Error(`no letter with a code came to ${email}`)
  await step(await browser.post('/sign-in/code', { code }), 303, '/desk')
  return browser
}

/** Sets up the app, and gives its secret. */
const enrol = async (browser: Visitor, clock: Clock, step: Step): Promise<string> => {
  const path = '/sign-in/second-factor/app'
  await step(await browser.post(path), 303, path)
  const secret = (await browser.get(path)).body
    .match(/\b[A-Z2-7]{4}(?: ?[A-Z2-7]{4}){7}\b/)?.[0]
    .replaceAll(' ', '')
  if (!secret) throw new Error('the page shows no secret for the app')
  await step(await browser.post(path, { code: numberNow(secret, clock.now()) }), 200)
  return secret
}

const numberNow = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() })
