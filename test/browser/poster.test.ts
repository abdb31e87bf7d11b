import './poster/sheets.ts'
import './poster/form.ts'
