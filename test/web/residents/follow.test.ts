import './follow/asked.ts'
import './follow/stopped.ts'
