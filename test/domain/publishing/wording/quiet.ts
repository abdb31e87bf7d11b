/** Ordinary sentences of a council and of the police. */
export const QUIET = `
Four Feathers opened its doors to the neighbourhood.
The Lighthouse project runs on Thursdays.
The Beacon hub has new tables.
The local MP wrote to the council.
Summer came early, so the stall was in the park.
April was wet and the paint did not dry.
Will the council mend the lamp by March?
Hope was the word that we heard most.
Justice takes time, and we said so.
May is the month of the next walk.
The chair of the panel opened the meeting.
The winner of the contract starts in June.
A parent who is worried can call 101.
Officers at the station answer within a day.
The police were asked to come at 6 on Monday.
The stall was at 2 places in the ward.
The meeting is at 7 on Tuesday 14 June.
We walked from 9 to 12 on Saturday.
We will answer by 14 July.
The council put in 12 lamps and 4 benches.
There were 9 lamps out of order.
The walk was attended by the police and the council.
A group of organisations wrote to the Mayor.
A third of the lamps are new.
Half the lamps were mended by May.
The group of streets by the canal has new signs.
All but the last gate is mended.
The crime figures for 2021 are on the website.
The case was closed in 2022.
Crime fell in 2021 and 2022.
The bus 6 stops near Edgware Road.
The lamps whose glass was broken are new.
The people who came to the stall asked for more patrols.
Residents who live near the canal asked for lights.
Young people who are stopped can ask for a record.
Anyone who is stopped can ask for a receipt.
The officers who patrol the market carry a camera.
The team that cleans the stairs comes on Mondays.
The gate in the wall is locked at dusk.
The council wrote to every home in the ward.
The Club opened at 4 in the afternoon.
The youth club opens on Fridays.
The lane by the market is dark.
Green spaces are a priority for the council.
The park keepers lock the gate at 21:30.
The reference of the letter is on the website.
The temperature in the hall was low.
The smiths who forged the gate won a prize.
The inspector will bring the figures in April.
Officer training began in May.
The constable on duty takes reports.
Miss no meeting: the dates are on the board.
Thanks to the library for the room.
The bed of roses by the gate was cleared.
The floor of the hall was cleaned.
The top floor has new lamps.
The basement was cleared of rubbish.
The number of patrols went up in June.
The survey asked about lighting, noise and speeding.
The council and the police walk the route each month.
The school asked for a crossing, and the council said yes.
The first action is done. The second is late.
Two patrols a day pass the market.
Stop and search fell by 12% in the first quarter.
The library lends a room to the group every week.
`
  .trim()
  .split('\n')
