import type { FastifyReply } from 'fastify'
import { notFound } from '../../../errors.ts'
import { idIn } from '../../names.ts'
import { get, type Route } from '../../route.ts'
import type { Visit } from '../../visit.ts'

/** The file of what is held about one person. */
const fileOf = ({ store, reply, today }: Visit, personId: number): FastifyReply =>
  reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', `attachment; filename="about-person-${personId}-${today}.json"`)
    .send(JSON.stringify(store.erasures.heldAbout(personId), null, 2))

/** Someone who is no longer here asks a coordinator for theirs. */
const fileOfLeft = (visit: Visit): FastifyReply => {
  const person = visit.store.people.find(idIn(visit.params.id))
  if (!person?.endedAt) throw notFound()
  return fileOf(visit, person.id)
}

/** What is held about a person, for that person: all of it in one file that a program reads too. */
export const fileRoutes: readonly Route[] = [
  get('/desk/me/file', 'read', (visit) => fileOf(visit, visit.who.personId)),
  get('/desk/people/:id/file', 'keep', fileOfLeft),
]
