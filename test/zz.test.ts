import './browser/everyone/set-up.ts'
import './browser/everyone/keyboard.ts'
import './browser/everyone/reader.ts'
import './browser/everyone/empty.ts'
