import './placeholders/offered.ts'
import './placeholders/told-again.ts'
