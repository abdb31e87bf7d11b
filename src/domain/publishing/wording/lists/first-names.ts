const set = (words: string): Set<string> => new Set(words.split(/\s+/).filter(Boolean))

/** Common first names of the communities of London: any of them is a name, whatever its case. */
export const FIRST_NAMES = set(`
aaliyah aaron abdi abdirahman abdul abdullah abdullahi abigail abu-bakr adam adebayo adeel aderonke adnan
adrian aftab agnieszka ahmad ahmed aidan aiden aisha aishah ajay akash akhtar akosua alan alana alastair
albert alberto alejandro alessandro alex alexa alexander alexandra alexandru alfie alfred ali alia alice
alicia alina alisha alison allan aliyah ama amal amanda amara amelia amie amina aminata amir amira amit amy
ana anas anastasia anders andre andrea andrei andrew andy aneta angela angelina angus anika anil anisa anita
anjali ann anna annabel anne annette annie anthony antoine anton antonia antonio anwar aoife arash archie
ariana arif arjun arnav arthur arturo arun asha ashok ashraf asif asim asma aurora ava ayaan ayan ayesha aylin
ayman ayo ayodele ayub azadeh aziz azra babak baraka barbara barry bartosz bashir basil beata beatrice becky
begum belinda ben benedict benjamin bernadette bernard beth bethany beverley bianca bilal bimal bogdan bola
bradley brandon brenda brendan brian bridget bronwyn bruce bruno bryan burak caitlin callum calvin camila
cameron carl carla carlos carmen caroline caroline catalina catherine cathy catriona cecilia cedric chantal
chantelle charlene charles charlie charlotte chelsey chiamaka chidi chidinma chinedu chioma chloe chris
christina christine christopher ciara claire clara clare clarissa claudia clive colette colin connor conor
corinne craig cristina cynthia daisuke damian damien damon daniel daniela danielle danny daoud daphne darius
darren daryl dave david davina dawit dean deborah debbie deepa deepak deirdre delroy denis denise dennis derek
desmond devon dexter diana diane dilip dilys dimitri dina dinesh diyar dominic dominik donald donna doreen
doris dorothy dougal douglas duncan dylan eamon ebony ebrahim eddie edith eduardo edward edwin efua ehsan
eileen elaine eleanor elena elias elif elijah elisabeth elizabeth ella ellen ellie elliot elsie emanuel emeka
emilia emily emine emma emmanuel enrico enrique eric erica erik erin ernest esme esra esther ethan eugene
eunice eva evan evelyn ewa ezra fadi fadumo fahad faisal faiza faizal farah fareed farhad farhan farid farida
fariha farzana fatema fatemeh fathia fatima fatma fatou felicity felix ferdinand fereshteh fernando fiona
folake francesca francesco francis francisco franklin freddie frederick freya gabriel gabriela gabriella
gareth garfield gary gavin gemma geoffrey george georgina gerald geraldine gerard ghulam gillian gina giorgio
giovanni giulia giuseppe gladys glenda gloria gordon graeme graham greg gregory gurpreet guiseppe gulsen habib
habiba hadi hafsa haider hakan hakim halima hamid hamza hana hanan hanna hannah hans hanif harold haroon
harpreet harriet harris harry haruka harvey hasan hassan hatice hawa haya hazel hector heba heidi helen helena
henrietta henry hibo hilary hiba hira hodan hossein howard hugh hugo huda humayun humphrey hussain hussein
husna hyacinth ian ibrahim idris ifrah ifeoma ignatius ikram ilias ilhan imani imran imogen inaya inderjit
inga ingrid ioana ira irene irfan irina isaac isabel isabella isabelle isha ishaan ishmael isla ismail isobel
ismahan ivan ivana iwona jacek jackie jackson jacob jacqueline jade jagdeep jahid jaime jake jakub jamal
jamaal jameela james jamie jamil jamila jan-erik jane janet janice janine jared jasmin jasmine jason jasper
javed javier jaydon jayesh jayne jean jeanette jeff jeffrey jemima jenna jennifer jenny jeremiah jeremy
jermaine jerome jerry jesse jessica jessie jillian jim jimmy joan joanna joanne joao jocelyn jodie joe joel
johan johanna john johnny jonah jonas jonathan jorge jose josef joseph josephine josh joshua josie jozef juan
juanita judith julia julian juliana julie juliet julius junaid justin justyna kabir kadir kaiser kamal kamil
kamila kamran karen karim karima karina karl karolina kassim kasia katarzyna kate katherine kathleen kathryn
kathy katie katrina katy kavita kawsar kayleigh keeley keisha keith kelechi kelvin kenneth kenny kevin khadija
khadijah khadra khaled khalid khalida khalil kian kieran kimberley kimberly kiran kirsten kirsty kofi krishna
kristina krystyna krzysztof kumar kunle kwabena kwame kyle laila lakshmi lara larissa latifa latisha laura
lauren laurence layla leah leanne leila lena leo leon leona leonard leroy lesley leslie leticia letitia levi
lewis liam libby lidia liliana lina linda lindsay linnea lisa lloyd lola lorenzo lorna lorraine louis louisa
louise luca lucas lucia lucie lucinda lucy luigi luis luiza lukas lukasz luke lynda lynette lynn lynne mabel
maciej maddie madeleine madison magda magdalena magnus maha mahbub mahdi mahfuz mahmood mahmoud mahnaz maisie
majid malachi malcolm malik malika mamadou mandeep mandy manjit manoj manuel marcel marcela marcia marcin
marco marcus marek margaret maria mariam mariama marian marie marina mario marion marissa marjorie marlene
marlon marta martha martin martina martyn marvin mary maryam marzena masood mateo mateusz matilda matteo
matthew maureen maurice mavis max maxine maxwell megan mehdi mehmet mehreen melanie melissa melvin memuna
mercedes meryem michael michaela michal michele michelle miguel mihai mike mikhail milena mina minh mira
miranda miriam moe mohamed mohamud mohammad mohammed mohamoud mohsen moira mollie molly mona monica monique
morgana morris moses mostafa muhammad muhammed muna munira muriel murat murtaza musa mustafa myra mzia nabil
nabila nadeem nadia nadine nadira naeem nafisa nahid naima najma nancy naomi narges nasima nasir nasreen
nasrin natalia natalie natasha nathan nathaniel naveed nazia nazma nazneen neil nelson nicholas nicola nicolas
nicole nigel nihal niamh nikhil nikita nila nilufar nimo nina nisha nneka noah noel noelle nora noreen norman
noor noura nuala nur nura nusrat nuria obinna octavia odette olga oliver olivia oluwaseun olu omar omer orla
oscar osman oswald owen pablo padraig pamela pamela-jane paola paolo parisa parveen pascal patricia patrick
patrycja patsy paul paula paulina pauline pawel pedro peggy penelope perpetua petar peter petra phil philip
philippa phillip phoebe phyllis pierre piotr pooja prakash preeti priscilla priya przemyslaw quentin rabia
rachel rachael radha radoslaw rafael rafal rafiq raheem rahel rahim rahima rahul raisa raj raja rajesh rajiv
rakesh ralph ramadani ramesh ramona ramon rana ranjit rania rashad rashid rashida raul ravi raymond razia
rebecca rebekah reece reggie regina rehana reinhard remi rena renata rene reza rhiannon rhys ricardo richard
ricky rita riyad rizwan robbie robert roberta roberto robyn rochelle rodney rodrigo roger rohan rohit roland
romana romeo ronald ronan ronnie rory rosa rosalind rosanna rosemary rosie roxanne rowan roxana roy ruben
rufus rukhsana rumana rupert russell ruth ryan saad saba sabina sabrina sacha sadia sadiq saeed safa safia
safiya sagal sahar sahra said saira sajid sakina salim salima sally salma salman salvatore sam samantha sameer
samia samina samir samira sammy samuel sana sandeep sandra sanjay santiago sara sarah sarita sasha saskia saul
savannah scott sean sebastian seema selena selim selin selina selma serena sergei sergio serhat seth seun
shabana shabnam shafiq shahid shahida shaheen shahnaz shahzad shakil shakira shakur shamim shamima shamsa
shane shanelle shaniqua shanice shannon shareen sharif sharon shaun shauna sheila shelley shereen sheryl
shirin shirley shona shreya shukri sian sibel siddharth sidney sidra sienna silvia simon simone sinead siobhan
sita slawomir sofia solomon sonia sonya sophia sophie stacey stan stanislaw stanley stefan stefania stella
stephanie stephen steve steven stewart stuart suad sufian suhail sukhdeep suleiman suleyman sultana sumaya
sunil sunita suraya susan susanna suzanne svetlana sylvia tabitha tahir tahmina tamara tamika tania tanisha
tanya tanvir tara tarek tariq tasnim tatiana taslima tayo ted teresa terrence terry tessa thandiwe thelma theo
theodora theodore theresa thomas tiffany tim timothy tina tobias toby todd tolu tom tomas tomasz tommy toni
tony tracey tracy trevor tricia tristan trudy tunde tyler tyrone tyrese uche umar umer unaiza ursula usha
usman valentina valerie vanessa vera veronica veronika vicky victor viktor vijay vikram vimal vincent vinod
viola virginia vivek vivian vivienne vladimir wahid waleed walid walter wanda waqar warren wasim wayne wendy
wesley wilfred wilhelmina william winifred winston wojciech xavier xiao yacoub yahya yara yasin yasir yasmin
yasmine yemi yolanda yonas youssef yousef yousuf yuki yunis yunus yuri yusra yusuf yvette yvonne zac zach
zachary zahid zahir zahra zaid zain zaina zainab zak zakaria zakariya zaki zara zaynab zeinab zeynep zoe zofia
zohra zsofia zubair zuleikha
`)

