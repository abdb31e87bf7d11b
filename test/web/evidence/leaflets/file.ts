import t from 'tap'
import { samplePdf } from '../../../../src/sample/evidence.ts'
import { openHouse, PEOPLE } from '../../../support/house.ts'
import { pdfOf } from '../pdf/set-up.ts'
import { FILE, hands, read, upload } from './set-up.ts'

t.test(
  'R23: a file that cannot be taken says why beside its field, one that is too large too, and what was chosen stays chosen',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, of, make, put } = hands(house)
    const id = await make()
    const path = `/desk/leaflets/${id}/files`
    for (const [bytes, reason] of [
      [Buffer.from('GIF89a'), 'not a whole PDF'],
      [Buffer.alloc(0), 'Choose a file'],
      [Buffer.alloc(6 * 1024 * 1024), 'too large: 6.0 MB'],
      [
        pdfOf({ catalog: '/AcroForm << /Fields [4 0 R] >>' }),
        'boxes to fill in, and what is typed there is not checked. Print it to a PDF',
      ],
      [pdfOf({ trailer: '/Encrypt 4 0 R' }), 'locked with a password'],
    ] as const) {
      const answer = await put(id, bytes, { language: 'ar' })
      t.equal(answer.statusCode, 422, reason)
      t.match(answer.body, new RegExp(`id="file-file-error">.*${reason}.*aria-invalid="true"`, 's'))
      t.match(answer.body, /<option value="ar" selected/)
    }
    t.equal(
      (await put(id, Buffer.alloc(17 * 1024 * 1024))).statusCode,
      413,
      'more than anyone reads',
    )
    t.match(await put(id, FILE, { language: 'so' }), {
      statusCode: 422,
      body: /Tick this language on the leaflet first/,
    })
    t.equal((await put(id, FILE, { language: 'xx' })).statusCode, 422)
    t.equal((await put(id, FILE, { other: 'x' })).statusCode, 400)
    t.equal((await laptop.post(path, { language: 'en', file: 'words' })).statusCode, 422)
    t.same(of(id).files, [])
    t.equal(
      (await upload(laptop, path, { language: 'en' }, FILE, { type: 'text/html' })).statusCode,
      303,
      'what the browser calls it does not matter',
    )
    t.match(of(id).files, [{ language: 'en', size: FILE.length }])
    const file = await laptop.get(`${path}/${of(id).files[0]!.id}`)
    t.match(file.headers, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="leaflet-${id}-en.pdf"`,
      'content-security-policy': /sandbox/,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    t.ok(file.rawPayload.equals(FILE))
    const other = await make({ title: 'Another' })
    t.equal(
      (await laptop.get(`/desk/leaflets/${other}/files/${of(id).files[0]!.id}`)).statusCode,
      404,
      'a file belongs to its leaflet',
    )
  },
)

t.test(
  'R12, R14: the words in a file are checked as well: a guarded word stops it for good, a name asks for a reason, and so does a picture',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, make, put, tell } = hands(house)
    const withWords = async (...lines: string[]) => {
      const id = await make({ title: `What you can ask about ${lines[0]?.length ?? 0}` })
      await put(id, samplePdf(lines).bytes)
      return tell(id)
    }
    const guarded = await withWords('Come to Lantern Lane', 'Youth Club on Fridays')
    t.match(
      read(await guarded.page()),
      /In the English file: “Lantern Lane Youth Club” is a guarded word/,
    )
    t.equal(
      (
        await laptop.post(`/desk/entries/${guarded.id}/overrulings`, {
          key: 'guarded',
          found: 'Lantern Lane Youth Club',
          reason: 'It is safe',
        })
      ).statusCode,
      422,
    )
    t.equal((await guarded.approve()).statusCode, 422)

    house.store.people.record(
      {
        name: 'Zedekiah Sample',
        email: 'z@met.example',
        role: 'member',
        approves: false,
        organisationId: 2,
      },
      { personId: house.person(PEOPLE.coordinator).id, at: house.clock.at() },
    )
    const named = await withWords('Ask for Zedekiah at the desk')
    t.match(read(await named.page()), /In the English file: “Zedekiah” looks like a name/)
    t.equal((await named.approve()).statusCode, 422)
    t.equal(
      (
        await laptop.post(`/desk/entries/${named.id}/overrulings`, {
          key: 'names',
          found: 'Zedekiah',
          reason: 'A street is called so',
        })
      ).statusCode,
      303,
    )
    t.equal((await named.approve()).statusCode, 303)

    const picture = await withWords()
    t.match(
      read(await picture.page()),
      /The English file is a picture, so its words cannot be checked here/,
    )
    t.equal((await picture.approve()).statusCode, 422)
  },
)

t.test(
  'R12: a word that is guarded after a file was published is found in the file that is public',
  async (t) => {
    const house = await openHouse({ t })
    const { laptop, make, put, tell } = hands(house)
    const id = await make()
    await put(id, samplePdf(['Meet us at the Turquoise Arcade']).bytes)
    const told = await tell(id)
    await told.all()
    await laptop.post('/desk/settings/guarded-words', { word: 'Turquoise Arcade' })
    t.same(
      house.store.sources.holdingGuarded().map(({ kind, slug }) => [kind, slug]),
      [['leaflet', house.store.publications.find(told.id)!.slug]],
    )
  },
)
