import './search/words.ts'
import './search/index.ts'
import './search/page.ts'
import './search/asked.ts'
