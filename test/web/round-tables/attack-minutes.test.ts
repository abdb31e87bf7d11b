import './attack-minutes/finished.ts'
import './attack-minutes/twice.ts'
