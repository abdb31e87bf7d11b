import './sealing/noticed.ts'
import './sealing/lawful.ts'
import './sealing/covered.ts'
