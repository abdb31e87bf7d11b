import './agenda/itself.ts'
import './agenda/changed.ts'
import './agenda/order.ts'
import './agenda/reached.ts'
