import './first-screen/fold.ts'
import './first-screen/found.ts'
import './first-screen/firefox.ts'
