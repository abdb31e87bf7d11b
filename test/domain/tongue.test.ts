import fc from 'fast-check'
import t from 'tap'
import { scriptOf } from '../../src/domain/tongue.ts'

t.test('words in another script are known by their letters, as far as they tell', async (t) => {
  const cases: [string, string | undefined, boolean?][] = [
    ['المصعد معطل منذ أسبوع', 'ar', true],
    ['آسانسور یک هفته است که خراب است', 'fa', true],
    ['لفٹ ایک ہفتے سے خراب ہے', 'ur', true],
    ['ئاسانسۆرەکە هەفتەیەکە خراپە', 'ckb', true],
    ['লিফট এক সপ্তাহ ধরে নষ্ট', 'bn', false],
    ['Лифт не работает', '', false],
    ['2.1 المصعد معطل', 'ar', true],
    ['The lift is broken', undefined],
    ['L’ascenseur est cassé', undefined],
    ['The sign says “قف” and nobody reads it', undefined],
    ['12:30 – 14:00 … £5 😀', undefined],
    ['', undefined],
  ]
  for (const [words, lang, rtl] of cases) {
    t.equal(scriptOf(words)?.lang, lang, words)
    t.equal(scriptOf(words)?.rtl, rtl)
  }
})

t.test('words in Latin letters are never marked, whatever stands between them', async () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Za-zÀ-ÿ0-9 .,“”’–…€]{0,80}$/),
      (text) => scriptOf(text) === null,
    ),
  )
})

t.test('100 KB of anything is read at once', async (t) => {
  const before = Date.now()
  for (const text of ['ا'.repeat(100_000), '“'.repeat(100_000), 'a'.repeat(100_000)]) scriptOf(text)
  t.ok(Date.now() - before < 200)
})
