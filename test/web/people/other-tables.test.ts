import './other-tables/brought.ts'
import './other-tables/keys.ts'
