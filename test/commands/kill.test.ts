import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { openDatabase } from '../../src/store/database.ts'
import { figure } from '../bench/counted.ts'
import { folderWithPeople, run, until } from './programs.ts'

t.test(
  'R22: killed 20 times while writing, the record loses nothing acknowledged and holds nothing half-written',
  async (t) => {
    const folder = folderWithPeople()
    const acknowledged: number[] = []
    let killed = 0
    for (let each = 0; each < 20; each += 1) {
      const writer = run('test/commands/writer.ts', {}, [folder])
      await until(() => writer.out().includes('\n') || writer.child.exitCode !== null)
      await wait(Math.random() * 150)
      writer.child.kill('SIGKILL')
      t.equal(await writer.ended, null, 'killed, not ended')
      killed += 1
      // A line cut short by the kill was never acknowledged.
      acknowledged.push(...writer.out().split('\n').slice(0, -1).map(Number))
    }

    const { $client: client } = openDatabase(folder)
    const all = (sql: string): unknown[] => client.prepare(sql).pluck().all()
    const there = new Set(all('select id from concerns'))
    t.ok(acknowledged.length > 100, `${acknowledged.length} were acknowledged`)
    t.same(
      acknowledged.filter((id) => !there.has(id)),
      [],
      'none of them is lost',
    )
    t.same(
      all('select id from concerns where id not in (select concern_id from concern_wordings)'),
      [],
      'each has its words',
    )
    t.same(
      all(
        "select id from concerns where cast(id as text) not in (select noun_id from journal where noun = 'concern')",
      ),
      [],
      'and its line in the journal',
    )
    t.equal(client.pragma('integrity_check', { simple: true }), 'ok')
    t.same(client.pragma('foreign_key_check'), [])
    client.close()
    figure('killed', killed)
  },
)
