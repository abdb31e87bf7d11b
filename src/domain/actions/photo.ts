/**
 * A photo that came with an update: as deep as its action (R9), and never told by itself. The
 * picture was made anew, without place, time or name.
 */
export interface Photo {
  id: number
  updateId: number
  width: number
  height: number
}
