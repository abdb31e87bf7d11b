import './figures/counts.ts'
import './figures/silence.ts'
