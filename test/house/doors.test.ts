import './doors/every-route.ts'
import './doors/looks.ts'
import './doors/sessions.ts'
import './doors/forms.ts'
