import './people/owners.ts'
import './people/coordinators.ts'
