import './people/owners.ts'
import './people/coordinators.ts'
import './people/log.ts'
import './people/followers.ts'
