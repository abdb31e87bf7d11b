import { SAMPLE_WORDS } from '../domain/publishing/told.ts'
import type { Post } from './post.ts'

const STYLE =
  'margin:0;padding:12px 16px;background:#f6ecc9;color:#20221e;font:14px/20px Arial,sans-serif'

/**
 * The post of a sample partnership: every letter says so in its subject, in its first line, as HTML
 * and in the file for a calendar, so that nobody takes it for one of a real round table.
 */
export const samplePost = (post: Post): Post => ({
  send: ({ calendar, ...letter }) =>
    post.send({
      ...letter,
      subject: `${letter.subject} (sample)`,
      text: `${SAMPLE_WORDS}\n\n${letter.text}`,
      ...(calendar && {
        calendar: { ...calendar, content: calendar.content.replace(/^SUMMARY:/gm, '$&(sample) ') },
      }),
      ...(letter.html !== undefined && {
        html: letter.html.replace(
          /<body[^<>]*>/,
          (body) => `${body}<p style="${STYLE}">${SAMPLE_WORDS}</p>`,
        ),
      }),
    }),
})
