import './evidence-held/leaflets.ts'
import './evidence-held/named.ts'
import './evidence-held/programmes.ts'
