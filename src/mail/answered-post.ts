import type { Post } from './post.ts'

/** A post whose letters name the partnership that they come from, once it has a name (R21). */
export const namedPost = (post: Post, partnership: () => string | null): Post => ({
  send: (letter) => {
    const name = partnership()
    return post.send(name === null ? letter : { ...letter, fromName: `${name}, round table` })
  },
})

/**
 * A post whose letters are answered to whoever the partnership says, where it says so: a person who
 * reads it.
 */
export const answeredPost = (post: Post, replies: () => string): Post => ({
  send: (letter) => {
    const replyTo = replies()
    return post.send(replyTo ? { ...letter, replyTo } : letter)
  },
})
