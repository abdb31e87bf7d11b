import './owner-letters/gets.ts'
import './owner-letters/left-out.ts'
import './owner-letters/chosen.ts'
import './owner-letters/post.ts'
