import t from 'tap'
import { openHouse } from '../../../support/house.ts'
import { hands, read } from '../leaflets/set-up.ts'
import { holds, pdfOf, SECRET } from './set-up.ts'

t.test(
  'R12: a leaflet with a guarded word in its properties is told without it; one in a link never',
  async (t) => {
    const house = await openHouse({ t })
    const { make, put, tell, laptop, of } = hands(house)
    const id = await make()
    const titled = pdfOf({ trailer: '/Info 10 0 R', objects: [`<< /Title (${SECRET}) >>`] })
    t.equal((await put(id, titled)).statusCode, 303)
    const kept = await laptop.get(`/desk/leaflets/${id}/files/${of(id).files[0]!.id}`)
    t.notOk(holds(kept.rawPayload, SECRET), 'what comes is never kept')
    const slug = await (await tell(id)).all()
    const open = await house.stranger().get(`/leaflets/${slug}/en.pdf`)
    t.equal(open.statusCode, 200)
    t.ok(open.rawPayload.equals(kept.rawPayload), 'what they checked is what is published')
    t.notOk(holds(open.rawPayload, SECRET))

    const other = await make({ title: 'Another' })
    const link = `/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://x.example/${SECRET}) >> >>]`
    await put(other, pdfOf({ page: link }))
    const told = await tell(other)
    const guarded = `“${SECRET}” is a guarded word`
    t.match(read(await told.page()), `In the English file: ${guarded}`)
    t.equal((await told.approve()).statusCode, 422)

    const third = await make({ title: 'A third' })
    const name = SECRET.replaceAll(' ', '')
    await put(third, pdfOf({ resources: `/ExtGState << /${name} << /LW 1 >> >>` }))
    const inside = await tell(third)
    t.match(read(await inside.page()), `Inside the English file, where it is not shown: ${guarded}`)
    t.equal((await inside.approve()).statusCode, 422)
  },
)
