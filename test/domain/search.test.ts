import t from 'tap'
import { nearnessOf, queryIn } from '../../src/domain/search.ts'

const CAFE = {
  title: 'The Café on Church Street is closed',
  also: ['Raised at the July 2021 round table', 'Metropolitan Police Service'],
  numbers: ['1.6'],
}
const near = (typed: string) => nearnessOf(queryIn(typed)!, CAFE)

t.test('neither accents nor case matter, and several words are found in any order', async (t) => {
  t.equal(near('cafe'), 'title')
  t.equal(near('CAFÉ'), 'title')
  t.equal(near('street church'), 'title')
  t.equal(near('closed, café'), 'title', 'a comma is no part of a word')
  t.equal(near('police cafe'), 'words', 'a word may stand in what is said of it')
  t.equal(near('police library'), null, 'and each of them has to be there')
})

t.test('the beginning of a word finds it, and a plural finds one', async (t) => {
  t.equal(near('chur'), 'title')
  t.equal(near('hurch'), null)
  t.equal(near('streets'), 'title')
  t.equal(near('2021'), 'words')
  t.equal(near('021'), null)
})

t.test('a number finds its thing before all that has it in its words', async (t) => {
  t.equal(near('1.6'), 'number')
  t.equal(near('#1.6'), 'number')
  t.equal(near('1.6 café'), 'words')
  t.equal(near('11.6'), null)
})

t.test('words of other alphabets are found as their keyboards write them', async (t) => {
  const thing = { title: 'الشرطة في الشارع', also: [], numbers: [] }
  t.equal(nearnessOf(queryIn('الشرطه')!, thing), 'title')
  t.equal(
    nearnessOf(queryIn("don't")!, { title: 'They don’t come', also: [], numbers: [] }),
    'title',
  )
})

t.test(
  'nothing typed asks for nothing, and a long line for no more than its beginning',
  async (t) => {
    t.equal(queryIn(''), null)
    t.equal(queryIn('  ?! '), null)
    t.equal(queryIn('a '.repeat(5000))!.words.length, 12)
  },
)
