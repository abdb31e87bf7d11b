import './stolen/opens-nothing.ts'
import './stolen/short-codes.ts'
import './stolen/without-the-key.ts'
