/** A file that cannot be made anew, and why, in words for whoever chose it. */
export class Wrong extends Error {}

const PRINT = 'Print it to a PDF, and choose that one'

export const NOT_WHOLE = 'This is not a whole PDF file. Save the leaflet as a PDF and choose that'
export const LOCKED = 'This file is locked with a password. Save it without one'
export const HAS_FORM = `This file has boxes to fill in, and what is typed there is not checked. ${PRINT}`
export const HAS_NOTES =
  'This file has comments on it, and they say who wrote them. Take them out, or print it to a PDF without them'
export const HAS_LAYERS = `This file has layers that are hidden. ${PRINT}`
export const ODD_PICTURE = `This file has a picture of a kind that we cannot make anew. ${PRINT}`
export const ODD_LETTERS = `The letters of this file are not all in it, or of a kind that we cannot read. ${PRINT}`
export const TOO_MUCH =
  'This file is too much to read here. Make it shorter, or its pictures smaller, and save it again'
export const NOT_READ = `We cannot look inside this file, so we cannot say that it is safe. ${PRINT}`
