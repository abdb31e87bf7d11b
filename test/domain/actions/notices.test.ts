import './notices/who.ts'
import './notices/when.ts'
import './notices/choice.ts'
import './notices/help.ts'
