import type { Attendance } from '../../../../src/domain/round-tables/round-table.ts'

export const here = (
  organisationId: number,
  presence: Attendance['presence'] = 'present',
): Attendance => ({
  organisationId,
  seatId: null,
  guestRole: null,
  sentRole: null,
  presence,
  count: 1,
})
export const opened = { openedAt: '2021-07-15T09:00:00.000Z' }
export const finished = { ...opened, finishedAt: '2021-07-15T12:00:00.000Z' }
