import './sign-in/codes.ts'
import './sign-in/factors.ts'
import './sign-in/asked.ts'
