import './follow/asked.ts'
import './follow/stopped.ts'
import './follow/moved.ts'
import './follow/three-tables.ts'
