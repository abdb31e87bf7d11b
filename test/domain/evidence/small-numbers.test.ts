import './small-numbers/rule.ts'
import './small-numbers/random.ts'
