import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { LAPTOP } from '../../support/browser.ts'
import { test } from './set-up.ts'

test('In colours of the reader’s own, light or dark, the pairs, discs, plots, buttons and the focus are still drawn', async (t, house) => {
  const page = await house.comeIn()
  const easel = await house.comeIn()
  /** How much of a piece of the window differs from its most common colour by 3 to 1 or more. */
  const inkIn = async (clip: {
    x: number
    y: number
    width: number
    height: number
  }): Promise<{ share: number; png: string }> => {
    const png = (await page.screenshot({ clip })).toString('base64')
    return {
      png,
      share: await easel.evaluate<number>(
        `(${changed.toString()})('data:image/png;base64,${png}')`,
      ),
    }
  }
  const about = async (
    selector: string,
    nth = 0,
    grow = 0,
  ): Promise<{ x: number; y: number; width: number; height: number }> => {
    const place = page.locator(selector).nth(nth)
    await place.scrollIntoViewIfNeeded()
    const box = (await place.boundingBox())!
    return {
      x: Math.max(0, box.x - grow),
      y: Math.max(0, box.y - grow),
      width: box.width + 2 * grow,
      height: box.height + 2 * grow,
    }
  }
  for (const [media, name] of [
    [{ forcedColors: 'active', colorScheme: 'light' }, 'forced, light'],
    [{ forcedColors: 'active', colorScheme: 'dark' }, 'forced, dark'],
    [{ forcedColors: 'none', colorScheme: 'light' }, 'light'],
    [{ forcedColors: 'none', colorScheme: 'dark' }, 'dark'],
  ] as const) {
    const isForced = media.forcedColors === 'active'
    await page.emulateMedia(media)
    await page.goto('/')
    await page.locator('.filters > summary').click()
    await pairsAreDrawn(t, { inkIn, about, name, isForced })
    await fieldsAndDiscs(t, { page, inkIn, about, name })
    await focusIsDrawn(t, { page, easel, inkIn, name })
  }
})

async function pairsAreDrawn(
  t: Test,
  {
    inkIn,
    about,
    name,
    isForced,
  }: {
    inkIn: (clip: {
      x: number
      y: number
      width: number
      height: number
    }) => Promise<{ share: number; png: string }>
    about: (
      selector: string,
      nth?: number,
      grow?: number,
    ) => Promise<{ x: number; y: number; width: number; height: number }>
    name: string
    isForced: boolean
  },
) {
  if (isForced) {
    for (const kind of [
      '.pair.title',
      '.pair--cannot',
      '.pair--standing',
      '.pair--doing',
      '.pair--unanswered',
      'main .pair[class="pair pair--card"]',
    ]) {
      for (const side of ['.said', '.did']) {
        const box = await about(`${kind} > ${side}`)
        t.ok(
          (await inkIn({ ...box, height: 4 })).share > 0.2 &&
            (await inkIn({ ...box, width: 4 })).share > 0.2,
          `${name}: ${kind} ${side} has a frame`,
        )
      }
      const said = await about(`${kind} > .said`)
      const clip =
        kind === '.pair.title'
          ? { x: said.x + said.width - 60, y: said.y + 5, width: 56, height: said.height - 10 }
          : { x: said.x + said.width - 38, y: said.y + 10, width: 34, height: 48 }
      t.ok((await inkIn(clip)).share > 0.05, `${name}: ${kind} has its half of the disc`)
    }
    for (const plot of ['.plot svg.discs'])
      t.ok((await inkIn(await about(plot))).share > 0.01, `${name}: the plots are drawn`)
    const button = await about('.filters button')
    t.ok((await inkIn({ ...button, height: 4 })).share > 0.2, `${name}: a button has a frame`)
  }
}

