// An entry read aloud: as it is heard, as it goes, and in other languages.
import './recordings/heard.ts'
import './recordings/gone.ts'
import './recordings/tongues.ts'
