import './private-lists/handed-on.ts'
import './private-lists/answered.ts'
import './private-lists/taken-back.ts'
