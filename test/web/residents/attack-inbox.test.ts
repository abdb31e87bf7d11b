import './attack-inbox/floods.ts'
import './attack-inbox/kept.ts'
import './attack-inbox/tricks.ts'
