import './concerns/taken-apart.ts'
import './concerns/themes.ts'
import './concerns/passed-on.ts'
import './concerns/priorities.ts'
