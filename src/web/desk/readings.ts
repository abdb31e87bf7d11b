import { FIELD_READS, sayReading } from '../../domain/dates/say-reading.ts'
import { nextTableOf } from '../../work/next-table.ts'
import { show } from '../answer.ts'
import { notFound } from '../errors.ts'
import { view } from '../views/desk.ts'
import { get, type Handler, type Route } from './route.ts'

const NAME = /^[\w-]{1,60}$/
const LONGEST = 200

/** What stands in a field of a date or a time, as it will be written down: asked as it is typed. */
const showReading: Handler = ({ params, query, store, today, reply }) => {
  const reads = FIELD_READS.find((each) => each === params.reads)
  const [form, name] = [params.form ?? '', params.name ?? '']
  if (!reads || !NAME.test(form) || !NAME.test(name)) throw notFound()
  const typed = String(query[name] ?? '').slice(0, LONGEST)
  const read = sayReading(reads, typed, today, nextTableOf(store, today))
  return show(reply, view('parts/dates/_read', { id: `${form}-${name}`, read }))
}

/** The one mechanism for every field that reads a date or a time. */
export const readingsRoutes: readonly Route[] = [
  get('/desk/readings/:reads/:form/:name', 'read', showReading),
]
