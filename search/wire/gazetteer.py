"""Gazetteer: what newsrooms know of places and no gazetteer says, as tables for ``places``.

Names are folded, their words joined by hyphens; a country is its ISO code.
"""

# places that stand alone in agencies' style, or go by another name than the gazetteer's
KNOWN = {
    "US": """washington washington-dc new-york los-angeles chicago boston philadelphia
    san-francisco houston dallas atlanta detroit seattle miami denver baltimore cleveland
    pittsburgh st-louis minneapolis milwaukee cincinnati new-orleans phoenix san-diego
    las-vegas honolulu salt-lake-city indianapolis san-antonio oklahoma-city
    cape-canaveral united-nations wall-street capitol-hill camp-david
    hollywood brooklyn""",
    "GB": "london edinburgh belfast cardiff glasgow manchester liverpool",
    "CA": "toronto montreal ottawa vancouver calgary quebec-city",
    "AU": "hobart sydney melbourne canberra perth brisbane adelaide",
    "NZ": "wellington auckland christchurch",
    "FR": "paris strasbourg marseille marseilles lyon lyons nice",
    "IT": "rome roma milan milano naples napoli turin torino venice venezia florence firenze genoa",
    "VA": "vatican-city vatican",
    "RU": "moscow moskva leningrad petrograd st-petersburg stalingrad sverdlovsk kuibyshev",
    "UA": """kiev kyiv odessa odesa kharkov kharkiv lvov lviv dnepropetrovsk dnipropetrovsk dnipro
    chernobyl""",
    "BY": "minsk",
    "MD": "kishinev chisinau",
    "GE": "tbilisi tiflis",
    "KG": "bishkek frunze",
    "TJ": "dushanbe stalinabad",
    "TM": "ashgabat ashkhabad",
    "KZ": "alma-ata almaty astana nur-sultan akmola",
    "IN": "bombay madras calcutta new-delhi delhi bangalore bengaluru poona",
    "PK": "islamabad karachi lahore rawalpindi",
    "BD": "dacca dhaka",
    "LK": "colombo",
    "CN": "peking canton beijing shanghai nanking tientsin mukden tibet urumqi lhasa",
    "HK": "hong-kong",
    "MO": "macau macao",
    "MM": "rangoon yangon naypyitaw",
    "VN": "saigon hanoi ho-chi-minh-city hue",
    "ID": "batavia djakarta",
    "BE": "brussels bruxelles antwerp",
    "CH": "geneva geneve zurich bern berne davos basel",
    "DE": """bonn berlin munich muenchen cologne koeln frankfurt hamburg hanover nuremberg
    east-berlin west-berlin karl-marx-stadt""",
    "AT": "vienna wien",
    "NL": "the-hague amsterdam den-haag",
    "GR": "athens salonika thessaloniki",
    "ES": "madrid barcelona",
    "PT": "lisbon lisboa",
    "IE": "dublin",
    "DK": "copenhagen",
    "PL": "warsaw danzig breslau",
    "CZ": "prague praha",
    "SK": "pressburg",
    "ME": "titograd podgorica",
    "TR": "constantinople smyrna angora istanbul",
    "IL": "tel-aviv",
    "PS": "gaza gaza-city ramallah hebron nablus jenin khan-yunis rafah",
    "SY": "hama deir-ezzor deir-al-zor qamishli damascus aleppo",
    "LB": "beirut",
    "EG": "cairo sharm-el-sheikh",
    "LY": "tripoli benghazi",
    "SA": "medina riyadh mecca jeddah jiddah",
    "NI": "managua",
    "VE": "caracas",
    "CL": "santiago",
    "CO": "bogota",
    "MX": "mexico-city",
    "BR": "brasilia sao-paulo rio-de-janeiro salvador",
    "CU": "guantanamo-bay guantanamo-bay-naval-base havana",
    "CY": "nicosia nikosia",
    "JP": "tokyo",
    "KR": "seoul busan pusan panmunjom",
    "KP": "pyongyang",
    "TZ": "dar-es-salaam",
    "ZW": "harare",
    "MZ": "lourenco-marques maputo",
    "CD": "leopoldville kinshasa elisabethville stanleyville",
    "TD": "fort-lamy ndjamena",
    "DO": "ciudad-trujillo santo-domingo",
    "JM": "kingston",
    "SG": "singapore",
    "TW": "taipei",
    "KW": "kuwait kuwait-city",
    "LU": "luxembourg",
    "MC": "monaco",
    "SM": "san-marino",
    "GI": "gibraltar",
    "PA": "panama-city panama",
    "GT": "guatemala-city guatemala",
    "DJ": "djibouti",
    "BO": "la-paz",
    "AF": "jalalabad bagram",
    "UY": "punta-del-este",
    "AZ": "stepanakert",
    "BA": "srebrenica",
    "HR": "knin",
    "PW": "koror",
    "SS": "bentiu",
    "CF": "birao",
    "YE": "hodeidah",
    "ML": "gao",
    "IR": "abadan",
    "UG": "gulu",
}
# capitals, towns and regions whose names are as many others' as well: alone, they stay open
SHARED = frozenset(
    """victoria hamilton georgetown st-johns stanley plymouth douglas jamestown saint-denis
    saint-pierre basse-terre road-town kingstown castries charlotte-amalie george-town st-georges
    laayoune san-jose san-juan new-brunswick langley asia""".split()
)
# capitals and the like in the languages of agencies' own desks: "Genf (dpa)", "La Habana (EFE)"
ABROAD = {
    "AT": "viena vienne",
    "BE": "bruselas bruessel brussel",
    "CH": "genf ginebra ginevra berna",
    "CN": "pekin pechino",
    "CU": "la-habana la-havane havanna",
    "CZ": "prag praga",
    "DK": "kopenhagen copenhague kobenhavn",
    "DZ": "alger argel algier",
    "EG": "kairo el-cairo le-caire",
    "ES": "sevilla",
    "FR": "parigi strassburg estrasburgo",
    "GB": "londres londra",
    "GR": "athen atenas athenes atene",
    "HU": "budapeste",
    "IL": "jerusalen gerusalemme",
    "IQ": "bagdad",
    "IR": "teheran",
    "IT": "rom mailand neapel venedig",
    "JP": "tokio",
    "KR": "seul",
    "LB": "beyrouth beirute",
    "MX": "mexico ciudad-de-mexico",
    "NL": "la-haya la-haye",
    "PL": "warschau varsovia varsovie varsavia warszawa",
    "PT": "lissabon lisbonne lisbona",
    "RO": "bukarest bucarest bucuresti",
    "RS": "belgrad belgrado beograd",
    "RU": "moskau moscu moscou mosca",
    "SE": "estocolmo",
    "SY": "damaskus damasco damas",
    "TR": "estambul",
    "UA": "kiew",
    "US": "nueva-york nova-york naciones-unidas nations-unies",
    "VA": "ciudad-del-vaticano vatikanstadt cite-du-vatican",
}
# words of capitals that are initials: "ABOARD USS NIMITZ"
INITIALS = frozenset("uss hms usns ins uscgc un us uk uae ussr usa drc gdr dmz".split())
# words that are some town's name too: alone before a dash they head a line of another kind
COMMON_WORDS = frozenset(
    """airport alliance anew annex antelope anthem asia auburn bank banking bar bath bay bear best
    billings bow brick bush butte butterfly buy can canning cent central centurion clay cocoa coin
    colon come commonwealth confederation cork crystal dale date deal debar delta derby dig drama
    eagle enterprise eureka evergreen fate federal flora forest fountain gap gay god goes golden
    gore graham greens griffin gross hail hale harrow hit holiday horn hub hull humble hurricane
    imperial independence jam jasper kent keystone leek lend liberal liberty life lime live
    magenta man manage march marina mark marks mason mentor meridian metro midway mile mine mining
    mission mobile moss most nancy nelson nice normal officer ogre olympic opportunity oral orange
    orchards overland pace panorama paradise parole peer pen perm pest plantation plum police pop
    prosper providence punch quarto queens reading republic reservoir retreat revere rich roman
    rose roses rouge rugby rye sake sale salt same sandy save say seaside sparks split spring
    springs stains sterling sulphur summit sunrise sunset superior surprise swords temple terrace
    than time tire to tours turbo union university vale vista walker warren wedding weir westerly
    woodland worms wright young""".split()
)