async function fieldsAndDiscs(
  t: Test,
  {
    page,
    inkIn,
    about,
    name,
  }: {
    page: Page
    inkIn: (clip: {
      x: number
      y: number
      width: number
      height: number
    }) => Promise<{ share: number; png: string }>
    about: (
      selector: string,
      nth?: number,
      grow?: number,
    ) => Promise<{ x: number; y: number; width: number; height: number }>
    name: string
  },
) {
  await page.goto('/tell-us')
  for (const field of ['#text', '#area', 'form .button', '#reference']) {
    if (field === '#reference') await page.goto('/tell-us/what-became-of-it')
    const box = await about(field)
    t.ok(
      (await inkIn({ ...box, y: box.y - 4, height: 9 })).share > 0.15,
      `${name}: ${field} has a frame`,
    )
  }
  await page.goto('/about')
  const discs = []
  for (let i = 0; i < 5; i += 1) {
    const state = await about('.terms .state', i)
    discs.push(await inkIn({ x: state.x, y: state.y, width: 26, height: 26 }))
  }
  t.ok(
    discs.every((disc) => disc.share > 0.1),
    `${name}: each status has its disc`,
  )
  t.equal(new Set(discs.map((disc) => disc.png)).size, 5, `${name}: and no two are the same`)
}

async function focusIsDrawn(
  t: Test,
  {
    page,
    easel,
    inkIn,
    name,
  }: {
    page: Page
    easel: Page
    inkIn: (clip: {
      x: number
      y: number
      width: number
      height: number
    }) => Promise<{ share: number; png: string }>
    name: string
  },
) {
  for (const [path, what] of [
    ['/tell-us', '#text'],
    ['/tell-us', 'form .button'],
    ['/', '.counts a'],
    ['/', '.did a'],
    ['/', '.places a'],
    ['/', 'summary:visible'],
  ] as const) {
    await page.goto(path)
    const place = page.locator(what).last()
    await place.scrollIntoViewIfNeeded()
    const box = (await place.boundingBox())!
    const ring = {
      x: Math.max(0, box.x - 6),
      y: box.y - 6,
      width: Math.min(box.width + 12, LAPTOP.width - box.x),
      height: box.height + 12,
    }
    const before = await inkIn(ring)
    await place.focus()
    await page.keyboard.press('Shift')
    const after = await inkIn(ring)
    t.ok(
      (await easel.evaluate<number>(
        `(${changed.toString()})('data:image/png;base64,${before.png}', 'data:image/png;base64,${after.png}')`,
      )) *
        ring.width *
        ring.height >
        2 * (box.width + box.height),
      `${name}: the focus on ${what} of ${path} stands out`,
    )
  }
}

/**
 * How much of one picture differs from another by 3 to 1 or more; or, of one alone, from its own
 * most common colour. It is sent into a page.
 */
const changed = async (before: string, after = before): Promise<number> => {
  const { document, Image } = globalThis as any
  const read = async (url: string): Promise<number[]> => {
    const image = Object.assign(new Image(), { src: url })
    await image.decode()
    const paper = Object.assign(document.createElement('canvas'), {
      width: image.width,
      height: image.height,
    }).getContext('2d')
    paper.drawImage(image, 0, 0)
    const { data } = paper.getImageData(0, 0, image.width, image.height)
    const light = (part: number): number =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
    return Array.from(
      { length: data.length / 4 },
      (_, i) =>
        0.2126 * light(data[4 * i]) +
        0.7152 * light(data[4 * i + 1]) +
        0.0722 * light(data[4 * i + 2]),
    )
  }
  const [from, to] = [await read(before), await read(after)]
  const counts = new Map<number, number>()
  for (const each of from) counts.set(each, (counts.get(each) ?? 0) + 1)
  const ground = [...counts].toSorted((a, b) => b[1] - a[1])[0]![0]
  return (
    to.filter((each, i) => {
      const other = before === after ? ground : from[i]!
      return (Math.max(each, other) + 0.05) / (Math.min(each, other) + 0.05) >= 3
    }).length / to.length
  )
}
