import type { Letter } from './letters.ts'

/**
 * One action in a letter to its owner: its number, why we write, and a link to say where it stands.
 * Never its words.
 */
export interface OwnerLine {
  number: string
  why: string
  words: string
  link: string | null
}

const TITLES: Record<string, string> = {
  absent: 'agreed without you',
  agreed: 'is yours',
  late: 'is late',
  due: 'is coming due',
  quiet: 'has been quiet',
  colleague: 'of a colleague has been quiet',
  helping: 'needs your help',
  part: 'waits for your part',
  table: 'is on the next agenda',
  closed: 'is closed, with thanks',
  asked: 'your new link',
  nobody: 'needs an owner',
}

/**
 * Plain words, and the same as simple HTML with one thing to press for each action. Addressed to
 * one person alone.
 */
export const ownerLetter = (
  to: string,
  lines: OwnerLine[],
  waits: boolean,
  publicUrl: string,
): Letter => {
  const first = lines[0]
  const subject =
    first === undefined
      ? 'Something is waiting for you'
      : lines.length === 1
        ? `Action ${first.number} ${TITLES[first.why]}`
        : `${lines.length} actions from the round table`
  const private_ = 'Something that is held in private is waiting for you. Sign in to read it.'
  const text = [
    ...lines.flatMap((line) => [
      `Action ${line.number}: ${TITLES[line.why]}`,
      line.words,
      ...(line.link
        ? ['Say where it stands. It takes ten seconds, and you need not sign in:', line.link]
        : []),
      '',
    ]),
    ...(waits ? [private_, `${publicUrl}/sign-in`, ''] : []),
    'The links are for you alone. Opening one changes nothing.',
    `How often we write is yours to choose: ${publicUrl}/desk/letters`,
    '',
    `Round Table, ${publicUrl}`,
  ].join('\n')
  const html = [
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Round Table</title></head><body style="font:16px/1.5 sans-serif;color:#20221e;max-width:36em">',
    ...lines.map(
      (line) =>
        `<h2 style="font-size:18px;margin:24px 0 4px">Action ${safe(line.number)}: ${safe(TITLES[line.why]!)}</h2><p style="margin:0 0 12px">${safe(line.words)}</p>${line.link ? `<p><a href="${safe(line.link)}" style="display:inline-block;padding:12px 20px;background:#114438;color:#fff;font-weight:bold;text-decoration:none">Say where it stands</a></p>` : ''}`,
    ),
    ...(waits ? [`<p>${private_} <a href="${safe(publicUrl)}/sign-in">Sign in</a></p>`] : []),
    `<p style="color:#57544b;font-size:14px">The links are for you alone. Opening one changes nothing. <a href="${safe(publicUrl)}/desk/letters">Choose how often we write</a></p></body></html>`,
  ].join('\n')
  return { to, subject, text, html }
}

const safe = (text: string): string =>
  text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)
