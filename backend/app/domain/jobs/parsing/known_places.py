"""Countries, states, provinces and the larger cities, folded."""

_COUNTRIES = """
united states|usa|us|u.s.|u.s.a.|america|canada|united kingdom|uk|u.k.|great britain|england|scotland
wales|northern ireland|ireland|france|germany|deutschland|austria|osterreich|switzerland|schweiz|suisse
spain|espana|portugal|italy|italia|netherlands|nederland|belgium|belgique|luxembourg|sweden|sverige
norway|norge|denmark|danmark|finland|suomi|iceland|poland|polska|czech republic|czechia|slovakia
hungary|romania|bulgaria|greece|turkey|ukraine|estonia|latvia|lithuania|croatia|serbia|slovenia|cyprus
malta|israel|egypt|morocco|tunisia|nigeria|kenya|ghana|south africa|uae|united arab emirates
saudi arabia|qatar|kuwait|bahrain|jordan|lebanon|india|pakistan|bangladesh|sri lanka|china|hong kong
taiwan|japan|south korea|korea|singapore|malaysia|thailand|vietnam|indonesia|philippines|australia
new zealand|mexico|brazil|brasil|argentina|chile|colombia|peru|uruguay|costa rica|ecuador|panama
puerto rico|russia|europe|emea|apac|latam|north america|south america|latin america|asia|asia pacific
africa|middle east|nordics|worldwide|anywhere|global|eu|european union|dach|benelux|iberia
international|etats-unis|royaume-uni|allemagne|espagne|italie|pays-bas|suede|pologne|maroc|algerie
mexique|bresil|japon|chine|inde|frankreich|spanien|italien|polen|europa|alemania|francia|reino unido
"""
_STATES = """
alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho
illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota
mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york
north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota
tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|district of columbia
d.c.|guam|ontario|quebec|british columbia|colombie-britannique|alberta|manitoba|saskatchewan
nova scotia|nouvelle-ecosse|new brunswick|nouveau-brunswick|newfoundland|newfoundland and labrador
prince edward island|yukon|nunavut|northwest territories|new south wales|victoria|queensland|tasmania
bavaria|bayern|hessen|sachsen|niedersachsen|baden-wurttemberg|nordrhein-westfalen|ile-de-france
shropshire|staffordshire|worcestershire|herefordshire|warwickshire|gloucestershire|wiltshire|bedfordshire
northamptonshire|lincolnshire|cumbria|northumberland|county durham|tyne and wear|rutland|aberdeenshire
north yorkshire|west yorkshire|south yorkshire|east sussex|west sussex|powys|gwynedd|pembrokeshire
provence|bretagne|normandie|catalonia|cataluna|andalucia|lombardia|yorkshire|kent|essex|surrey|sussex
hampshire|berkshire|lancashire|cheshire|devon|cornwall|norfolk|suffolk|oxfordshire|cambridgeshire
hertfordshire|buckinghamshire|nottinghamshire|derbyshire|leicestershire|west midlands|east midlands
greater london|greater manchester|merseyside|somerset|dorset|skane|vastra gotaland|stockholms lan
skane lan|uppsala lan|karnataka|maharashtra|tamil nadu
"""
_CITIES = """
new york city|nyc|los angeles|chicago|houston|phoenix|philadelphia|san antonio|san diego|dallas
san jose|austin|jacksonville|fort worth|columbus|charlotte|san francisco|indianapolis|seattle|denver
boston|el paso|nashville|detroit|oklahoma city|portland|las vegas|memphis|louisville|baltimore
milwaukee|albuquerque|tucson|fresno|sacramento|kansas city|mesa|atlanta|omaha|colorado springs|raleigh
miami|long beach|virginia beach|oakland|minneapolis|tulsa|tampa|arlington|new orleans|wichita|cleveland
bakersfield|honolulu|anaheim|lexington|stockton|cincinnati|st. louis|st. paul|pittsburgh|greensboro
anchorage|plano|lincoln|orlando|irvine|newark|durham|chula vista|toledo|madison|st. petersburg
scottsdale|boise|richmond|spokane|baton rouge|salt lake city|palo alto|mountain view|menlo park
sunnyvale|santa clara|cupertino|redmond|bellevue|cambridge|brooklyn|manhattan|bay area|silicon valley
washington dc|quantico|bethesda|toronto|montreal|vancouver|calgary|edmonton|ottawa|winnipeg|quebec city
hamilton|kitchener|waterloo|london|halifax|victoria|saskatoon|regina|laval|gatineau|mississauga
brampton|surrey|burnaby|markham|st. john's|fredericton|moncton|charlottetown|whitehorse|yellowknife
iqaluit|sherbrooke|trois-rivieres|levis|longueuil|sudbury|thunder bay|kingston|guelph|barrie|kelowna
manchester|birmingham|leeds|glasgow|edinburgh|liverpool|bristol|sheffield|newcastle|nottingham|cardiff
belfast|leicester|coventry|reading|oxford|brighton|southampton|plymouth|derby|york|milton keynes
bradford|wolverhampton|stoke-on-trent|sunderland|salford|wakefield|huddersfield|middlesbrough|peterborough
ipswich|colchester|luton|swindon|bournemouth|shrewsbury|telford|gloucester|carlisle|inverness|stirling
aberdeen|dundee|swansea|norwich|exeter|bath|dublin|cork|galway|limerick|paris|lyon|marseille|toulouse
nice|nantes|strasbourg|montpellier|bordeaux|lille|rennes|grenoble|reims|sophia antipolis|bruxelles
brussels|antwerp|ghent|geneve|geneva|lausanne|zurich|basel|bern|berlin|hamburg|munchen|munich|koln
cologne|frankfurt|frankfurt am main|stuttgart|dusseldorf|leipzig|dortmund|essen|bremen|dresden|hannover
nurnberg|nuremberg|duisburg|bochum|wuppertal|bonn|munster|karlsruhe|mannheim|augsburg|wien|vienna|graz
linz|salzburg|innsbruck|madrid|barcelona|valencia|sevilla|seville|zaragoza|malaga|bilbao|alicante
murcia|palma|lisbon|lisboa|porto|rome|roma|milan|milano|turin|torino|naples|napoli|florence|bologna
amsterdam|rotterdam|den haag|the hague|utrecht|eindhoven|groningen|delft|luxembourg city|stockholm
goteborg|gothenburg|malmo|uppsala|vasteras|orebro|linkoping|helsingborg|jonkoping|norrkoping|lund|umea
gavle|boras|sodertalje|eskilstuna|karlstad|vaxjo|sundsvall|lulea|kiruna|solna|oslo|bergen|trondheim
stavanger|copenhagen|kobenhavn|aarhus|odense|helsinki|espoo|tampere|turku|reykjavik|tallinn|riga
vilnius|warsaw|warszawa|krakow|wroclaw|gdansk|poznan|lodz|katowice|prague|praha|brno|bratislava
budapest|bucharest|cluj|cluj-napoca|iasi|sofia|athens|istanbul|ankara|kyiv|kiev|lviv|belgrade|zagreb
ljubljana|tel aviv|jerusalem|haifa|cairo|casablanca|lagos|nairobi|accra|johannesburg|cape town|dubai
abu dhabi|riyadh|doha|bangalore|bengaluru|mumbai|delhi|new delhi|hyderabad|chennai|pune|kolkata|gurgaon
gurugram|noida|karachi|lahore|dhaka|colombo|beijing|shanghai|shenzhen|guangzhou|taipei|tokyo|osaka
kyoto|seoul|busan|bangkok|hanoi|ho chi minh city|jakarta|manila|kuala lumpur|sydney|melbourne|brisbane
perth|adelaide|canberra|auckland|wellington|christchurch|mexico city|ciudad de mexico|guadalajara
monterrey|sao paulo|rio de janeiro|buenos aires|santiago|bogota|medellin|lima|montevideo|san juan
"""

