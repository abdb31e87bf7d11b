import './joint/parts.ts'
import './joint/links.ts'
import './joint/waiting.ts'
