import './minutes-paper/agreed.ts'
import './minutes-paper/depths.ts'
import './minutes-paper/later.ts'
import './minutes-paper/reviewed.ts'
