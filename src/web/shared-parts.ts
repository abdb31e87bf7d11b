import { comesFirstOn } from '../domain/publishing/kinds/entry/comes-first.ts'
import { askedIn, couldNot } from '../domain/publishing/kinds/entry/facts.ts'
import type { PartnershipWords } from '../domain/publishing/kinds/partnership.ts'
import { pairOf } from '../domain/publishing/kinds/entry/passed-on.ts'
import { speak } from './words/voice.ts'
import { lacksDate } from '../domain/actions/action.ts'
import { isLate, quietFor } from '../domain/publishing/voices.ts'
import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyView from '@fastify/view'
import { Eta } from 'eta'
import type { FastifyInstance } from 'fastify'
import { say } from '../domain/say.ts'
import { scriptOf } from '../domain/tongue.ts'
import { Problem } from './errors.ts'
import { markup, write } from './markup.ts'
import { keyedForms, onceField } from './arriving/form-key.ts'
import { FORM_BYTES } from './open-server.ts'
import { optionsOf } from './options.ts'
import { to } from './to.ts'
import { type Language } from './words/languages.ts'
import { inScript, marked, shownInItsScript } from './words/shown.ts'

interface Shared {
  /** The templates. */
  templates: Templates
  /** The address of a file that does not change, with its version in it. */
  asset: (name: string) => string
  english: Language
  /** True in a sample partnership, whose pages say so. */
  sample: boolean
  /** How to reach the partnership, as its board tells it: for whoever needs help. */
  contact: () => Contact | null
}
/** The folder of the templates, and those of them that were compiled. */
export interface Templates {
  folder: string
  eta: Eta
}
type Contact = Pick<PartnershipWords, 'name' | 'phone' | 'email'>

/**
 * Templates are compiled when they are first drawn, and hold nothing of what they are drawn from.
 */
export const openTemplates = (folder: string): Templates => ({
  folder,
  eta: new Eta({
    views: folder,
    cache: true,
    escapeFunction: write,
    plugins: [shownInItsScript, keyedForms],
  }),
})

/** What every door uses: forms, templates, cookies, and a limit on tries for who asks for one. */
export const registerSharedParts = async (app: FastifyInstance, shared: Shared): Promise<void> => {
  const { templates, asset, english, sample, contact } = shared
  await app.register(fastifyFormbody, { bodyLimit: FORM_BYTES })
  await app.register(fastifyView, {
    engine: { eta: templates.eta },
    root: templates.folder,
    viewExt: 'eta',
    production: true,
    defaultContext: {
      say,
      to,
      t: speak(english, english),
      call,
      sms,
      inEnglish,
      optionsOf,
      isLate,
      quietFor,
      lacksDate,
      couldNot,
      askedIn,
      pairOf,
      comesFirstOn,
      asset,
      sample,
      contact,
      once: onceField,
      inScript,
      marked,
      langOf: (words: string) => scriptOf(words)?.lang,
    },
  })
  app.decorateRequest('formKey', null)
  await app.register(fastifyCookie)
  await app.register(fastifyRateLimit, { global: false, errorResponseBuilder: tooManyTries })
}

/** A number to call, as a link. */
const call = (number: string) => markup`<a dir="ltr" href="${to.tel(number)}"><b>${number}</b></a>`

/** ... and one to write to. */
const inEnglish = (word: string) => markup`<span lang="en-GB" dir="ltr">${word}</span>`

const sms = (number: string) => markup`<a dir="ltr" href="${to.sms(number)}"><b>${number}</b></a>`

const tooManyTries = (): Problem =>
  new Problem(
    429,
    'Too many tries',
    'Wait a quarter of an hour, then try again. Nobody else is held up.',
  )
