import type { Store } from '../../src/store/store.ts'

export const YEARS = 20

/**
 * Four tables a year, each with ten concerns, twelve actions and five updates on each. Of the last
 * two years, three actions of each table are open.
 */
export const fillWithYears = (store: Store): void =>
  store.together(() => {
    const coordinator = store.people.findByEmail('coordinator@mosaic.example')!
    const organisations = store.organisations.list()
    for (let table = 0; table < YEARS * 4; table += 1) {
      const year = 2001 + Math.floor(table / 4)
      const day = `${year}-${String((table % 4) * 3 + 1).padStart(2, '0')}-15`
      const by = { personId: coordinator.id, at: `${day}T10:00:00.000Z` }
      const slug = store.roundTables.recordPlan(
        {
          heldOn: day,
          startsAt: '10.30',
          place: 'Church Street',
          expectedIds: organisations.slice(0, 3).map((each) => each.id),
        },
        by,
      )
      const { id } = store.roundTables.find(slug)!
      store.roundTables.recordOpening(id, by)
      const concernIds = Array.from({ length: 10 }, (_, i) =>
        store.concerns.record(
          {
            text: `Concern ${i} of ${day}: the lights are out on the way home, and nobody says when they come back`,
            raisedOn: day,
            originKind: 'round-table',
            originNote: null,
            themeId: null,
            areaId: null,
            depth: 'table',
            ground: null,
            list: [],
          },
          { roundTableId: id, splitFromId: null },
          by,
        ),
      )
      for (let i = 0; i < 12; i += 1) {
        const leadId = organisations[i % 3]!.id
        const action = recordAction(store, {
          i,
          day,
          leadId,
          tableId: id,
          concernId: concernIds[i % 10]!,
          by,
        })
        if (table < YEARS * 4 - 8 || i % 4 !== 0) store.actions.recordClosing(action, id, by)
      }
      store.roundTables.recordFinish(id, by)
    }
  })

/** One action, with five updates on it. */
function recordAction(
  store: Store,
  {
    i,
    day,
    leadId,
    tableId,
    concernId,
    by,
  }: {
    i: number
    day: string
    leadId: number
    tableId: number
    concernId: number
    by: { personId: number; at: string }
  },
): number {
  const action = store.actions.record(
    {
      text: `Action ${i} of ${day}: walk the route with residents and say what can be done`,
      kind: 'one-off',
      leadId,
      seatId: null,
      helperIds: [],
      by: day.slice(0, 7),
      proposed: false,
      first: { status: 'not-started', text: '' },
    },
    {
      roundTableId: tableId,
      concernIds: [concernId],
      depth: 'table',
      ground: null,
      list: [],
    },
    by,
  )
  for (let said = 0; said < 5; said += 1)
    store.actions.recordUpdate(
      action,
      {
        status: said === 4 ? 'done' : 'under-way',
        text: `Update ${said} on action ${i}`,
        waitingFor: null,
        on: null,
      },
      { organisationId: leadId, seatId: null, roundTableId: tableId },
      by,
    )
  return action
}
