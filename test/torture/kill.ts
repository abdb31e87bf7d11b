import { setTimeout as wait } from 'node:timers/promises'
import { madeInCalm } from './kill/calm.ts'
import { beginRound, type Round } from './kill/round.ts'
import { whyNot } from './parts/left-out.ts'
import { preparedRecord } from './parts/record.ts'
import { buildOnce } from './parts/server.ts'
import { report, times } from './report.ts'

// R22: the real server, killed (SIGKILL) at a random moment while four people send numbered forms to
// every route that writes. It is started again on the same folder, and looked at: all that was
// acknowledged is there, nothing is half-written; whoever had no answer sends the form again, and it
// counts once (R31).

const KILLS = times({ short: 100, long: 1000 })
/** Two servers in turn: one starts while the other is written to. */
const LANES = 2
/** It is killed once so many forms were answered, at most, and some milliseconds later. */
const MOST_ANSWERS = 20
const MOST_MS = 30

const prepared = preparedRecord()
buildOnce()
const calm = await madeInCalm(prepared)

let [kills, rounds, acknowledged, unanswered] = [0, 0, 0, 0]
const tried = new Set<string>()
const wrong = new Set<string>()

/** Started, looked at, written to and killed. */
const killOnce = async (round: Round): Promise<void> => {
  kills += 1
  const server = await round.start()
  for (const each of [...round.look(), ...(await round.again(server)), ...round.look()])
    wrong.add(each)
  await round.write(server, Math.floor(Math.random() * MOST_ANSWERS), async () => {
    await wait(Math.random() * MOST_MS)
    server.child.kill('SIGKILL')
  })
  await server.ended
}

/** The scripts in turn; the long one oftener than the short ones. */
const nextScript = (): number => (rounds++ % 4 === 3 ? 1 + ((rounds >> 2) % (calm.length - 1)) : 0)

const lane = async (): Promise<void> => {
  while (kills < KILLS) {
    const which = nextScript()
    const round = beginRound(prepared, prepared.scripts[which]!, calm[which]!)
    while (kills < KILLS && !round.isOver()) await killOnce(round)
    const server = await round.start()
    for (const each of round.look()) wrong.add(each)
    server.child.kill('SIGKILL')
    await server.ended
    for (const line of round.lines) {
      if (line.isAcknowledged) tried.add(line.route)
      if (line.isAcknowledged) acknowledged += 1
      else if (line.answer === null) unanswered += 1
    }
    round.end()
  }
}

await Promise.all(Array.from({ length: LANES }, lane))
for (const each of wrong) process.stderr.write(`WRONG ${each}\n`)
for (const line of whyNot(prepared.routes, tried)) process.stderr.write(`${line}\n`)
report({
  tried: `${kills} kills, ${acknowledged} acknowledged`,
  lost: wrong.size,
  more: `${tried.size} of ${prepared.routes.length} routes`,
})
