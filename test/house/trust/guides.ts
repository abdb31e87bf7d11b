import t from 'tap'
import { files, read } from '../../support/sources.ts'

/** What people read on the screens: templates without their code, public words, and words of code. */
const screens = [
  ...files('views/**/*.eta').map((file) => read(file).replace(/<%[\s\S]*?%>/g, ' ')),
  // ... and as they are where what is said on some days only is left out.
  ...files('views/**/*.eta').map((file) =>
    read(file).replace(/<% if [^%]*%>[^<]*<% } -?%>|<%[\s\S]*?%>/g, ''),
  ),
  read('views/words/en.json'),
  ...files('src/{domain,web}/**/*.ts').map(read),
  ...files('views/**/*.eta').flatMap((file) =>
    [...read(file).matchAll(/'([^'\n]+)'/g)].map(([, words]) => words!),
  ),
]
  .join('\n')
  .replace(/\s+/g, ' ')

t.test('each label that a guide names stands on a screen', async (t) => {
  const guides = files('docs/guides/*.md')
  t.ok(guides.length >= 5)
  for (const guide of guides) {
    const labels = [...read(guide).matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(
      ([, label]) => label!,
    )
    t.same(
      labels.filter((label) => label !== 'like this' && !screens.includes(label)),
      [],
      guide,
    )
  }
})
