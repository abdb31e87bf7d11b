import './messages/read.ts'
import './messages/risk.ts'
