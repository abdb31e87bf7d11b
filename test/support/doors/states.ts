import type { Route } from '../house.ts'
import { LOCKED, PLAIN } from '../house/backups.ts'
import type { Ids } from './doors.ts'
import { entryStates, evidenceStates, matterStates } from './matter-states.ts'
import { all, type Asked, missing, NOBODY, POLICE, type State, type States } from './state.ts'
import { tableStates } from './table-states.ts'

/** Every state that a route can be asked for in. */
export const statesOf = ({ method, url: whole }: Route, ids: Ids): State[] => {
  // A public page in another language is asked for in Arabic.
  const plain = whole.replace(/^\/:language\([^)]*\)\$\)/, '/ar')
  const url = plain.replace(/^\/ar(?=\/|$)/, '') || '/'
  const at: Asked['at'] = (name, who, ...pieces) => {
    let i = 0
    return { name, path: plain.replace(/:\w+/g, () => String(pieces[i++])), ...all, ...who }
  }
  if (!/:/.test(url)) return [at('', {})]
  for (const states of IN_ORDER) {
    const found = states({ method, url, ids, at })
    if (found) return found
  }
  throw new Error(`test/support/doors/states.ts has no state for ${method} ${url}: add one`)
}

/** A translator's file, in a language that there is. */
const ofALanguage = ({ url, at }: Asked): States =>
  url.startsWith('/desk/translations/:language')
    ? [at('a language', {}, 'fr'), at('a language that is not there', missing, 'xx')]
    : undefined

/** What opens with a key in its address. */
const withAKey = ({ url, ids, at }: Asked): States => {
  if (/^\/(un)?follow\/:key(\/choices)?$/.test(url))
    return [at('a key that is not known', {}, 'unknown')]
  if (/^\/tell-us\/[\w-]+\/:key$/.test(url)) return [at('a key that is not known', {}, 'unknown')]
  if (url === '/entries/:slug/photos/:photo')
    return [
      at('told', {}, '2021-q3-1', ids.shown.file),
      at('not told', missing, '2021-q3-1', 'photo-0.jpg'),
    ]
  if (url === '/entries/:slug/recordings/:recording')
    return [
      at('not read aloud', missing, '2021-q3-1', 'en.mp3'),
      at('not told', missing, 'none', 'en.mp3'),
    ]
  if (url.startsWith('/entries/:slug/'))
    return [at('told', {}, '2021-q3-1'), at('not told', missing, 'none')]
  if (url.endsWith('/photos/:photoId') && !url.startsWith('/desk'))
    return [
      ...(url.startsWith('/report')
        ? [at('a link of the sergeant', {}, ids.report, ids.reported)]
        : [at('a link of the sergeant', {}, ids.release, ids.toRelease)]),
      at('a link that is not known', missing, 'unknown', ids.reported),
    ]
  if (url.startsWith('/report/:token'))
    return [
      at('a link of the sergeant', {}, ids.report),
      ...(url.endsWith('/renewal') ? [] : [at('a link that is not known', missing, 'unknown')]),
    ]
  if (url.startsWith('/release/:token'))
    return [
      at('a link of the sergeant', {}, ids.release),
      at('a link that is not known', missing, 'unknown'),
    ]
  if (url.startsWith('/answer/:token'))
    return [
      at('a link of the sergeant', {}, ids.reply),
      at('a link that is not known', missing, 'unknown'),
    ]
  if (url === '/calendar/:file')
    return [
      at('a calendar of the sergeant', {}, `${ids.own.calendar}.ics`),
      at('a calendar that is not known', missing, 'unknown.ics'),
    ]
  if (url === '/sign-in/ending/:token')
    return [
      at('a button of the sergeant', {}, ids.own.ending),
      at('a button that is not known', {}, 'unknown'),
    ]
  if (url.startsWith('/invitation/:token'))
    return [at('an invitation', {}, ids.invitation), at('a spent one', {}, 'spent')]
  return undefined
}

/** What belongs to one person alone, and what was quoted. */
const ofOnePerson = ({ url, ids, at }: Asked): States => {
  if (url.startsWith('/desk/me/')) {
    const id = url.includes('/sessions/')
      ? ids.own.session
      : url.includes('/passkeys/')
        ? ids.own.passkey
        : url.includes('/keys/')
          ? ids.own.tableKeyId
          : ids.own.account
    return [
      at('of the sergeant', { sees: ['sergeant'] }, id),
      at('that is not there', missing, 99_999),
    ]
  }
  if (url.startsWith('/desk/quotes/:id'))
    return [at('a quote', {}, ids.quote), at('no such quote', missing, 99_999)]
  return undefined
}

