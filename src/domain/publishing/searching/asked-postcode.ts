const POSTCODE =
  /(?<![\p{L}\p{N}])[a-z]{1,2}\d[a-z\d]?[\s-]*(?!1st|2nd|3rd|\dth)\d[abd-hjlnp-uw-z]{2}(?![\p{L}\p{N}])/giu
const DISTRICT = /^[a-z]{1,2}\d[a-z\d]?$/iu

/**
 * What was looked for, less any postcode in it: a postcode says where someone lives, and nothing is
 * told by it (R12). The first half alone is a district, and may be a word (“S60”).
 */
export const withoutPostcodes = (asked: string): { rest: string; had: boolean } => {
  const left = asked.replace(POSTCODE, ' ')
  return { rest: left.replace(/\s+/g, ' ').trim(), had: left !== asked }
}

/** The first half of a postcode, and no more. */
export const isDistrict = (asked: string): boolean => DISTRICT.test(asked.trim())
