import t from 'tap'
import { openHouse } from '../../../support/house.ts'
import { find, linkFor } from '../../actions/report/set-up.ts'
import { hands, OPEN } from '../lines/set-up.ts'
import { JUNE, minutesOf } from '../../actions/wishes/set-up.ts'

const SAID = {
  status: 'done',
  text: 'Two lights will be mended',
  waitingFor: '',
  on: '20 January 2022',
}
const TOLD =
  /Done\. Two lights will be mended\. On 20 January 2022\. Said by [^"]*Ward sergeant[^"]*\. That was on 27 January 2022/

t.test(
  'R5: what an owner says by phone is in the minutes, with its words, whether the table spoke of it or not',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, write } = hands(house)
    const link = linkFor(house, find(house).id)
    t.notMatch(minutesOf(house), TOLD)
    await house.stranger().post(link, SAID)
    t.match(minutesOf(house), TOLD)
    t.match(minutesOf(house), /mended[^}]*\},\{"text":"Not spoken of at this round/)
    t.notMatch(minutesOf(house, 'public'), 'Two lights', 'R9: in public only words of its own')
    t.match((await laptop.get(OPEN)).body, /On 20 January 2022\.[\s\S]*Two lights will be mended/)

    t.match(minutesOf(house), 'while this round table met')

    await house.stranger().post(`${link}/wishes`, JUNE)
    t.match(minutesOf(house), /asked for June 2022/)
    t.match(minutesOf(house), TOLD, 'beside what they asked for')
    await write(laptop, `u ${find(house).number} the table has seen them`)
    t.match(minutesOf(house), TOLD)
    t.notMatch(minutesOf(house), /mended[^}]*\},\{"text":"Not spoken of/)
  },
)
