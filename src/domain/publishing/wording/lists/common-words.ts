/**
 * Everyday words that may begin a sentence with a capital and are no names. A first word that is
 * not here is shown to the writer as a possible name: better one question too many than a name on a
 * noticeboard.
 */
export const COMMON_WORDS = new Set(
  `
a about above across after afterwards again against all almost along already also although always among an and
another any anyone anything are area around as ask asked asking at attendance back be because been before
began behind being below between big both bring but by call came can cannot charity child children clear close
closed club clubs come community concern concerns could council count counted country court crime day days did
do does done door down during each early eight either eleven email end enough even evening events ever every
everybody everyone everything families family far few fewer figures find first five follow food football for
four friends from full further gangs gap girls give given go going good groups guidance had half has have he
hear heard help her here hers him his hold home homes hope hour hours how however hubs i if in instead into is
it its join just keep knife last late later leaflet leaflets learn less let letters life like list listen
local long look lots made make many may maybe meet meeting meetings men might mine money month monthly months
more morning most mothers mum mums much must my near nearly neighbourhood neighbourhoods neighbours never new
next night nine no nobody none nor not nothing now nowhere of off offer officers often old on once one only
open or other others our out outside over owner parents park parts people perhaps phone place plan planning
plans play playing please police posters pupils put question questions read ready report reported residents
road rights round run safe safer safety said same saw say says school schools see seen senior sent set seven
several shared she should show since six snacks so some someone something sometimes soon speak stall stalls
start started stay step still stop stopped stops street streets such survey table take talk tell ten than
thank thanks that the their them then there these they things this those though thousands three through time
to today together told tomorrow too took topics tournament towards training trust try two under until up upon
us use used very visit voices wait waiting walk want ward was watch we week weeks well went were what when
where whether which while who whole whose why will with within without woman women word words work worked
workers workshop workshops would year years yes yesterday yet you young your youth stopping meetings patrols
lighting lights cameras drugs noise cars bikes raised answer answers action actions volunteers teachers
students advocates pop figures half january february march april may june july august september october
november december monday tuesday wednesday thursday friday saturday sunday accept accepted act add added agree
agreed allow apply arrange arranged attend avoid book booked build built buy care carry carried change changed
check checked choose chosen clean cleaned collect complete connect consider contact continue cook cover create
cut deal decide decided deliver design discuss done draw drive drop earn eat encourage ensure explain fence
fill film fit fix fixed follow form found fund gather get grow guide hand handed hear hire hope host house
improve include increase inform install invite invited involve issue join keep knock lead leave lend let light
lamps lamp lift lifts link list lock look make manage mark mend mended mention mind move moved name need note
notice number obtain open opened organise organised outside own paint pay pick post prepare present print
promise protect provide publish push raise reach recruit reduce refuse regular remind remove repair repaired
repeat replace research respond return reward ring safe save seek sell send set settle share show sign sit
small smaller smoke sort speak spread staff stairs stairwell stay strengthen study support supported surveyed
swap sweep teach thank thanks think tidy touch tour track train trees trial turn understand unlock update use
view visit visits volunteer vote wait walks walls warn wash watch welcome widen win wish write written bins
benches gates doors entrance entrances estate estates flats gardens alley alleys buses bus cyclists dogs
fights fire fires graffiti litter music noise parking playground playgrounds pubs rubbish shops shouting
speeding station traffic trains vandalism windows women's men's children's mothers' parents' residents' half
both neither either whatever whenever wherever however instead indeed maybe otherwise rather therefore though
unless unlike whereas black white asian arab african european muslim christian jewish english arabic bengali
somali kurdish farsi urdu black-and-asian big bigger best better bad worse worst dark darker early easy fair
fast free fresh great hard heavy high hot important kind large late light likely little long low main major
many modern natural near nice old open poor quick quiet real rich right rude sad scary short sick slow soft
special strong sure tall thin tired true warm weak wet wide wild wrong library launch coffee bonfire diwali
iftar
`
    .split(/\s+/)
    .filter(Boolean),
)
