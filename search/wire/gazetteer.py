"""Gazetteer: what newsrooms know of places and no gazetteer says, as tables for ``places``.

Names are folded, their words joined by hyphens; a country is its ISO code.
"""

# regions as datelines print them after a city, and as they are cut short there
US_STATES = """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii
    idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada new-hampshire new-jersey new-mexico
    new-york north-carolina north-dakota ohio oklahoma oregon pennsylvania rhode-island
    south-carolina south-dakota tennessee texas utah vermont virginia west-virginia wisconsin
    wyoming district-of-columbia puerto-rico guam
"""
SHORT_REGIONS = {
    "US": """ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss
    mo mont neb nev okla ore pa penn tenn tex vt va wash wis wisc wva w-va wyo nh nj nm ny nc nd ri
    sc sd dc d-c n-y n-j n-c n-h n-m n-d r-i s-c s-d
    al ak az ar ca co ct de fl hi id il in ia ks ma mi mn ms mt ne nv oh ok or tn tx ut wa wv wi wy
    us usa u-s""",
    "GB": "uk",
    "CA": "ont que alta bc b-c man sask ns nb nl nfld pei nwt ab mb sk qc",
    "AU": "nsw vic qld tas",
    "NZ": "nz",
    "DE": "gdr frg",
    "RU": "ussr",
    "CD": "drc",
    "AE": "uae",
}
# the post's two letters, which keep their capitals: "RICHMOND, VA"
POSTAL = frozenset(
    """al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm
    ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc ab bc mb nb nl ns nt nu on pe qc sk
    yt uk us nz uae usa ussr drc fyrom prc roc gdr frg""".split()
)
REGIONS = {
    "GB": "england scotland wales northern-ireland britain great-britain isle-of-man",
    "CA": "ontario quebec alberta british-columbia manitoba saskatchewan nova-scotia new-brunswick "
    "newfoundland prince-edward-island yukon northwest-territories nunavut",
    "AU": "new-south-wales queensland victoria tasmania western-australia south-australia "
    "northern-territory",
    "DE": "west-germany east-germany bavaria saxony",
    "PS": "west-bank gaza-strip gaza palestinian-territories",
    "IN": "kashmir jammu-and-kashmir punjab gujarat uttar-pradesh bihar kerala tamil-nadu "
    "maharashtra odisha orissa assam manipur rajasthan karnataka west-bengal andhra-pradesh "
    "telangana jharkhand chhattisgarh madhya-pradesh haryana himachal-pradesh uttarakhand "
    "goa tripura nagaland",
    "CN": "inner-mongolia tibet xinjiang south-china north-china east-china northwest-china "
    "northeast-china southwest-china central-china sichuan hunan hubei guangdong fujian zhejiang "
    "jiangsu shandong henan hebei yunnan guizhou shaanxi gansu qinghai heilongjiang liaoning",
    "RU": "soviet-union siberia chechnya dagestan tatarstan bashkortostan",
    "BA": "bosnia bosnia-hercegovina bosnia-herzegovina bosnia-and-herzegovina",
    "CD": "zaire congo-kinshasa democratic-republic-of-congo dr-congo",
    "CG": "congo-brazzaville republic-of-congo",
    "MM": "burma",
    "LK": "ceylon",
    "MK": "macedonia north-macedonia fyrom",
    "ME": "montenegro",
    "RS": "serbia-montenegro",
    "KR": "south-korea",
    "KP": "north-korea",
    "CZ": "czech-republic",
    "TL": "east-timor",
    "CI": "ivory-coast cote-divoire",
    "SZ": "swaziland",
    "CV": "cape-verde",
    "TR": "turkey turkiye",
    "SY": "syria",
    "IR": "persia",
    "TH": "siam",
    "ZW": "rhodesia zimbabwe-rhodesia",
    "ZM": "northern-rhodesia",
    "BJ": "dahomey",
    "BF": "upper-volta",
    "KH": "kampuchea",
    "NL": "holland the-netherlands",
    "VA": "holy-see",
}
# places that stand alone in agencies' style, or go by another name than the gazetteer's
KNOWN = {
    "US": """washington washington-dc new-york los-angeles chicago boston philadelphia
    san-francisco houston dallas atlanta detroit seattle miami denver baltimore cleveland
    pittsburgh st-louis minneapolis milwaukee cincinnati new-orleans phoenix san-diego
    las-vegas honolulu salt-lake-city indianapolis san-antonio oklahoma-city
    cape-canaveral united-nations wall-street capitol-hill guantanamo-bay-naval-base
    hollywood brooklyn""",
    "GB": "london edinburgh belfast cardiff glasgow manchester liverpool",
    "CA": "toronto montreal ottawa vancouver calgary quebec-city",
    "AU": "sydney melbourne canberra perth brisbane adelaide",
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
    "SY": "damascus aleppo",
    "LB": "beirut",
    "EG": "cairo sharm-el-sheikh",
    "LY": "tripoli benghazi",
    "SA": "riyadh mecca jeddah jiddah",
    "NI": "managua",
    "VE": "caracas",
    "CR": "san-jose",
    "CL": "santiago",
    "CO": "bogota",
    "MX": "mexico-city",
    "BR": "brasilia sao-paulo rio-de-janeiro salvador",
    "CU": "havana",
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
}
# capitals whose names are as many other towns' as well: alone, they stay open
SHARED_CAPITALS = frozenset(
    """victoria hamilton georgetown st-johns stanley plymouth douglas jamestown saint-denis
    saint-pierre basse-terre road-town kingstown castries charlotte-amalie george-town st-george's
    laayoune""".split()
)
# words of capitals that are initials: "ABOARD USS NIMITZ"
INITIALS = frozenset("uss hms usns ins uscgc un us uk uae ussr usa drc gdr dmz".split())
