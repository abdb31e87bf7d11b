import './wishes/asked.ts'
import './wishes/answered.ts'
import './wishes/walls.ts'
import './wishes/handed.ts'
