import t from 'tap'
import { files, read } from '../../../support/sources.ts'

t.test(
  'the one style sheet says of right what it says of left, so that a page may run either way',
  async (t) => {
    t.same(oneSided(), [])
  },
)

/**
 * Browsers of 2018 know left and right alone. Room on one side is on the other as well, and what
 * stands at one side stands at the other where a page runs from the right.
 */
function oneSided(): string[] {
  const sheet = files('static/css/*.css')
    .map(read)
    .join('\n')
    .replace(/\/\*[^]*?\*\//g, '')
  const rules = [...sheet.matchAll(/([^{}]*)\{([^{}]*)\}/g)].map(([, head, inside]) => ({
    heads: head!.split(/,(?![^(]*\))/).map((each) => each.replace(/\s+/g, ' ').trim()),
    said: new Map(
      [...inside!.matchAll(/([\w-]+):\s*([^;]+);/g)].map(([, name, is]) => [name!, is!]),
    ),
  }))
  const turned = new Set(
    rules.flatMap(({ heads }) => heads.filter((each) => each.startsWith('[dir='))),
  )
  return rules.flatMap(({ heads, said }) => [
    ...['margin', 'padding', 'border']
      .filter((each) => said.get(`${each}-left`) !== said.get(`${each}-right`))
      .map((each) => `${heads.join(', ')}: ${each}`),
    ...(said.get('left') === said.get('right')
      ? []
      : heads.filter((each) => !turned.has(each) && !turned.has(`[dir='rtl'] ${each}`))),
  ])
}
