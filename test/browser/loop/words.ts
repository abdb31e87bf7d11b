export const CONCERN =
  'It is dark and scary on the way home from school, and nobody looks out for us.'
export const ACTION = 'Walk the school route with officers when school ends.'
export const SAID = 'The way home from school is dark. Young people do not feel safe on it.'
export const HEARD =
  'We heard this at the round table. The police will walk the school route. Nobody has started yet.'
export const DOING = 'Ward officers walk the school route twice a week, when school ends.'
export const DID =
  'Ward officers walked the school route every school day in February. The broken lamps were mended.'
export const ACTION_TOLD = 'Officers on the school route when school ends'
