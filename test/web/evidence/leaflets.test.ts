import './leaflets/written.ts'
import './leaflets/file.ts'
import './leaflets/told.ts'
import './leaflets/private.ts'
