import './trust/promises.ts'
import './trust/asvs.ts'
import './trust/guides.ts'
import './trust/release.ts'
