/** `Arabic` for `ar`. */
export const languageName = (code: string): string =>
  LANGUAGE_NAMES[code] ?? new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code

const LANGUAGE_NAMES: Record<string, string> = {
  bn: 'Bengali',
  fa: 'Farsi',
  ckb: 'Kurdish (Sorani)',
}
