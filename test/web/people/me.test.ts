import './me/sessions.ts'
import './me/own.ts'
