import { type Asked, COUNCIL, missing, NOBODY, POLICE, type State, type States } from './state.ts'

/** Events, leaflets and programmes. */
export const evidenceStates = ({ method, url, ids, at }: Asked): States => {
  if (url.startsWith('/desk/events/:id')) {
    const { table, police, council } = ids.events
    const each = (name: string, id: number, who: Partial<State>) =>
      at(name, who, id, ids.partOf(id, url.includes('/findings/') ? 'findings' : 'options'))
    return [
      each('an event of the police', table, { reports: POLICE }),
      each('a private event', police, { sees: POLICE, reports: POLICE }),
      each('an event held from the coordinator', council, { sees: COUNCIL, reports: NOBODY }),
      each('no such event', 99_999, missing),
    ]
  }
  if (url.startsWith('/desk/leaflets/:id')) {
    const { table, police, council } = ids.leaflets
    const each = (name: string, id: number, who: Partial<State>) =>
      at(name, who, id, ids.inLeaflet(id, url.includes('/files/') ? 'files' : 'handings'))
    return [
      each('a leaflet', table, {}),
      each('a leaflet on a private question', police, { sees: POLICE }),
      each('a leaflet on a question held from the coordinator', council, { sees: COUNCIL }),
      each('no such leaflet', 99_999, missing),
      ...(method === 'GET' && url.includes('/files/')
        ? [at('a file of another leaflet', missing, table, ids.inLeaflet(police, 'files'))]
        : []),
    ]
  }
  if (url.startsWith('/desk/programmes/:id')) {
    const { table, police, council } = ids.programmes
    const each = (name: string, id: number, who: Partial<State>) => {
      const point = ids.pointOf(id, url.endsWith('/sights') ? 'outcome' : 'opportunity')
      return at(
        name,
        who,
        id,
        ...(url.includes('/points/')
          ? [point?.id ?? 99_999, point?.steps[0]?.id ?? 99_999]
          : [ids.phaseOf(id)?.id ?? 99_999, ids.phaseOf(id)?.handovers[0]?.id ?? 99_999]),
      )
    }
    return [
      each('a programme', table, {}),
      each('a private programme', police, { sees: POLICE }),
      each('a programme held from the coordinator', council, { sees: COUNCIL }),
      each('no such programme', 99_999, missing),
    ]
  }
  return undefined
}

/** Actions and concerns. */
export const matterStates = ({ url, ids, at }: Asked): States => {
  if (url.startsWith('/desk/actions/:id')) {
    const { table, family, clubs, police, council } = ids.actions
    const part = url.includes('/photos/')
      ? ids.photoOf
      : url.includes('/wishes/')
        ? ids.wishOf
        : /\/(release|return)$/.test(url)
          ? ids.heldOf
          : ids.updateOf
    const each = (name: string, id: number, who: Partial<State>) => at(name, who, id, part(id))
    return [
      each('an action of the police', table, { reports: POLICE, answers: ['sergeant'] }),
      each('the family case', family, { sees: POLICE, reports: ['coordinator'], answers: NOBODY }),
      each('the clubs of concern', clubs, {
        sees: ['coordinator', 'officer'],
        reports: ['coordinator'],
        answers: NOBODY,
      }),
      each('a private action of the police', police, {
        sees: POLICE,
        reports: POLICE,
        answers: ['sergeant'],
      }),
      each('a private action of the council', council, {
        sees: COUNCIL,
        reports: COUNCIL,
        answers: COUNCIL,
      }),
      each('no such action', ids.actions.missing, missing),
    ]
  }
  if (url.startsWith('/desk/concerns/:id')) {
    const { table, police, council } = ids.concerns
    return [
      at('a concern', {}, table),
      at('a private concern', { sees: POLICE }, police),
      at('a concern held from the coordinator', { sees: COUNCIL }, council),
      at('no such concern', missing, ids.concerns.missing),
      at('no number', missing, 'x'),
    ]
  }
  return undefined
}

/** Entries, and what was told of evidence that is private now. */
export const entryStates = ({ url, ids, at }: Asked): States => {
  if (url === '/desk/entries/:id/picture')
    return [
      at('a photo', {}, ids.shown.publication),
      at('an entry, which has none', missing, ids.entries.table),
      at('no such entry', missing, ids.entries.missing),
    ]
  if (url.startsWith('/desk/entries/:id/recordings/:language'))
    return [
      at('an entry that was read aloud', {}, ids.entries.table, 'en'),
      at('... in no other language', missing, ids.entries.table, 'fr'),
      at('an entry of a private concern, which nobody read', missing, ids.entries.police, 'en'),
      at('no such entry', missing, ids.entries.missing, 'en'),
    ]
  if (url === '/desk/entries/:id/recordings')
    return [
      at('an entry', {}, ids.entries.table),
      at('an entry of a private concern', { sees: POLICE }, ids.entries.police),
      at('an entry of a concern held from the coordinator', { sees: COUNCIL }, ids.entries.council),
      at('what is no entry, and has none', missing, ids.evidence.police['an event']!),
      at('no such entry', missing, ids.entries.missing),
    ]
  if (url.startsWith('/desk/entries/:id')) {
    const { table, police, council } = ids.entries
    return [
      at('an entry', {}, table),
      at('an entry of a private concern', { sees: POLICE }, police),
      at('an entry of a concern held from the coordinator', { sees: COUNCIL }, council),
      ...Object.entries(ids.evidence.police).map(
        ([name, id]) => at(`what was told of ${name} that is private now`, { sees: POLICE }, id),
        // ... and one of them held from the coordinator: the four go through one gate, which asks of
        // each list.
      ),
      ...Object.entries(ids.evidence.council)
        .slice(-1)
        .map(([name, id]) =>
          at(
            `what was told of ${name} that is held from the coordinator now`,
            { sees: COUNCIL },
            id,
          ),
        ),
      at('no such entry', missing, ids.entries.missing),
    ]
  }
  return undefined
}
