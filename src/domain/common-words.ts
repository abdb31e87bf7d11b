/**
 * Everyday words that may begin a sentence with a capital and are no names. A first word that is not here is shown to the
 * writer as a possible name: better one question too many than a name on a noticeboard.
 */
export const COMMON_WORDS = new Set(`
a about above across after afterwards again against all almost along already also although always among an and another any anyone anything
are area around as ask asked asking at attendance back be because been before began behind being below between big both bring but by call came can
cannot charity child children clear close closed club clubs come community concern concerns could council count counted country court crime day days did
do does done door down during each early eight either eleven email end enough even evening events ever every everybody everyone everything
families family far few fewer figures find first five follow food football for four friends from full further gangs gap girls give given go going good
groups guidance had half has have he hear heard help her here hers him his hold home homes hope hour hours how however hubs i if in instead into is it its
join just keep knife last late later leaflet leaflets learn less let letters life like list listen local long look lots made make many may maybe
meet meeting meetings men might mine money month monthly months more morning most mothers mum mums much must my near nearly neighbourhood neighbourhoods neighbours
never new next night nine no nobody none nor not nothing now nowhere of off offer officers often old on once one only open or other others our out outside over
owner parents park parts people perhaps phone place plan planning plans play playing please police posters pupils put question questions read ready report reported
residents road rights round run safe safer safety said same saw say says school schools see seen senior sent set seven several shared she should show since
six snacks so some someone something sometimes soon speak stall stalls start started stay step still stop stopped stops street streets such survey table take talk
tell ten than thank thanks that the their them then there these they things this those though thousands three through time to today together told
tomorrow too took topics tournament towards training trust try two under until up upon us use used very visit voices wait waiting walk want ward was watch
we week weeks well went were what when where whether which while who whole whose why will with within without woman women word words work worked workers workshop workshops would year years
yes yesterday yet you young your youth stopping meetings patrols lighting lights cameras drugs noise cars bikes raised answer answers action actions volunteers teachers students advocates
pop figures half january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
`.split(/\s+/).filter(Boolean))
