import './planning/changes.ts'
import './planning/invitations.ts'
import './planning/mistakes.ts'
import './planning/series.ts'
