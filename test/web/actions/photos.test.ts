import './photos/sent.ts'
import './photos/wrong.ts'
import './photos/seen.ts'
import './photos/shown.ts'
