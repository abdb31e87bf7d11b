import type { Sample } from './partnership.ts'
import { tellJanuary } from './story/january.ts'
import { thirdRoundTable } from './story/january-table.ts'
import { firstRoundTable } from './story/july-table.ts'
import { handOutGuidance } from './story/guidance.ts'
import { secondRoundTable } from './story/october-table.ts'
import { holdStall } from './story/stall.ts'
import { playTournament } from './story/tournament.ts'
import type { Verbs } from './verbs.ts'

/**
 * The story of the two sources: what was said, agreed, done and told from March 2021 to January
 * 2022. What they do not give (owners, dates, links between concerns and activities) is left open
 * in July and is a sample from October on.
 */
export const tellTheStory = (sample: Sample, verbs: Verbs): void => {
  const july = firstRoundTable(sample, verbs)
  const autumn = secondRoundTable(sample, verbs, july)
  handOutGuidance(sample, verbs, july)
  const { stall, workshop } = holdStall(sample, verbs, july, autumn)
  const football = playTournament(sample, verbs, july, autumn, workshop)
  tellJanuary(sample, verbs, july, autumn, { stall, football })
  thirdRoundTable(sample, verbs, july)
}
