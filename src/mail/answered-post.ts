import type { Post } from './post.ts'

/** A post whose letters name the partnership that they come from, once it has a name (R21). */
export const namedPost = (post: Post, partnership: () => string | null): Post => ({
  send: (letter) => {
    const name = partnership()
    return post.send(name === null ? letter : { ...letter, fromName: `${name}, round table` })
  },
})

/**
 * A post whose letters are answered to whoever the partnership says. Where it says nothing, an
 * answer goes to who the letter itself names: the coordinator, in letters to people of the table.
 */
export const answeredPost = (post: Post, replies: () => string): Post => ({
  send: (letter) => {
    const replyTo = replies() || letter.replyTo
    return post.send(replyTo ? { ...letter, replyTo } : letter)
  },
})