/** Seats that are handed on, letters and messages. */
const seatsAndLetters = ({ url, ids, at }: Asked): States => {
  if (url.startsWith('/desk/seats/:id/baton')) {
    const none = at('no such seat', missing, 99_999)
    if (url.endsWith('/invitation'))
      return [
        at('a seat that waits for an invitation', {}, ids.seats.waiting),
        at('a seat of the sergeant', missing, ids.seats.sergeant),
        none,
      ]
    return [
      at('a seat of the sergeant', { reports: ['sergeant'], answers: NOBODY }, ids.seats.sergeant),
      at(
        'a seat handed on to the sergeant',
        { reports: NOBODY, answers: ['sergeant'] },
        ids.seats.handedOn,
      ),
      none,
    ]
  }
  if (url.startsWith('/desk/private-lists/:noun'))
    return [
      at('someone who left', { sees: POLICE }, 'concern', ids.listed.matter, ids.listed.leaver),
      at('nobody who left', missing, 'concern', ids.listed.matter, 99_999),
    ]
  if (url.startsWith('/desk/letters/kinds/:code'))
    return [at('a kind of letter', {}, 'code'), at('no such kind', missing, 'none')]
  if (url.startsWith('/desk/letters/next/:id'))
    return [at('nobody who waits for a letter', missing, 99_999)]
  if (url.startsWith('/desk/letters/returned/:id'))
    return [at('a letter that came back', {}, ids.returned), at('none', missing, 99_999)]
  if (url.startsWith('/desk/letters/:id'))
    return [at('a letter', {}, ids.letter), at('no such letter', missing, 99_999)]
  if (url.startsWith('/desk/requests/:id'))
    return [
      at('a complaint', { sees: ['coordinator'] }, ids.requests.read),
      at('... by someone at risk', { sees: ['sergeant'] }, ids.requests.police),
      at('no such request', missing, 99_999),
    ]
  if (url.startsWith('/desk/messages/:id')) {
    return [
      at('a message', { sees: ['coordinator'] }, ids.messages.read),
      at('a message of someone at risk', { sees: ['sergeant'] }, ids.messages.police),
      at('... known to the coordinator as well', { sees: POLICE }, ids.messages.both),
      at('no such message', missing, 99_999),
    ]
  }
  return undefined
}

/** What is one thing, there or not there. */
const keptSimply = ({ url, ids, at }: Asked): States => {
  if (url.startsWith('/desk/settings/backups/:name'))
    return [
      at('a locked backup', {}, LOCKED.name),
      at('a plain one', missing, PLAIN.name),
      at('one that is not there', missing, 'none'),
    ]
  if (url.startsWith('/desk/readings/'))
    return [
      at('a field of a date', {}, 'ahead', 'plan', 'heldOn'),
      at('no such field', missing, 'never', 'plan', 'heldOn'),
    ]
  if (url.startsWith('/desk/sessions/:id'))
    return [at('a session', {}, ids.session), at('no such session', missing, 99_999)]
  if (url.startsWith('/desk/kept/:id'))
    return [
      at('what the sergeant typed', { sees: ['sergeant'] }, ids.kept),
      at('nothing kept', missing, 99_999),
    ]
  if (url === '/desk/people/:id/erasure' || url === '/desk/people/:id/file')
    return [
      at('someone who left', {}, ids.left),
      at('someone who is here', missing, ids.person),
      at('nobody', missing, 99_999),
    ]
  const kept: [string, number][] = [
    ['organisations', ids.organisation],
    ['seats', ids.seat],
    ['holdings', ids.holding],
    ['people', ids.person],
    ['labels', ids.label],
    ['guarded-words', ids.word],
    ['series', ids.series],
  ]
  const id = kept.find(([noun]) => url.includes(`/${noun}/:id`))?.[1]
  if (id !== undefined) return [at('', {}, id), at('one that is not there', missing, 99_999)]
  return undefined
}

/** What is told in public. */
const told = ({ url, ids, at }: Asked): States => {
  const kind = (['event', 'leaflet', 'programme'] as const).find((each) =>
    url.startsWith(`/${each}s/:slug`),
  )
  if (kind && url.endsWith('/:file'))
    return [
      at('a file', {}, ids.live[kind], 'en.pdf'),
      at('a file that was withdrawn', {}, ids.gone[kind], 'en.pdf'),
      at('no file in this language', missing, ids.live[kind], 'fr.pdf'),
      at('a file of something not told', missing, 'none', 'en.pdf'),
    ]
  if (kind)
    return [
      at('told', {}, ids.live[kind]),
      at('withdrawn', {}, ids.gone[kind]),
      at('not told', missing, 'none'),
    ]
  if (url === '/entries/:slug' || url === '/round-tables/:slug')
    return [
      at('told', {}, '2021-q3' + (url.startsWith('/entries') ? '-1' : '')),
      at('not told', missing, 'none'),
    ]
  if (url === '/set-up/:token') return [at('a spent link', {}, 'spent')]
  return undefined
}
const IN_ORDER = [
  ofALanguage,
  withAKey,
  ofOnePerson,
  evidenceStates,
  seatsAndLetters,
  matterStates,
  entryStates,
  tableStates,
  keptSimply,
  told,
]
