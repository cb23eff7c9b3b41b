"""Used in verification: words that may stand for each other in news, and forms of irregular verbs.

A group of SYNONYMS, between bars, holds words that a careful editor would swap without asking: neither
stronger nor weaker, nor another direction. A word may stand in several groups, for its several senses;
words of two groups that share one are not synonyms of each other. "=stated" is that form only.
"""

SYNONYMS = """
say =stated =added =noted tell =remarked =commented | say announce | say accord | announce declare unveil
report say | show reveal indicate demonstrate | reveal disclose | buy purchase acquire | sell vend
begin start commence open launch | launch start introduce roll unveil | end finish conclude close
stop halt cease | happen occur | help assist aid support | support back endorse | get receive obtain
give provide supply grant | grant award | make produce manufacture create | build construct erect
create establish found form | use employ utilize | need require | ask request | answer reply respond
big large major huge | important significant key crucial major | huge enormous massive vast
small little tiny | show display | quick fast rapid swift | quickly rapidly fast swiftly
rise increase grow climb jump gain | rise surge soar | fall decrease decline drop decrease
fall plunge plummet tumble slump | cut reduce lower slash | raise increase lift boost
expand enlarge grow | increase growth | kill slay | die perish | dead killed | death fatality
deadly fatal lethal | hurt injure wound | injury wound | attack assault | attack strike
fight battle combat | fight clash | war conflict | protest demonstration rally | protester demonstrator
arrest detain apprehend | custody detention | prison jail | imprison jail | lawyer attorney
court tribunal | law legislation | bill legislation | judge justice | police officer | cop officer
crime offence offense | murder homicide killing | shoot gun | shooting gunfire | trial hearing
lawsuit suit | leave depart exit quit | resign quit | arrive come reach | go travel head | flee escape
meeting summit gathering | talk discussion negotiation | talk speak | discuss debate
agreement deal accord pact | vote ballot | election poll | win victory triumph | win secure
defeat beat | loss defeat | leader head chief | chief boss head | ceo chief | boss executive
government administration | government state | country nation | nationwide national
worldwide global international | world global | city town | area region | area zone
home house residence | house residence | building structure | child kid youngster | kid youngster
teenager teen | woman female | man male | people person individual resident | resident inhabitant
doctor physician | disease illness sickness | ill sick | drug medicine medication | vaccine jab shot
company firm business corporation | business enterprise | employee worker staff | staff personnel
worker labourer laborer | job position post | job employment | hire recruit employ | fire dismiss sack
money cash fund | cost price | fund finance | tax levy | profit earnings | revenue sales
car vehicle automobile auto | truck lorry | plane aircraft airplane jet aeroplane | ship vessel boat
crash collision accident | storm tempest | hurricane storm | flood flooding | fire blaze
blaze wildfire | quake earthquake temblor | destroy demolish | destroy ruin wreck | damage harm
rescue save | victim casualty | find discover | find locate | search hunt | study research
research investigation | scientist researcher | investigate probe examine
investigation probe inquiry enquiry | inspect examine | test trial | plan scheme | plan proposal
propose suggest | decision ruling | decide rule | ruling verdict | choose select pick | appoint name
name call | call dub | group organization organisation | organization organisation body | team squad
game match | coach manager | film movie picture | movie picture | show programme program
singer vocalist | author writer | newspaper paper | reporter journalist | picture photo photograph image
video footage clip | internet web online | website site | phone telephone | try attempt | effort attempt
effort bid | aim goal target objective | expect anticipate | want wish | seek pursue | plan intend
allow permit let | let permit | ban prohibit outlaw bar | forbid prohibit | block prevent | warn caution
warning alert | threat danger menace | risk danger | dangerous hazardous risky | safe secure
protect safeguard | defend protect | accuse charge | claim allege | claim assert contend | believe think
consider think | say claim | deny reject | reject refuse decline | criticize criticise condemn
condemn denounce decry | praise laud commend hail | oppose resist | join enter
include contain comprise | hold contain | hold host stage | remain stay | continue proceed
keep retain maintain | live reside dwell | move relocate | transfer move | send dispatch | bring carry
carry transport | take seize | seize confiscate | capture seize | hit strike | strike walkout stoppage
change alter modify | change shift | repair fix mend | fix mend | close shut | shut shutter
about roughly approximately around | nearly almost | often frequently | usually typically generally
mostly mainly largely | recently lately | soon shortly | immediately promptly instantly
finally eventually | previously formerly | former ex previous erstwhile | current present
currently presently | new fresh | old former | latest newest recent | first initial | last final
final ultimate | main chief primary principal | only sole | same identical | different distinct
difficult hard tough | easy simple | rich wealthy affluent | poor impoverished | strong powerful
weak feeble | angry furious | happy glad pleased | sad unhappy | famous renowned celebrated well-known
whole entire | enough sufficient | yearly annual | year annual | twice double | fewer less
more higher | more taller | more longer | more greater | less lower | less shorter | top highest
above over | below under | show exhibit | exhibition exhibit show | festival fair
celebrate mark commemorate | tradition custom | student pupil | pupil schoolchild
teacher educator instructor | university college | pope pontiff | king monarch | queen monarch
army military troops | soldier troops serviceman | troops forces | navy naval | weapon arms
missile rocket | bomb explosive | explosion blast | explode detonate | spacecraft craft
gas petrol gasoline | petrol gasoline fuel | oil petroleum crude | energy power | electricity power
cold chilly | rain rainfall | snow snowfall | animal creature | dog canine | drink beverage
restaurant eatery | shop store | store retailer | customer client shopper | consumer shopper
trip journey voyage | trade commerce | trade exchange | border frontier | immigrant migrant
part portion section | kind type sort | number figure | amount sum quantity | share stock | step measure
measure action | rule regulation | problem issue | issue topic matter | reason cause
cause trigger prompt spark | lead result | result outcome | effect impact consequence
affect impact influence | role part | way manner | chance opportunity | chance likelihood
event occasion | incident event | place location spot site | spot location | road street highway
street avenue | sea ocean | coast shore | coastal seaside | island isle | mountain mount
forest woodland woods | farmer grower | british britain uk | american us america | european europe eu
russian russia | ukrainian ukraine | chinese china | french france | german germany | israeli israel
palestinian palestine | iranian iran | japanese japan | korean korea | indian india
australian australia | canadian canada | mexican mexico | italian italy | spanish spain | turkish turkey
brazilian brazil | greek greece | irish ireland | scottish scotland | welsh wales | dutch netherlands
swedish sweden | finnish finland | norwegian norway | danish denmark | polish poland | hungarian hungary
afghan afghanistan | iraqi iraq | syrian syria | saudi arabia | egyptian egypt | african africa
asian asia | republican gop | democrat democratic | politician lawmaker | lawmaker legislator
congressman representative | parliamentary parliament | candidate contender
spokesperson spokesman spokeswoman | spokesman spokesperson | spokeswoman spokesperson
chairman chair chairperson | founder cofounder | expert specialist | analyst expert | fan supporter
supporter backer | opponent rival | rival competitor | enemy foe | ally partner | friend pal
family relative | relative kin | mother mom mum | father dad | wife spouse | husband spouse
couple pair | baby infant newborn | marry wed | marriage wedding | funeral burial | age aged
kilometre kilometer km | metre meter | centimetre centimeter cm | millimetre millimeter mm
foot feet ft | kilogram kg | litre liter | minute min | second sec | percent pc | pound gbp | dollar usd
labour labor | centre center | theatre theater | defence defense | programme program | colour color
honour honor | favour favor | neighbour neighbor | harbour harbor | tyre tire | licence license
grey gray
biggest largest | slain killed | official authority | afterward afterwards later
"""

