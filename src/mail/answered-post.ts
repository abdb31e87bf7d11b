import type { Post } from './post.ts'

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
