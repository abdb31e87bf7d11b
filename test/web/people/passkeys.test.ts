import './passkeys/ways-in.ts'
import './passkeys/answers.ts'
import './passkeys/once.ts'
import './passkeys/adding.ts'