# Base form first.
IRREGULAR = """
arise arose arisen | awake awoke | bear bore born borne | beat beaten | become became | begin began begun
bend bent | bind bound | bite bit bitten | bleed bled | blow blew blown | break broke broken | breed bred
bring brought | build built | rebuild rebuilt | burn burnt | buy bought | catch caught
choose chose chosen | come came | cost costs | deal dealt | dig dug | do done | draw drew drawn
drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed fed | feel felt
fight fought | find found | flee fled | fly flew flown | forbid forbade forbidden
forget forgot forgotten | freeze froze frozen | get got gotten | give gave given | go went gone
grow grew grown | hang hung | have had | hear heard | hide hid hidden | hold held | keep kept
know knew known | lay laid | lead led | leave left | lend lent | lie lay lain | light lit | lose lost
make made | mean meant | meet met | overcome overcame | overthrow overthrew overthrown | pay paid
prove proven | ride rode ridden | ring rang rung | rise rose risen | run ran | say said says
see saw seen | seek sought | sell sold | send sent | shake shook shaken | shoot shot | show shown
shrink shrank shrunk | sing sang sung | sink sank sunk | sit sat | sleep slept | slide slid
speak spoke spoken | spend spent | spring sprang | stand stood | steal stole stolen | stick stuck
strike struck stricken | swear swore sworn | sweep swept | swim swam swum | swing swung | take took taken
teach taught | tear tore torn | tell told | think thought | throw threw thrown | understand understood
undergo underwent | wake woke woken | wear wore worn | win won | withdraw withdrew withdrawn
write wrote written | die died dying | lie lying | man men | woman women | child children | person people
foot feet | wife wives | life lives | knife knives | half halves | good better best | bad worse worst
tie tied tying
"""