/** Common surnames of the same communities, as far as they are no everyday words. */
export const SURNAMES = set(`
abbas abdalla abdi abdulkadir abdulle abebe abiola abubakar adams adebayo adeleke adeyemi adewale adjei
afolabi afzal agarwal agyeman ahmadi ahmed akhtar akinola akter akyol alam alexandrou allison alvarez amoah
amoako anderson andrews ansah antoniou appiah arslan asante asghar ashraf aslam atkinson awad aydin aziz azizi
bajwa balogun banerjee baptiste barnes barrett bashir batool begum bello bennett bhatt bianchi bibi boateng
boyle brennan brooks-smith burke byrne campbell cameron castillo celik chaudhary chaudhry chen cheung chopra
choudhury chowdhury christodoulou clarke clarkson collins connolly constantinou cooper-smith costa coleman
cunningham da-silva daly danso das davies davis dawson demir desai deveraux diallo dias diaz dogan doherty
donnelly donovan doyle dramani dube duffy edwards egan elmi erdogan evans farah farooq farouk fashola
fernandes fernandez ferreira fitzgerald flanagan fofana fraser gallagher garcia georgiou ghaffari gibson
gill-singh gomes gomez gonzalez goncalves graham griffiths guled gupta haddad haji hamilton hammond haque
harris harrison hashemi hashi henderson hernandez higgins hoang hosseini hossain hughes hussain hussein
ibrahim idowu igwe iqbal islam-khan ivanov jackson jacobs jallow jama james jankowski jarvis jenkins jennings
johnson johnston jones joseph joyce kabir kamara kapoor karim karimi kaur kavanagh kaya kaminski kelly kennedy
khalil khan khatun khatoon kowalczyk kowalski kumar kwarteng lawson lewandowski lewis lima lopez macdonald
mackenzie maclean mahmood mahmoud malik marino martinez masood mccarthy mcdonald mcgrath mckenzie mehta meier
mensah miah mirza mitchell mohamed mohammadi mohamud molloy moore-jones morales moreira morgan morris morrison
mukherjee murphy murray mustafa nadeem naidoo narayan nasser nguyen nkrumah nowak nunes nwosu obi ochieng
oconnor odonnell ogunleye ojo okafor okeke okonkwo oliveira omar omondi oneill onyango opoku oreilly osei
osman osullivan owusu oyelaran ozturk pacheco papadopoulos parekh patel patterson pereira perera perez petrov
phillips phiri pinto popescu powell qureshi quinn rahman rahimi ramirez ramos rana rao rashid raza rehman
reynolds ribeiro richards richardson roberts robertson robinson rodrigues rodriguez rossi ryan sahin saleh
salah sanchez santos sarkar schmidt sesay sesay-conteh shah shahid sharif sharma sheikh shukla siddiqui
siddique silva simpson singh smith sommerville soares sousa stephens stephenson stevens stevenson stewart
sultana sutherland szymanski tahir tanaka teklemariam tesfaye thakkar thapa thompson torres traore turay uddin
ullah usman vargas varghese vasquez velasquez verma wallace warsame watkins watson wilkinson wisniewski
williams williamson wilson wojcik wozniak wright yadav yildirim yildiz yilmaz yusuf zafar zahid zaman zhang
zielinski
`)

