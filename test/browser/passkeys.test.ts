import './passkeys/set-up.ts'
import './passkeys/devices.ts'
import './passkeys/words.ts'
