import t from 'tap'
import { readConfig } from '../../src/config.ts'

t.test('as many processes for readers as are asked for, and none where nothing is', async (t) => {
  const asked = (WORKERS?: string) => {
    const read = readConfig({ WORKERS })
    return 'wrong' in read ? read.wrong : read.config.workers
  }
  t.equal(asked(), 0)
  t.equal(asked('2'), 2)
  for (const wrong of ['many', '-1', '1.5', '65'])
    t.match(asked(wrong), [/^WORKERS is ".*". It has to be a (whole )?number/], wrong)
})
