import './letters/read.ts'
import './letters/post.ts'
import './letters/sent.ts'
