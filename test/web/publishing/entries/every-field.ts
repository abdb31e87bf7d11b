import t from 'tap'
import { kindOf } from '../../../../src/domain/publishing/kinds/kinds.ts'
import { passagesOf } from '../../../../src/domain/publishing/pieces.ts'
import { draftOf, subjectOf } from '../../../../src/domain/publishing/publication.ts'
import { alertsIn } from '../../../../src/domain/publishing/wording/wording.ts'
import { openHouse } from '../../../support/house.ts'

const NUMBER = '07700.900.123'
const NOTHING = { names: [], known: [], guarded: [NUMBER], private: [] }

t.test(
  'R12: whatever is typed in any field of anything told goes through the checks',
  async (t) => {
    const house = await openHouse({ t })
    const seen = new Set<string>()
    for (const publication of house.store.publications.list()) {
      const { kind } = publication
      const subject = subjectOf(publication)
      const { words, coversIds } = draftOf(publication)!
      const before = kindOf(words).typed(words, coversIds)
      for (const { name, as } of house.store.sources.fields(publication) ?? []) {
        if (as !== undefined) continue
        const typed = (field: string): string => {
          if (field === name)
            return name === 'trail' ? `May 2021: Ring ${NUMBER}` : `Ring ${NUMBER}`
          return field === 'strength' ? 'told' : (before[field] ?? '')
        }
        const written = house.store.sources.write(subject, typed, '2022-01-27')
        if (!written?.accepted) continue
        seen.add(`${kind}.${name.replace(/-\d+$/, '')}`)
        const alerts = alertsIn(passagesOf(written.value.words), NOTHING)
        t.ok(
          alerts.some((each) => each.key === 'guarded'),
          `${kind}: ${name}`,
        )
      }
    }
    for (const each of [
      'entry.said',
      'entry.did',
      'entry.trail',
      'entry.action',
      'round-table.agreed',
      'round-table.place',
      'event.told',
      'leaflet.title',
      'programme.name',
      'partnership.phone',
    ])
      t.ok(seen.has(each), each)
  },
)