_TOWNS = """
geelong|wollongong|ballarat|bendigo|cairns|townsville|toowoomba|darwin|hobart|launceston|gold coast
parramatta
dandenong|fremantle|tauranga|dunedin|palmerston north|napier|invercargill|tralee|killarney|sligo|letterkenny
dundalk|drogheda|athlone|mullingar|tullamore|portlaoise|naas|kilkenny|waterford|wexford|carlow|clonmel
castlebar
westport|ballina|navan|longford|roscommon|cavan|monaghan|londonderry|newry|lisburn|bangor|armagh|omagh
enniskillen|wrexham|aberystwyth|carmarthen|llandudno|falkirk|paisley|kilmarnock|dumfries|oban|fort william
kirkcaldy|dunfermline|livingston|harrogate|scarborough|doncaster|rotherham|barnsley|grimsby|grantham
stamford
king's lynn|great yarmouth|lowestoft|bury st edmunds|chelmsford|southend-on-sea|basildon|harlow|stevenage
watford|st albans|slough|guildford|woking|crawley|worthing|eastbourne|hastings|canterbury|maidstone
folkestone
basingstoke|winchester|salisbury|taunton|yeovil|truro|falmouth|penzance|torquay|barnstaple|cheltenham
worcester
crewe|warrington|wigan|bolton|blackburn|burnley|blackpool|kendal|northampton|kettering|bedford|nuneaton
solihull
walsall|dudley|loughborough|mansfield|chesterfield|freiburg|freiburg im breisgau|kassel|aschaffenburg
wurzburg
regensburg|ingolstadt|heilbronn|pforzheim|konstanz|heidelberg|darmstadt|wiesbaden|mainz|koblenz|trier
saarbrucken|kaiserslautern|aachen|krefeld|oberhausen|bielefeld|paderborn|gutersloh|osnabruck|oldenburg
bremerhaven|wilhelmshaven|emden|braunschweig|wolfsburg|gottingen|hildesheim|celle|luneburg|kiel|lubeck
flensburg
rostock|schwerin|stralsund|greifswald|potsdam|cottbus|magdeburg|halle (saale)|erfurt|weimar|jena|gera
chemnitz
zwickau|plauen|gorlitz|bayreuth|bamberg|furth|erlangen|passau|landshut|rosenheim|kempten|memmingen
ravensburg
friedrichshafen|villingen-schwenningen|offenburg|tubingen|reutlingen|esslingen|ludwigsburg|fulda|giessen
marburg
siegen|solingen|remscheid|leverkusen|neuss|moers|recklinghausen|villach|klagenfurt|st. polten|dornbirn
bregenz
winterthur|luzern|st. gallen|lugano|neuchatel|quimper|brest|lorient|vannes|saint-brieuc|saint-malo|laval
le mans
angers|orleans|blois|chartres|poitiers|la rochelle|niort|angouleme|limoges|brive|perigueux|agen|bayonne
biarritz
tarbes|albi|castres|rodez|cahors|carcassonne|narbonne|perpignan|beziers|sete|nimes|avignon|aix-en-provence
toulon|frejus|cannes|antibes|ajaccio|bastia|annecy|chambery|aix-les-bains|saint-etienne|clermont-ferrand
moulins
roanne|dijon|besancon|belfort|mulhouse|colmar|metz|epinal|troyes|charleville-mezieres|amiens|beauvais
compiegne
saint-quentin|arras|douai|valenciennes|dunkerque|calais|boulogne-sur-mer|rouen|le havre|caen|cherbourg
alencon
evreux|dieppe|saint-nazaire|cholet|la roche-sur-yon|saumur|liege|namur|charleroi|bruges|louvain|leuven
saguenay
rimouski|drummondville|granby|saint-hyacinthe|shawinigan|rouyn-noranda|val-d'or|baie-comeau|sept-iles
santander
gijon|oviedo|burgos|valladolid|salamanca|palencia|zamora|segovia|logrono|pamplona|vitoria|vitoria-gasteiz
san sebastian|donostia|a coruna|la coruna|lugo|ourense|pontevedra|vigo|santiago de compostela|huesca|teruel
lleida|girona|tarragona|reus|castellon|cartagena|almeria|granada|jaen|cordoba|cadiz|huelva|jerez|marbella
badajoz|caceres|ciudad real|albacete|cuenca|guadalajara|las palmas|santa cruz de tenerife|ibiza|mahon|puebla
queretaro|tijuana|san luis potosi|aguascalientes|chihuahua|hermosillo|saltillo|mendoza|valparaiso
barranquilla
arequipa|quito|guayaquil|falun|borlange|ostersund|harnosand|ornskoldsvik|skelleftea|pitea|lidkoping|skovde
trollhattan|uddevalla|halmstad|varberg|kalmar|visby|karlskrona|kristianstad|landskrona|trelleborg|nykoping
katrineholm|motala|mjolby|enkoping|norrtalje|sandviken|hudiksvall|soderhamn|kungsbacka|molndal|huddinge
nacka
taby|sollentuna|sodertorn|gotland|drammen|fredrikstad|tromso|bodo|alesund|kristiansand|haugesund|aalborg
esbjerg
kolding|vejle|horsens|randers|oulu|jyvaskyla|lahti|kuopio|vaasa|coimbra|braga|aveiro|evora|verona|padova
trieste
brescia|modena|catania|palermo|cagliari|genova|genoa|nijmegen|arnhem|maastricht|breda|tilburg|haarlem|leiden
almere|zwolle|tacoma|olympia|bellingham|yakima|eugene|provo|ogden|fort collins|boulder|pueblo|cheyenne
casper
billings|missoula|bozeman|fargo|bismarck|sioux falls|rapid city|des moines|cedar rapids|davenport|duluth
green bay|rockford|peoria|springfield|fort wayne|south bend|evansville|grand rapids|lansing|ann arbor|akron
dayton|youngstown|erie|allentown|scranton|harrisburg|syracuse|buffalo|schenectady|hartford|new haven|trenton
annapolis|roanoke|newport news|asheville|winston-salem|fayetteville|savannah|chattanooga|knoxville
huntsville
shreveport|little rock|fort smith|topeka|lubbock|amarillo|laredo|mcallen|corpus christi|waco|galveston
santa fe
las cruces|flagstaff|santa barbara|san luis obispo|monterey|santa cruz|redding|hilo|juneau|fairbanks
"""
"""No word of another meaning, nor a usual surname."""
KNOWN = frozenset(
    name.strip()
    for names in (_COUNTRIES, _STATES, _CITIES, _TOWNS)
    for name in names.replace("\n", "|").split("|")
    if name.strip()
)
