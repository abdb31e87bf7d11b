import './poster/sheets.ts'
import './poster/form.ts'
import './poster/firefox.ts'
