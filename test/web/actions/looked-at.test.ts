import './looked-at/before.ts'
import './looked-at/form.ts'
import './looked-at/returned.ts'
import './looked-at/came-back.ts'
