import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { boardRoutes } from '../web/board/routes.ts'
import { serveAssets } from '../web/files/assets.ts'
import { keepPictures } from '../web/files/pictures/kept-pictures.ts'
import { readCriteria } from '../web/words/criteria.ts'
import { readFigures } from '../web/words/figures.ts'
import { readLanguages } from '../web/words/read-languages.ts'

/** What the public side is drawn with, on the server of the record and on any copy: files of ours alone. */
export const publicSide = () => {
  // The letters of pictures are ours alone, the same on every machine.
  process.env.FONTCONFIG_FILE = fromRoot('static/fonts/fonts.conf')
  return {
    views: fromRoot('views'),
    languages: readLanguages(fromRoot('views/words')),
    assetsOf: (app: FastifyInstance) => serveAssets(app, fromRoot('static')).at,
    pictures: keepPictures(fromRoot('static/fonts')),
    rooms: boardRoutes({
      criteria: readCriteria(fromRoot('docs/accessibility.md')),
      figures: readFigures(fromRoot('docs/figures.json')),
    }),
  }
}

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
