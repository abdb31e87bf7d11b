import { look, pages, test, walk } from './set-up.ts'

test('What would stand in someone’s way is seen when it is there', async (t, house) => {
  const page = await house.comeIn()
  const wrong: string[] = []
  await page.goto('/')
  await page.locator('html').evaluate((html) => {
    html.removeAttribute('lang')
    html.querySelector('.lede').style.cssText =
      'color: #777; font-size: 1rem; width: 50rem; animation: 3s infinite none x'
    html.querySelector('.lede').textContent = 'Das ist ein Satz. هذه جملة'
    html.querySelector('.counts').style.cssText = 'width: 50rem'
    html.querySelector('.skip').setAttribute('href', '#nowhere')
    html.querySelector('.places a').style.cssText =
      'display: inline-block; padding: 0; font-size: 10px; line-height: 1; outline: 0 !important; box-shadow: none'
    html.querySelector('.foot h2').outerHTML = '<h5>Too deep</h5>'
  })
  await look(page, 'a bad page', wrong)
  for (const fault of [
    /html-has-lang/,
    /light\): color-contrast/,
    /dark\): color-contrast/,
    /\(320\): scrolls sideways/,
    /#nowhere, which is not there/,
    /smaller than 24/,
    /no language of its own/,
    /faint in/,
    /heading of level 5/,
    /moves/,
  ])
    t.ok(
      wrong.some((line) => fault.test(line)),
      `${fault} is seen`,
    )
  t.ok(
    (await walk(page)).wrong.some((line) => /shows no focus/.test(line)),
    'a focus that is not shown is seen',
  )
  pages.states -= 1
})