/** Names that are everyday words, months or places too: names only where another name stands beside them. */
export const AMBIGUOUS = set(`
will mark rose may hope grace faith joy amber ruby pearl jade crystal ivy lily daisy heather iris holly olive
violet poppy ginger sandy summer autumn april june august dawn eve sky star robin jack bill bob pat sue drew
frank grant guy dean earl duke rob nick art gene miles ray rich chase dale glen hunter mason carter cook baker
butler young king knight bishop church green brown white black gray grey hill wood woods field fields brook
brooks ford lane street park parks stone rivers marsh west north best long short small little strong sharp
swift wise noble love day page bell ball bush cross fox wolf lamb bird fish price cash rice berry reed cole
cox hall house bond barber shepherd archer fisher porter walker turner taylor mills miller parker ward warden
summers winters chance christian major angel prince princess mercy blessing precious gift patience prudence
honour victoria paris chelsea sydney florence georgia israel jordan kent lincoln ashley jan dan moss perry
penny carol constance clement clarence gill kay kim lee kit rene rusty sunny honey cherry basil sage reed
melody harmony trinity destiny charity chastity justice liberty valentine noor islam said bari sky sky storm
rio rani sultan baron cliff max marina aurora carmen mercedes gloria viola hazel opal reza dean devon scout
scott austin dallas harris raja mina lima costa das iris clay flint heath rory raj mira maha roy moe gordon
albert seymour nelson harrow stanley wellington portland
`)
